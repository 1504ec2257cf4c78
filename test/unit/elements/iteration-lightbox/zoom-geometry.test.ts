import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  between,
  closeUpOf,
  damped,
  fillOf,
  fillScale,
  fitScale,
  FITTED,
  held,
  looksLike,
  offsetOf,
  panned,
  settled,
  zoomedAbout,
  zoomRoom,
  type Size,
  type Span,
  type ZoomRoom,
  type ZoomState,
} from '../../../../src/elements/iteration-lightbox/zoom/zoom-geometry.js';

const length = fc.integer({ min: 1, max: 20_000 });
const size = fc.record({ width: length, height: length });
const span = fc.record({ from: fc.integer({ min: -1500, max: -50 }), to: fc.integer({ min: 50, max: 1500 }) });

/** A medium fitted into the part of its room that is the same on both sides. */
const room = fc
  .record({ medium: size, x: span, y: span, ratio: fc.constantFrom(1, 1.5, 2, 3) })
  .map(({ medium, x, y, ratio }) => {
    const view = { width: 2 * Math.min(-x.from, x.to), height: 2 * Math.min(-y.from, y.to) };
    const by = fitScale(medium, view);
    const fitted = { width: medium.width * by, height: medium.height * by };
    return zoomRoom(medium, fitted, x, y, ratio) as ZoomRoom;
  });
const part = fc.double({ min: -2, max: 3, noNaN: true });
const state = fc.record({ scale: fc.double({ min: 0.01, max: 200, noNaN: true }), x: part, y: part });
const point = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) });

const near = (one: number, other: number, what: string): void => {
  expect(Math.abs(one - other), `${what}: ${one} and ${other}`).to.be.lessThan(1e-6 * (1 + Math.abs(one)));
};
const alike = (one: ZoomState, other: ZoomState, what = 'state'): void => {
  for (const key of ['scale', 'x', 'y'] as const) near(one[key], other[key], `${what}.${key}`);
};

/** Where both ends of the medium lie. */
const endsOf = (at: ZoomState, { fitted }: ZoomRoom, axis: 'x' | 'y', of: ZoomRoom): Span => {
  const middle = offsetOf(at, of)[axis];
  const half = ((axis === 'x' ? fitted.width : fitted.height) * at.scale) / 2;
  return { from: middle - half, to: middle + half };
};

