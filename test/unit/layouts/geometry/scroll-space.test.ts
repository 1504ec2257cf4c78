import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SAFE_HEIGHT } from '../../../../src/layouts/geometry/safe-height.js';
import { ScrollSpace } from '../../../../src/layouts/geometry/scroll-space.js';

const VIEW = 800;
const HEIGHT = 48_000_000;

const spaceOf = (height = HEIGHT, view = VIEW): ScrollSpace => {
  const space = new ScrollSpace();
  space.resize(height, view);
  return space;
};

describe('ScrollSpace', () => {
  it('is the scroller itself as long as that can hold the content', () => {
    const space = spaceOf(SAFE_HEIGHT);
    for (const p of [0, 1, 5000, SAFE_HEIGHT - VIEW]) {
      expect([space.moved(p), space.origin, space.anchor(true)]).to.deep.equal([p, 0, undefined]);
    }
    expect([space.physicalHeight, space.place(2_000_000)]).to.deep.equal([SAFE_HEIGHT, 2_000_000]);
  });

  it('shows both ends of the content at the ends of the scroller, wherever it came from', () => {
    const space = spaceOf();
    space.place(20_000_000);
    expect(space.moved(0)).to.equal(0);
    expect(space.moved(SAFE_HEIGHT - VIEW)).to.equal(HEIGHT - VIEW);
  });

  it('goes to the same share of the whole when the thumb is dragged, by however little', () => {
    const space = spaceOf();
    const half = (SAFE_HEIGHT - VIEW) / 2;
    expect(space.moved(half, true)).to.be.closeTo((HEIGHT - VIEW) / 2, 1);
    const before = space.moved(half, true);
    expect(space.moved(half + 1000, true) - before).to.be.greaterThan(5000);
  });

  it('scrolls to the px, as far as anybody scrolls without a pause', () => {
    const space = spaceOf();
    let p = space.place(30_000_000);
    let y = 30_000_000;
    // A fling of 2,000 px a frame for two minutes.
    for (let frame = 0; frame < 7200; frame++) {
      p += 2000;
      y = Math.min(HEIGHT - VIEW, y + 2000);
      expect(space.moved(p)).to.equal(y);
      p = space.anchor(false) ?? p;
      expect(p).to.be.at.most(SAFE_HEIGHT - VIEW);
    }
  });

  it('is put where its thumb belongs at rest, and nothing moves by that', () => {
    const space = spaceOf();
    const p = space.place(24_000_000);
    const y = space.moved(p + 9000);
    const anchored = space.anchor(true);
    expect(anchored).to.be.closeTo(((24_009_000 - VIEW) / HEIGHT) * SAFE_HEIGHT, 2000);
    expect(space.moved(anchored!)).to.equal(y);
    expect(space.anchor(true)).to.equal(undefined);
  });

  it('keeps its origin for a place nearby, so that a correction is a small move', () => {
    const space = spaceOf();
    const p = space.place(24_000_000);
    expect(space.place(24_000_300)).to.equal(p + 300);
    expect(space.place(24_000_000 - 40)).to.equal(p - 40);
  });

  // Rows are in whole px.
  const height = fc.integer({ min: 100, max: 300_000_000 });
  const view = fc.integer({ min: 1, max: 4000 });
  type Act =
    | { readonly do: 'scroll'; readonly by: number }
    | { readonly do: 'grow'; readonly by: number }
    | { readonly do: 'drag'; readonly to: number }
    | { readonly do: 'show'; readonly to: number }
    | { readonly do: 'rest' };
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({ do: fc.constant('scroll' as const), by: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({ do: fc.constant('drag' as const), to: share }),
    fc.record({ do: fc.constant('show' as const), to: share }),
    fc.record({ do: fc.constant('rest' as const) }),
    fc.record({ do: fc.constant('grow' as const), by: fc.integer({ min: -1000, max: 1000 }) }),
  );

  it('never leaves the content nor the scroller, and what is shown moves as it was scrolled', () => {
    fc.assert(
      fc.property(height, view, fc.array(act, { maxLength: 60 }), (first, seen, acts) => {
        let tall = first;
        const space = spaceOf(tall, seen);
        const last = (): number => Math.max(0, space.physicalHeight - seen);
        const end = (): number => Math.max(0, tall - seen);
        let p = 0;
        let y = space.moved(0);
        for (const one of acts) {
          if (one.do === 'scroll') {
            const to = Math.max(0, Math.min(last(), p + one.by));
            const isJump = Math.abs(to - p) > 16 * seen;
            const wanted = Math.max(0, Math.min(end(), y + to - p));
            p = to;
            y = space.moved(p);
            if (!isJump) expect(y).to.be.closeTo(wanted, 0.01);
            p = space.anchor(false) ?? p;
          } else if (one.do === 'drag') {
            p = one.to * last();
            y = space.moved(p, true);
            expect(y).to.be.closeTo(end() * one.to, 0.06 * end() + 200_001);
          } else if (one.do === 'show') {
            p = space.place(one.to * end());
            y = space.moved(p);
            expect(y).to.be.closeTo(one.to * end(), 0.01);
          } else if (one.do === 'rest') p = space.anchor(true) ?? p;
          else {
            tall = Math.max(1, tall + one.by);
            space.resize(tall, seen);
            p = Math.min(p, last());
            y = space.moved(p);
          }
          expect(p).to.be.within(-0.01, last() + 0.01);
          expect(p + space.origin).to.be.closeTo(y, 0.01);
          expect(y).to.be.within(-0.01, end() + 0.01);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
