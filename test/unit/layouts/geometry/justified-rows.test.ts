import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { JustifiedRows } from '../../../../src/layouts/geometry/justified-rows.js';
import type { Box, RowItems, RowsMetrics } from '../../../../src/layouts/geometry/rows.js';
import { MAX_RATIO, MIN_RATIO } from '../../../../src/layouts/geometry/ratio.js';

interface Item {
  readonly ratio: number;
  readonly section: string;
}

const itemsOf = (items: readonly Item[]): RowItems => ({
  count: items.length,
  ratio: (index) => items[index]!.ratio,
  section: (index) => items[index]!.section,
});

const ratio = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.3, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, NaN, Infinity, 0.001, 100) },
);

/** Runs of items of the same section. */
const library = (most = 120): fc.Arbitrary<Item[]> =>
  fc.array(fc.tuple(ratio, fc.boolean()), { maxLength: most }).map((all) => {
    let section = 0;
    return all.map(([one, next], index) => {
      if (next && index % 3 === 0) section++;
      return { ratio: one, section: String(section) };
    });
  });

const metrics: fc.Arbitrary<RowsMetrics> = fc.record({
  width: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 1, max: 3000, noNaN: true })),
  rowHeight: fc.integer({ min: 64, max: 400 }),
  gap: fc.integer({ min: 0, max: 16 }),
  headingHeight: fc.constantFrom(0, 44),
});

const laidOut = (items: readonly Item[], sizes: RowsMetrics): JustifiedRows => {
  const rows = new JustifiedRows();
  rows.update(itemsOf(items), sizes);
  return rows;
};

const boxes = (rows: JustifiedRows): Box[] => Array.from({ length: rows.count }, (_, index) => rows.box(index));

/** Everything that can be asked of a layout. */
const picture = (rows: JustifiedRows): unknown => ({
  boxes: boxes(rows),
  rows: Array.from({ length: rows.rowCount }, (_, row) => [
    rows.rowFirst(row),
    rows.rowEnd(row),
    rows.rowTop(row),
    rows.rowHeight(row),
    rows.isHeading(row),
  ]),
  sections: Array.from({ length: rows.sectionCount }, (_, section) => [
    rows.sectionKey(section),
    rows.sectionFirst(section),
    rows.sectionEnd(section),
    rows.sectionTop(section),
    rows.sectionBottom(section),
  ]),
  height: rows.height,
});

