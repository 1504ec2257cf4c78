import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lineBoxes, squareBoxes, type EqualBoxes } from '../../../../src/layouts/geometry/equal-boxes.js';
import type { RowsMetrics } from '../../../../src/layouts/geometry/rows.js';

const metrics: fc.Arbitrary<RowsMetrics> = fc.record({
  width: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 1, max: 3000, noNaN: true })),
  rowHeight: fc.integer({ min: 64, max: 400 }),
  gap: fc.integer({ min: 0, max: 16 }),
  headingHeight: fc.constant(0),
});

const count = fc.nat(300);

const LAYOUTS = {
  squares: squareBoxes,
  lines: (items: number, sizes: RowsMetrics) => lineBoxes(items, 72, sizes),
} as const;

for (const [name, layOut] of Object.entries(LAYOUTS)) {
  describe(`equal boxes: ${name}`, () => {
    const holds = (check: (rows: EqualBoxes, sizes: RowsMetrics) => void): void =>
      fc.assert(fc.property(count, metrics, (items, sizes) => check(layOut(items, sizes), sizes)));

    it('keep the order, overlap nothing, and leave the gap and no more', () => {
      holds((rows) => {
        const { gap } = rows.metrics;
        for (let item = 1; item < rows.count; item++) {
          const [before, box] = [rows.box(item - 1), rows.box(item)];
          if (rows.rowOf(item) === rows.rowOf(item - 1)) {
            expect(box.y).to.equal(before.y);
            expect(box.x - (before.x + before.width)).to.equal(gap);
          } else {
            expect(box.x).to.equal(0);
            expect(box.y - (before.y + before.height)).to.equal(gap);
          }
        }
        const last = rows.count === 0 ? undefined : rows.box(rows.count - 1);
        expect(rows.height).to.equal(last ? last.y + last.height : 0);
      });
    });

    it('fill the width of a full row exactly, and are of one size in all of them', () => {
      holds((rows, sizes) => {
        for (let item = 0; item < rows.count; item++) {
          const { x, width, height } = rows.box(item);
          expect(height).to.equal(rows.box(0).height);
          expect(Math.abs(width - rows.box(0).width)).to.be.at.most(1);
          const place = item % rows.columns;
          expect([x, width]).to.deep.equal([rows.box(place).x, rows.box(place).width]);
          if (place === rows.columns - 1) expect(x + width).to.equal(Math.max(1, Math.floor(sizes.width)));
        }
      });
    });

    it('are found where they are: rows by offset, items by row', () => {
      holds((rows) => {
        for (let row = 0; row < rows.rowCount; row++) {
          const [top, height] = [rows.rowTop(row), rows.rowHeight()];
          expect(rows.rowAt(top)).to.equal(row);
          expect(rows.rowAt(top + height - 1)).to.equal(row);
          expect(rows.rowFirst(row)).to.equal(row === 0 ? 0 : rows.rowEnd(row - 1));
          expect(rows.isHeading()).to.equal(false);
        }
        for (let item = 0; item < rows.count; item++) {
          const row = rows.rowOf(item);
          expect(item).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
          expect(rows.box(item).y).to.equal(rows.rowTop(row));
        }
        expect([rows.rowAt(-1000), rows.rowAt(Infinity)]).to.deep.equal([0, Math.max(0, rows.rowCount - 1)]);
        expect([
          rows.sectionCount,
          rows.sectionFirst(),
          rows.sectionEnd(),
          rows.sectionTop(),
          rows.sectionBottom(),
        ]).to.deep.equal([rows.count > 0 ? 1 : 0, 0, rows.count, 0, rows.height]);
      });
    });

    it('stand where they stood when more come below', () => {
      fc.assert(
        fc.property(count, fc.nat(100), metrics, (items, more, sizes) => {
          const [before, after] = [layOut(items, sizes), layOut(items + more, sizes)];
          for (let item = 0; item < items; item++) expect(after.box(item)).to.deep.equal(before.box(item));
        }),
      );
    });

    it('hold a million items, and nothing where there is no room', () => {
      const rows = layOut(1_000_000, { width: 1200, rowHeight: 220, gap: 8, headingHeight: 0 });
      for (const item of [0, 499_999, 500_000, 999_999]) {
        const { y, height } = rows.box(item);
        const row = rows.rowAt(y + height / 2);
        expect(item).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
      }
      const none = layOut(1_000_000, { width: 0, rowHeight: 220, gap: 8, headingHeight: 0 });
      expect([none.count, none.rowCount, none.height]).to.deep.equal([0, 0, 0]);
    });
  });
}

describe('squares', () => {
  const columns = (width: number, rowHeight: number): number =>
    squareBoxes(100, { width, rowHeight, gap: 8, headingHeight: 0 }).columns;

  it('are as wide as asked for or a little wider, two beside each other at least, where there is room for two', () => {
    expect(columns(1200, 220)).to.equal(5);
    expect(columns(366, 124)).to.equal(2);
    expect(columns(300, 400)).to.equal(2);
    expect(columns(136, 400)).to.equal(2);
    expect(columns(135, 400)).to.equal(1);
  });

  it('are as high as wide, to a px', () => {
    fc.assert(
      fc.property(metrics, (sizes) => {
        const { width, height } = squareBoxes(1, sizes).box(0);
        expect(Math.abs(width - height)).to.be.at.most(1);
      }),
    );
  });
});
