import { expect } from '@open-wc/testing';
import { Fingerprint } from '../../../src/internal/fingerprint.js';

const of = (...texts: readonly string[]): string => {
  const print = new Fingerprint();
  for (const text of texts) print.add(text);
  return print.toString();
};

describe('Fingerprint', () => {
  it('is the same for the same texts, and another for others, or another order, or other ends', () => {
    expect(of('a', 'b')).to.equal(of('a', 'b'));
    const prints = [
      of(),
      of(''),
      of('', ''),
      of('a'),
      of('ab'),
      of('a', 'b'),
      of('b', 'a'),
      of('ab', ''),
      of('\u{1F98A}'),
    ];
    expect(new Set(prints).size).to.equal(prints.length);
    expect(prints.every((print) => /^[0-9a-z]{14}$/.test(print))).to.equal(true);
  });

  it('does not meet itself among many texts that look alike', () => {
    const prints = Array.from({ length: 50_000 }, (_, index) => of(`iteration-${index}`, '1 false image 1.5'));
    expect(new Set(prints).size).to.equal(prints.length);
  });
});
