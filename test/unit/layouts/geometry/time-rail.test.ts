import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { dayKey } from '../../../../src/i18n/calendar.js';
import { Localizer } from '../../../../src/i18n/index.js';
import { railDensity, railMarks, type RailMark } from '../../../../src/layouts/geometry/rail-marks.js';
import { TimeRail, type TimeRun } from '../../../../src/layouts/geometry/time-rail.js';

const DAY = 86_400_000;
const LEAST = 18;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'] as const;

interface Library {
  readonly runs: readonly TimeRun[];
  readonly height: number;
}

/** Runs from the newest to the oldest, with gaps between them, equal instants, and clocks from before 1970 to the future. */
const library: fc.Arbitrary<Library> = fc
  .record({
    newest: fc.constantFrom(0, Date.UTC(2026, 10, 20), Date.UTC(2090, 0, 1), 5 * DAY),
    runs: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 2000 }),
        span: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 * DAY })),
        gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 * DAY })),
        height: fc.integer({ min: 40, max: 60_000 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ newest, runs }) => {
    let [time, top] = [newest, 0];
    const made = runs.map(({ count, span, gap, height }) => {
      const run = { count, first: time - gap, last: time - gap - span, top };
      time = run.last;
      top += height;
      return run;
    });
    return { runs: made, height: top };
  });

const railOf = ({ runs, height }: Library): TimeRail => new TimeRail(runs, height);

const share = fc.double({ min: 0, max: 1, noNaN: true });

const marksOf = (rail: TimeRail, length: number, timeZone = 'UTC'): readonly RailMark[] => {
  const localizer = new Localizer({ timeZone });
  return railMarks(rail, { length, least: LEAST, dayOf: (time) => dayKey(localizer, time) });
};

describe('TimeRail', () => {
  it('goes one way: what is farther down is never later, and an earlier time is never farther up', () => {
    fc.assert(
      fc.property(library, share, share, (one, a, b) => {
        const rail = railOf(one);
        const [high, low] = [Math.min(a, b) * one.height, Math.max(a, b) * one.height];
        expect(rail.timeAt(low)).to.be.at.most(rail.timeAt(high));
        expect(rail.offsetAt(rail.timeAt(low))).to.be.at.least(rail.offsetAt(rail.timeAt(high)));
        expect(rail.itemsAt(low)).to.be.at.least(rail.itemsAt(high));
      }),
    );
  });

  it('leads back from a place to the same place', () => {
    fc.assert(
      fc.property(library, share, fc.integer({ min: 1, max: 2_000_000 }), ({ runs, height }, place, range) => {
        const rail = new TimeRail(runs, height, range);
        expect(rail.placeOf(rail.offsetOf(place))).to.be.closeTo(place, 1e-9);
      }),
    );
  });

  it('leads back from an offset to the same offset, or to the first that has the same time', () => {
    fc.assert(
      fc.property(library, share, (one, place) => {
        const rail = railOf(one);
        const offset = place * one.height;
        const back = rail.offsetAt(rail.timeAt(offset));
        const run = one.runs.findLast(({ top }) => top <= offset);
        if (run && run.first - run.last > 1000) expect(back).to.be.closeTo(offset, 1);
        else expect(back).to.be.at.most(offset + 1);
      }),
    );
  });

  it('leads from a time to the first offset that is not later: all above it is', () => {
    fc.assert(
      fc.property(library, share, (one, part) => {
        const rail = railOf(one);
        const [newest, oldest] = [one.runs[0]?.first ?? 0, one.runs.at(-1)?.last ?? 0];
        const time = Math.round(newest - part * (newest - oldest));
        const offset = rail.offsetAt(time);
        expect(rail.timeAt(offset + 1e-3)).to.be.at.most(time + 1);
        if (offset > 1e-3) expect(rail.timeAt(offset - 1e-3)).to.be.at.least(time - 1);
      }),
    );
  });

  it('puts what is later than all at the start, and what is earlier at the end', () => {
    fc.assert(
      fc.property(library, (one) => {
        const rail = railOf(one);
        expect(rail.offsetAt(Number.MAX_SAFE_INTEGER)).to.equal(0);
        expect(rail.offsetAt(-Number.MAX_SAFE_INTEGER)).to.equal(one.height);
      }),
    );
  });

  it('stands still where clocks run back or say nothing', () => {
    const runs = [
      { count: 1, first: Number.NaN, last: Number.NaN, top: 0 },
      { count: 1, first: 100, last: 90, top: 10 },
      { count: 1, first: 500, last: Number.NaN, top: 20 },
    ];
    const rail = new TimeRail(runs, 30);
    expect([0, 10, 20, 25, 30].map((offset) => rail.timeAt(offset))).to.deep.equal([100, 100, 90, 90, 90]);
  });

  it('has nothing to say of nothing', () => {
    const rail = new TimeRail([], 0);
    expect(rail.isEmpty).to.equal(true);
    expect([rail.timeAt(5), rail.offsetAt(5), rail.placeOf(5), rail.offsetOf(0.5)]).to.deep.equal([0, 0, 0, 0]);
    expect(marksOf(rail, 600)).to.deep.equal([]);
    expect(railDensity(rail, 100)).to.deep.equal([]);
  });

  it('holds a single item', () => {
    const rail = new TimeRail([{ count: 1, first: 7, last: 7, top: 0 }], 200);
    expect(rail.timeAt(150)).to.equal(7);
    expect(rail.offsetAt(7)).to.equal(0);
    expect(marksOf(rail, 600).map(({ place, isYear }) => [place, isYear])).to.deep.equal([[0, true]]);
    expect(railDensity(rail, 3).every(Number.isFinite)).to.equal(true);
  });
});