describe('zoom geometry', () => {
  it('fits all of a medium, or fills all of the view', () => {
    fc.assert(
      fc.property(size, size, (medium, view) => {
        const by = (scale: number): Size => ({ width: medium.width * scale, height: medium.height * scale });
        const [fit, fill] = [by(fitScale(medium, view)), by(fillScale(medium, view))];
        near(Math.max(fit.width - view.width, fit.height - view.height), 0, 'fit');
        near(Math.min(fill.width - view.width, fill.height - view.height), 0, 'fill');
      }),
    );
  });

  it('has no room where nothing is to be seen', () => {
    const [some, none] = [
      { from: -100, to: 100 },
      { from: 0, to: 0 },
    ];
    const medium = { width: 100, height: 100 };
    expect(zoomRoom(medium, { width: 0, height: 10 }, some, some, 1)).to.equal(undefined);
    expect(zoomRoom(medium, { width: NaN, height: 10 }, some, some, 1)).to.equal(undefined);
    expect(zoomRoom(medium, medium, none, some, 1)).to.equal(undefined);
    expect(zoomRoom({ width: NaN, height: 1 }, medium, some, some, 1)?.actual).to.equal(1);
  });

  it('leaves no gap beside what is larger than its room, and all of the rest in it', () => {
    fc.assert(
      fc.property(room, state, (one, at) => {
        const rest = settled(at, one);
        for (const axis of ['x', 'y'] as const) {
          const ends = endsOf(rest, one, axis, one);
          const { from, to } = one[axis];
          if (ends.to - ends.from > to - from) {
            expect(ends.from).to.be.lessThan(from + 1e-3);
            expect(ends.to).to.be.greaterThan(to - 1e-3);
          } else {
            expect(ends.from).to.be.greaterThan(from - 1e-3);
            expect(ends.to).to.be.lessThan(to + 1e-3);
          }
        }
      }),
    );
  });

  it('settles once, within its scales, and fitted is at rest', () => {
    fc.assert(
      fc.property(room, state, (one, at) => {
        const rest = settled(at, one);
        alike(settled(rest, one), rest);
        expect(rest.scale).to.be.within(Math.min(1, one.actual), one.most);
        alike(settled(FITTED, one), FITTED);
        expect(fillOf(one)).to.be.within(1, one.most);
        expect(closeUpOf(one)).to.be.within(1, one.most);
      }),
    );
  });

  it('makes sense of states that make none', () => {
    const side = { from: -50, to: 50 };
    const one = { fitted: { width: 100, height: 100 }, x: side, y: side, actual: 0.01, most: 4 };
    expect(held({ scale: 1.5, x: NaN, y: 0 }, one).x).to.equal(0.5);
    fc.assert(
      fc.property(room, fc.record({ scale: fc.double(), x: fc.double(), y: fc.double() }), (one, at) => {
        for (const rest of [settled(at, one), held(at, one)])
          for (const value of Object.values(rest)) expect(Number.isFinite(value), String(value)).to.equal(true);
      }),
    );
  });

  it('keeps what is under the pointer there', () => {
    fc.assert(
      fc.property(room, state, fc.double({ min: 0.1, max: 50, noNaN: true }), point, (one, from, scale, at) => {
        const to = zoomedAbout(from, scale, at, one);
        for (const axis of ['x', 'y'] as const) {
          const length = axis === 'x' ? one.fitted.width : one.fitted.height;
          const under = (seen: ZoomState): number => seen[axis] + at[axis] / (length * seen.scale);
          near(under(from), under(to), axis);
        }
        alike(zoomedAbout(to, from.scale, at, one), from, 'and back');
      }),
    );
  });

  it('moves by px, and back', () => {
    fc.assert(
      fc.property(room, state, point, (one, from, by) => {
        const to = panned(from, by, one);
        near(offsetOf(to, one).x - offsetOf(from, one).x, by.x, 'x');
        alike(panned(to, { x: -by.x, y: -by.y }, one), from);
      }),
    );
  });

  it('gives beyond an end, ever less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e5, noNaN: true }), fc.integer({ min: 10, max: 2000 }), (pull, long) => {
        const one = damped(pull, long);
        expect(one).to.be.within(0, Math.min(pull, long));
        expect(damped(pull * 2, long)).to.be.greaterThan(one);
        expect(damped(pull * 2, long) - one).to.be.lessThan(pull);
        near(damped(-pull, long), -one, 'the other way');
      }),
    );
  });

  it('holds what is at rest where it is', () => {
    fc.assert(
      fc.property(room, state, (one, at) => {
        const rest = settled(at, one);
        alike(held(rest, one), rest);
        const now = held(at, one);
        expect(now.scale).to.be.within(
          Math.min(1, one.actual) / 3,
          Math.max(one.most, Math.sqrt(one.most * at.scale)) + 1,
        );
      }),
    );
  });

  it('goes from one state to another, growing evenly', () => {
    fc.assert(
      fc.property(room, state, state, fc.double({ min: 0, max: 1, noNaN: true }), (one, from, to, share) => {
        const [start, end] = [settled(from, one), settled(to, one)];
        expect(looksLike(between(start, end, 0, one), start)).to.equal(true);
        expect(between(start, end, 1, one)).to.equal(end);
        const way = between(start, end, share, one);
        const [least, most] = [start.scale, end.scale].sort((a, b) => a - b);
        expect(way.scale).to.be.within((least ?? 0) * 0.999, (most ?? 0) * 1.001);
      }),
    );
  });
});
