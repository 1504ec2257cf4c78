import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { layToTheEnd } from '../../../../src/layouts/geometry/full-end.js';
import { JustifiedRows } from '../../../../src/layouts/geometry/justified-rows.js';
import type { Rows, RowsMetrics } from '../../../../src/layouts/geometry/rows.js';
import { SegmentRows } from '../../../../src/layouts/geometry/segment-rows.js';
import { UniformRows } from '../../../../src/layouts/geometry/uniform-rows.js';
import { laidOut, libraryOf } from './segments.js';

const metrics: fc.Arbitrary<RowsMetrics> = fc.record({
  width: fc.integer({ min: 10, max: 3000 }),
  rowHeight: fc.integer({ min: 64, max: 400 }),
  gap: fc.integer({ min: 0, max: 16 }),
  headingHeight: fc.constantFrom(0, 44),
});

const ratio = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.3, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, NaN, Infinity, 0.01, 100) },
);

const library = libraryOf({ ratio, inSection: 9, items: 40, segments: { maxLength: 8 } });

describe('SegmentRows', () => {
  it('keeps the order, overlaps nothing, leaves no more than the gap, and one heading for each section', () => {
    fc.assert(
      fc.property(library, metrics, (parts, sizes) => {
        const rows = laidOut(parts, sizes);
        const items = parts.flatMap((part) => part.items);
        expect(rows.count).to.equal(items.length);
        for (let index = 1; index < rows.count; index++) {
          const [before, box] = [rows.box(index - 1), rows.box(index)];
          if (rows.rowOf(index) === rows.rowOf(index - 1)) {
            expect(box.y).to.equal(before.y);
            expect(box.x).to.be.at.least(before.x + before.width);
            continue;
          }
          const heading = items[index]!.section === items[index - 1]!.section ? 0 : sizes.headingHeight;
          expect(box.x).to.equal(0);
          const gap = box.y - (before.y + before.height) - heading;
          expect(gap).to.be.within(Math.min(1, sizes.gap), sizes.gap);
        }
        const last = rows.count - 1;
        if (last >= 0) expect(rows.height - (rows.box(last).y + rows.box(last).height)).to.be.within(-1, sizes.gap);
      }),
    );
  });

  it('finds what it has: rows by item and by offset, items by row, sections by item', () => {
    fc.assert(
      fc.property(library, metrics, (parts, sizes) => {
        const rows = laidOut(parts, sizes);
        const items = parts.flatMap((part) => part.items);
        for (let row = 0; row < rows.rowCount; row++) {
          expect(rows.rowAt(rows.rowTop(row))).to.equal(row);
          expect(rows.rowAt(rows.rowTop(row) + rows.rowHeight(row) - 1)).to.equal(row);
          if (row > 0) expect(rows.rowFirst(row)).to.equal(rows.rowEnd(row - 1));
        }
        for (let index = 0; index < rows.count; index++) {
          const row = rows.rowOf(index);
          expect(rows.isHeading(row)).to.equal(false);
          expect(index).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
          expect(rows.box(index).y).to.equal(rows.rowTop(row));
          const { section } = items[index]!;
          const at = rows.sectionOf(index);
          expect(rows.sectionKey(at)).to.equal(section);
          expect(rows.sectionFirst(at)).to.equal(items.findIndex((item) => item.section === section));
          expect(rows.sectionEnd(at)).to.equal(items.findLastIndex((item) => item.section === section) + 1);
          expect(rows.box(index).y).to.be.within(rows.sectionTop(at), rows.sectionBottom(at));
        }
        expect(rows.sectionCount).to.equal(new Set(items.map(({ section }) => section)).size);
      }),
    );
  });

  it('fills the width at the end of a segment of which more follows, with rows near the height aimed at', () => {
    const sizes = { width: 1200, rowHeight: 220, gap: 8, headingHeight: 0 };
    const usual = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 60, maxLength: 200 });
    fc.assert(
      fc.property(usual, (ratios) => {
        const rows = new JustifiedRows();
        layToTheEnd(rows, { count: ratios.length, ratio: (item) => ratios[item]! }, sizes);
        const last = rows.box(rows.count - 1);
        expect(last.x + last.width).to.equal(sizes.width);
        for (let row = Math.max(0, rows.rowCount - 4); row < rows.rowCount; row++) {
          expect(rows.rowHeight(row)).to.be.within(sizes.rowHeight * 0.6, sizes.rowHeight * 1.6);
        }
      }),
    );
  });

  it('leaves the end of a segment as it is where too little is left for a row', () => {
    const rows = new JustifiedRows();
    const sizes = { width: 1200, rowHeight: 220, gap: 8, headingHeight: 0 };
    layToTheEnd(rows, { count: 1, ratio: () => 1 }, sizes);
    expect(rows.box(0)).to.deep.equal({ x: 0, y: 0, width: 220, height: 220 });
  });

  it('expects about as much height as there will be', () => {
    const sizes = { width: 1200, rowHeight: 220, gap: 8, headingHeight: 0 };
    const usual = fc.array(fc.constantFrom(0.5625, 0.75, 1, 1.33, 1.5, 1.78), { minLength: 1000, maxLength: 1000 });
    fc.assert(
      fc.property(usual, (ratios) => {
        const rows = new JustifiedRows();
        layToTheEnd(rows, { count: ratios.length, ratio: (item) => ratios[item]! }, sizes);
        const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
        const expected = new UniformRows(
          { count: ratios.length, ratio: mean, section: '', sections: 1, isContinued: true },
          sizes,
        );
        expect(expected.height / rows.height).to.be.closeTo(1, 0.1);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('holds a million items as a thousand parts', () => {
    const sizes = { width: 1200, rowHeight: 220, gap: 8, headingHeight: 44 };
    const rows = new SegmentRows();
    const part = (index: number): Rows =>
      new UniformRows({ count: 1000, ratio: 1.2, section: `s${index}`, sections: 1, isContinued: false }, sizes);
    rows.update(
      Array.from({ length: 1000 }, (_, index) => part(index)),
      sizes,
    );
    expect(rows.count).to.equal(1_000_000);
    for (const item of [0, 499_999, 500_000, 999_999]) {
      const { y, height } = rows.box(item);
      const row = rows.rowAt(y + height / 2);
      expect(item).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
      expect(rows.sectionKey(rows.sectionOf(item))).to.equal(`s${Math.floor(item / 1000)}`);
    }
  });
});
