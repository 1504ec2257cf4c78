import { expect } from '@open-wc/testing';
import { wordDiff, type TextPart } from '../../../../src/elements/iteration-lightbox/compare/word-diff.js';

const marked = (parts: readonly TextPart[]): string =>
  parts.map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `+${text}+` : `-${text}-`)).join('');

describe('how two prompts differ', () => {
  it('is said by words, in any writing', () => {
    expect(marked(wordDiff('a red house', 'a blue house', 1000))).to.equal('a -red-+blue+ house');
    expect(marked(wordDiff('красный дом', 'красивый дом', 1000))).to.equal('-красный-+красивый+ дом');
    expect(marked(wordDiff('بيت كبير', 'بيت كبيرة', 1000))).to.equal('بيت -كبير-+كبيرة+');
  });

  it('is one text after the other where there is no time left for more', () => {
    expect(marked(wordDiff('a red house', 'a blue house', 0))).to.equal('-a red house-+a blue house+');
  });
});