describe('JustifiedRows', () => {
  it('keeps the order, overlaps nothing and leaves no more than the gap', () => {
    fc.assert(
      fc.property(library(), metrics, (items, sizes) => {
        const rows = laidOut(items, sizes);
        expect(rows.count).to.equal(items.length);
        for (let index = 1; index < rows.count; index++) {
          const [before, box] = [rows.box(index - 1), rows.box(index)];
          if (rows.rowOf(index) === rows.rowOf(index - 1)) {
            expect(box.y).to.equal(before.y);
            expect(box.x - (before.x + before.width)).to.equal(sizes.gap);
            continue;
          }
          const heading = items[index]!.section === items[index - 1]!.section ? 0 : sizes.headingHeight;
          expect(box.x).to.equal(0);
          expect(box.y - (before.y + before.height)).to.equal(sizes.gap + heading);
        }
      }),
    );
  });

  it('fills the width of every row exactly, but of the last of a section', () => {
    fc.assert(
      fc.property(library(), metrics, (items, sizes) => {
        const rows = laidOut(items, sizes);
        const width = Math.floor(sizes.width);
        for (let index = 0; index < rows.count; index++) {
          const end = rows.box(index).x + rows.box(index).width;
          expect(end).to.be.at.most(width);
          const isLastOfRow = rows.rowEnd(rows.rowOf(index)) === index + 1;
          const isLastOfSection = items[index + 1]?.section !== items[index]!.section;
          if (isLastOfRow && !isLastOfSection) expect(end).to.equal(width);
        }
      }),
    );
  });

  it('does not stretch the last row of a section', () => {
    fc.assert(
      fc.property(library(), metrics, (items, sizes) => {
        const rows = laidOut(items, sizes);
        for (let section = 0; section < rows.sectionCount; section++) {
          const last = rows.box(rows.sectionEnd(section) - 1);
          if (last.x + last.width < Math.floor(sizes.width)) expect(last.height).to.equal(sizes.rowHeight);
        }
      }),
    );
  });

  it('draws ratios as they are, extreme ones at the nearest that can be drawn', () => {
    const sizes = { width: 1000, rowHeight: 200, gap: 8, headingHeight: 0 };
    for (const [given, drawn] of [
      [1.5, 1.5],
      [0.01, MIN_RATIO],
      [0, 1],
      [NaN, 1],
    ] as const) {
      const { width, height } = laidOut([{ ratio: given, section: '' }], sizes).box(0);
      expect(width / height).to.be.closeTo(drawn, 0.01);
    }
    expect(laidOut([{ ratio: 100, section: '' }], { ...sizes, width: 5000 }).box(0).width).to.equal(200 * MAX_RATIO);
  });

  it('finds the row of an item and of an offset', () => {
    fc.assert(
      fc.property(library(), metrics, fc.double({ min: -100, max: 1.2, noNaN: true }), (items, sizes, share) => {
        const rows = laidOut(items, sizes);
        for (let index = 0; index < rows.count; index++) {
          const row = rows.rowOf(index);
          expect(rows.isHeading(row)).to.equal(false);
          expect(index).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
          expect(rows.rowAt(rows.box(index).y)).to.equal(row);
        }
        if (rows.rowCount === 0) return;
        const offset = rows.height * share;
        const row = rows.rowAt(offset);
        if (offset >= 0) expect(rows.rowTop(row)).to.be.at.most(offset);
        if (row + 1 < rows.rowCount) expect(rows.rowTop(row + 1)).to.be.above(offset);
      }),
    );
  });

  it('covers all items by sections, each with a heading of its own', () => {
    fc.assert(
      fc.property(library(), metrics, (items, sizes) => {
        const rows = laidOut(items, { ...sizes, headingHeight: 44 });
        let item = 0;
        for (let section = 0; section < rows.sectionCount; section++) {
          expect(rows.sectionFirst(section)).to.equal(item);
          expect(rows.box(item).y - rows.sectionTop(section)).to.equal(44);
          for (; item < rows.sectionEnd(section); item++) {
            expect(rows.sectionOf(item)).to.equal(section);
            expect(items[item]!.section).to.equal(rows.sectionKey(section));
          }
        }
        expect(item).to.equal(items.length);
      }),
    );
  });

  it('comes to the same by steps as from scratch', () => {
    fc.assert(
      fc.property(library(60), library(60), fc.nat(60), metrics, (first, second, at, sizes) => {
        const from = Math.min(at, first.length);
        const next = [...first.slice(0, from), ...second.map((item) => ({ ...item, section: `2.${item.section}` }))];
        const rows = laidOut(first, sizes);
        rows.update(itemsOf(next), sizes, from);
        expect(picture(rows)).to.deep.equal(picture(laidOut(next, sizes)));
      }),
    );
  });

  it('reads only the tail again when more comes', () => {
    const items = Array.from({ length: 2000 }, (_, index) => ({ ratio: 0.6 + (index % 7) / 5, section: '' }));
    const sizes = { width: 1200, rowHeight: 220, gap: 8, headingHeight: 0 };
    const rows = laidOut(items.slice(0, 1900), sizes);
    const asked: number[] = [];
    const more: RowItems = {
      count: items.length,
      ratio: (index) => {
        asked.push(index);
        return items[index]!.ratio;
      },
    };
    rows.update(more, sizes, 1900);
    expect(Math.min(...asked)).to.be.above(1880);
    expect(picture(rows)).to.deep.equal(picture(laidOut(items, sizes)));
  });

  it('has nothing to show without a width, and comes back with one', () => {
    const items = [{ ratio: 1, section: 'a' }];
    const rows = laidOut(items, { width: 0, rowHeight: 200, gap: 8, headingHeight: 44 });
    expect([rows.count, rows.rowCount, rows.height]).to.deep.equal([0, 0, 0]);
    rows.update(itemsOf(items), { width: 500, rowHeight: 200, gap: 8, headingHeight: 44 }, 1);
    expect([rows.count, rows.rowCount, rows.height]).to.deep.equal([1, 2, 244]);
  });
});
