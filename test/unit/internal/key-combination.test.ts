import { expect } from '@open-wc/testing';
import { cleanCombination, combinationOf, spelledOut } from '../../../src/internal/key-combination.js';

const pressed = (key: string, init: KeyboardEventInit = {}): string =>
  combinationOf(new KeyboardEvent('keydown', { key, ...init }));

describe('key combinations', () => {
  it('are written in one way', () => {
    for (const [text, clean] of [
      ['S', 's'],
      ['Shift+Mod+Z', 'mod+shift+z'],
      ['cmd+k', 'meta+k'],
      ['Control + Del', 'ctrl+delete'],
      ['shift+?', '?'],
      ['+', '+'],
      ['mod++', 'mod++'],
      [' ', 'space'],
      ['F10', 'f10'],
    ] as const)
      expect(cleanCombination(text), text).to.equal(clean);
  });

  it('nonsense is none', () => {
    for (const text of ['', 'hyper+s', 'ss', 'mod', 'ctrl+meta+s', 'mod+', 's+mod']) {
      expect(cleanCombination(text), text).to.equal(undefined);
    }
  });

  it('are read off what was pressed', () => {
    expect(pressed('S')).to.equal('s');
    expect(pressed('S', { shiftKey: true })).to.equal('shift+s');
    expect(pressed('?', { shiftKey: true })).to.equal('?');
    expect(pressed('3', { shiftKey: true }), 'a keyboard that has its digits above').to.equal('3');
    expect(pressed('Z', { metaKey: true, shiftKey: true })).to.equal('meta+shift+z');
    expect(pressed(' ')).to.equal('space');
    expect(spelledOut('mod+z')).to.deep.equal(['ctrl+z', 'meta+z']);
    expect(spelledOut('s')).to.deep.equal(['s']);
  });
});
