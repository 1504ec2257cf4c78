import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { EVERYTHING, FAILED, Looks, maskOf } from '../../src/adapters/synthetic/looks.js';
import { Rows } from '../../src/adapters/synthetic/rows.js';
import { Sessions } from '../../src/adapters/synthetic/sessions.js';
import { Tallies } from '../../src/adapters/synthetic/tallies.js';
import { Timeline } from '../../src/adapters/synthetic/timeline.js';
import { KINDS } from '../../src/model/index.js';

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

describe('the rows of a synthetic library', () => {
  const masks = [EVERYTHING, FAILED, ...KINDS.map((kind) => maskOf([kind])), maskOf(['image', 'audio'])];

  it('are those that a look at each of them finds', () => {
    const SIZE = 2345;
    const looks = new Looks(7);
    const tallies = new Tallies(looks, SIZE);
    const number = fc.integer({ min: 0, max: SIZE });
    const hidden = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 60 });
    const archived = fc.constantFrom('exclude', 'only', 'include');
    fc.assert(
      fc.property(number, number, hidden, fc.constantFrom(...masks), archived, number, (a, b, away, mask, mode, at) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const isWanted = (index: number) => (looks.bit(index) & mask) !== 0;
        const wanted = { before: (index: number) => tallies.before(index, mask), isWanted };
        const rows = new Rows({ start, end, wanted, hidden: Uint32Array.from(away).sort(), archived: mode });
        const found = range(SIZE).filter((index) => {
          const passes = mode === 'include' || away.includes(index) === (mode === 'only');
          return index >= start && index < end && isWanted(index) && passes;
        });
        expect(rows.length).to.equal(found.length);
        expect(rows.rank(at)).to.equal(found.filter((index) => index < at).length);
        expect(rows.has(at)).to.equal(found.includes(at));
        expect(rows.slice(2, 9)).to.deep.equal(found.slice(2, 9));
        const [next, previous] = [found.find((index) => index >= at), found.findLast((index) => index < at)];
        if (next !== undefined) expect(rows.next(at)).to.equal(next);
        if (previous !== undefined) expect(rows.previous(at)).to.equal(previous);
      }),
      { numRuns: 60 },
    );
  });

  it('add up to the sums that stand for them', () => {
    const looks = new Looks(3);
    const tallies = new Tallies(looks, 5500);
    for (const mask of masks.filter((each) => each !== FAILED)) {
      for (const window of range(6)) {
        const rows = range(Math.min(1000, 5500 - window * 1000)).map((row) => window * 1000 + row);
        const sum = rows.filter((row) => looks.bit(row) & mask).reduce((total, row) => total + looks.ratio(row), 0);
        expect(tallies.ratioSum(window, mask)).to.be.closeTo(sum, 0.001);
      }
    }
  });

  it('go by in time, never backwards and never beyond now', () => {
    for (const [size, years] of [
      [3000, undefined],
      [5_000_000, 2],
    ] as const) {
      const now = Date.UTC(2026, 5);
      const timeline = new Timeline({ size, seed: 4, now, years });
      const times = range(3000).map((index) => timeline.at(size - 3000 + index));
      expect(times.filter((time, index) => time < (times[index - 1] ?? 0))).to.deep.equal([]);
      expect(times.at(-1)).to.be.at.most(now);
    }
  });

  it('are each in one session, found by row, by number and by its first row', () => {
    const sessions = new Sessions(1000, 5);
    let end = 0;
    for (const number of range(sessions.count)) {
      const run = sessions.at(number);
      expect(run.start).to.equal(end);
      expect(run.end - run.start).to.be.within(1, 40);
      expect([sessions.of(run.start), sessions.of(run.end - 1)]).to.deep.equal([run, run]);
      expect(sessions.numberOf(run.start)).to.equal(number);
      if (run.end - run.start > 1) expect(sessions.numberOf(run.start + 1)).to.equal(undefined);
      end = run.end;
    }
    expect(end).to.equal(1000);
    expect(sessions.numberOf(1000)).to.equal(undefined);
  });
});
