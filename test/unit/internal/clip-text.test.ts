import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { clipText } from '../../../src/internal/clip-text.js';

describe('clipText', () => {
  it('leaves what fits', () => {
    expect(clipText('A red fox', 9)).to.equal('A red fox');
  });

  it('puts it on one line', () => {
    expect(clipText('  A red\n\n fox\t', 20)).to.equal('A red fox');
  });

  it('ends in an ellipsis and never inside a sign', () => {
    expect(clipText('A red fox jumps', 10)).to.equal('A red fox…');
    const family = '👨‍👩‍👧‍👦';
    expect(clipText(family.repeat(4), family.length * 2 + 3)).to.equal(`${family.repeat(2)}…`);
    expect(clipText(family.repeat(4), 5)).to.equal('…');
  });

  it('is as long as asked at most, for texts of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        expect(clipText(text, max).length).to.be.at.most(max);
      }),
    );
    expect(clipText('x'.repeat(1_000_000), 10)).to.equal('xxxxxxxxx…');
    expect(clipText(' '.repeat(1_000_000) + 'x', 10)).to.equal('…');
  });
});
