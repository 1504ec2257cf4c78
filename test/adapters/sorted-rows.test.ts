import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SortedRows } from '../../src/adapters/memory/sorted-rows.js';

interface Row {
  readonly at: string;
  readonly id: string;
  readonly said: number;
}

const row = (number: number, said = 0): Row => ({ at: `t${number % 7}`, id: `i${number}`, said });
const before = (a: Row, b: Row): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);

describe('sorted rows', () => {
  it('are what a sorted array is, whatever comes, goes and is replaced', () => {
    const act = fc.record({ number: fc.nat(1500), isPut: fc.boolean(), said: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.nat(1500), fc.nat(1500), (acts, start, end) => {
        const ours = new SortedRows<Row>();
        const naive = new Map<string, Row>();
        // Enough for several blocks.
        for (let number = 0; number < 1200; number++) {
          ours.put(row(number));
          naive.set(`i${number}`, row(number));
        }
        for (const { number, isPut, said } of acts) {
          if (isPut) {
            ours.put(row(number, said));
            naive.set(`i${number}`, row(number, said));
          } else {
            ours.delete(row(number));
            naive.delete(`i${number}`);
          }
        }
        const sorted = [...naive.values()].sort(before);
        expect(ours.length).to.equal(sorted.length);
        expect(ours.slice(0, sorted.length)).to.deep.equal(sorted);
        expect(ours.slice(start, end)).to.deep.equal(sorted.slice(start, Math.max(start, end)));
        const place = row(start);
        const rank = sorted.filter((one) => one.id !== place.id && before(one, place) < 0).length;
        expect(ours.rank(place, false)).to.equal(rank);
        expect(ours.rank(place, true)).to.equal(rank + (naive.has(place.id) ? 1 : 0));
      }),
      { numRuns: 100 },
    );
  });

  it('are none when all have gone, and take rows again', () => {
    const rows = new SortedRows<Row>();
    rows.delete(row(1));
    for (let number = 0; number < 1000; number++) rows.put(row(number));
    for (let number = 0; number < 1000; number++) rows.delete(row(number));
    expect([rows.length, rows.slice(0, 10), rows.rank(row(5), true)]).to.deep.equal([0, [], 0]);
    rows.put(row(3));
    expect(rows.slice(0, 10)).to.deep.equal([row(3)]);
  });
});