describe('The marks of a rail', () => {
  it('come in order, from the start, one for each month, and no two labels are too near', () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 1, max: 1200 }), fc.constantFrom(...ZONES), (one, length, timeZone) => {
        const rail = railOf(one);
        const marks = marksOf(rail, length, timeZone);
        const localizer = new Localizer({ timeZone });
        const months = marks.map(({ time }) => dayKey(localizer, time).slice(0, 7));
        expect(new Set(months).size).to.equal(months.length);
        expect(marks.length > 0).to.equal(one.runs.length > 0);
        for (const [index, { place, time, isYear }] of marks.entries()) {
          const before = marks[index - 1];
          expect(place).to.be.within(before ? before.place + 1e-9 : 0, 1);
          expect(time).to.be.at.most(before?.time ?? Infinity);
          const isOther = months[index]?.slice(0, 4) !== months[index - 1]?.slice(0, 4);
          // Where a year begins nothing may be drawn: a name is in the way.
          expect(isYear && !isOther, `${place}`).to.equal(false);
        }
        const labels = marks.filter(({ hasLabel }) => hasLabel).map(({ place }) => place * length);
        const clear = marks.filter(({ hasLabel }) => !hasLabel).map(({ place }) => place * length);
        for (const y of clear) for (const label of labels) expect(Math.abs(y - label)).to.be.at.least(LEAST / 2 - 1e-6);
        const start = (marks[0]?.place ?? 0) * length;
        expect(start === 0 || (marks[0]?.hasLabel && start < LEAST / 2), `${start}`).to.equal(true);
        for (const [index, y] of labels.slice(1).entries())
          expect(y - (labels[index] ?? 0)).to.be.at.least(LEAST - 1e-6);
      }),
    );
  });

  it('are right at the end of a year and where clocks change, in the time zone', () => {
    for (const timeZone of ZONES) {
      const localizer = new Localizer({ timeZone });
      const [first, last] = [Date.UTC(2027, 0, 3), Date.UTC(2026, 9, 24)];
      const rail = new TimeRail([{ count: 1000, first, last, top: 0 }], 71_000);
      const marks = marksOf(rail, 710, timeZone);
      const names = marks.map(({ time }) => dayKey(localizer, time).slice(0, 7));
      expect(names).to.deep.equal(['2027-01', '2026-12', '2026-11', '2026-10']);
      expect(marks.map(({ isYear }) => isYear)).to.deep.equal([true, true, false, false]);
      for (const { place } of marks.slice(1)) {
        const above = rail.timeAt(rail.offsetOf(place - 1 / 710));
        expect(dayKey(localizer, above).slice(0, 7)).to.not.equal(
          dayKey(localizer, rail.timeAt(rail.offsetOf(place))).slice(0, 7),
        );
      }
    }
  });

  it('name the year that has more below it where two have no room', () => {
    const rail = new TimeRail(
      [
        { count: 10, first: Date.UTC(2027, 0, 2), last: Date.UTC(2027, 0, 1), top: 0 },
        { count: 990, first: Date.UTC(2026, 11, 31), last: Date.UTC(2025, 5, 1), top: 100 },
      ],
      10_000,
    );
    const named = marksOf(rail, 120).filter(({ hasLabel }) => hasLabel);
    expect(named.map(({ time }) => new Date(time).getUTCFullYear())).to.deep.equal([2026, 2025]);
  });

  it('show where much was made, from 0 to 1', () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 1, max: 400 }), (one, steps) => {
        const density = railDensity(railOf(one), steps);
        expect(density.every((value) => value >= 0 && value <= 1)).to.equal(true);
        if (one.runs.length > 0) expect(Math.max(...density)).to.equal(1);
      }),
    );
    const rail = new TimeRail(
      [
        { count: 900, first: 100 * DAY, last: 99 * DAY, top: 0 },
        { count: 900, first: 99 * DAY, last: 9 * DAY, top: 500 },
      ],
      1000,
    );
    const density = railDensity(rail, 100);
    expect(density[10]).to.be.above((density[90] ?? 0) * 5);
  });
});
