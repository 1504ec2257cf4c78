import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FoldedRows, type Fold } from '../../../../src/layouts/geometry/folded-rows.js';
import { JustifiedRows } from '../../../../src/layouts/geometry/justified-rows.js';
import type { Box, Rows, RowsMetrics } from '../../../../src/layouts/geometry/rows.js';
import { UniformRows } from '../../../../src/layouts/geometry/uniform-rows.js';
import { laidOut, libraryOf, source, type Item } from './segments.js';

const metrics: fc.Arbitrary<RowsMetrics> = fc.record({
  width: fc.integer({ min: 10, max: 3000 }),
  rowHeight: fc.integer({ min: 64, max: 400 }),
  gap: fc.integer({ min: 0, max: 16 }),
  headingHeight: fc.constant(44),
});

const ratio = fc.double({ min: 0.3, max: 4, noNaN: true });

const library = libraryOf({ ratio, inSection: 5, items: 30, segments: { minLength: 1, maxLength: 6 } });

const sectionsOf = (rows: Rows): number[] => Array.from({ length: rows.sectionCount }, (_, section) => section);

/** Sections whose number is in a set of bits. */
const foldsFor = (rows: Rows, bits: number): Fold[] =>
  sectionsOf(rows)
    .filter((section) => (bits >> (section % 31)) & 1)
    .map((section) => ({ first: rows.sectionFirst(section), end: rows.sectionEnd(section) }));

/** Everything that can be asked of a layout. */
const picture = (rows: Rows): unknown => ({
  height: rows.height,
  boxes: Array.from({ length: rows.count }, (_, item) => rows.box(item)),
  rows: Array.from({ length: rows.rowCount }, (_, row) => [
    rows.rowFirst(row),
    rows.rowEnd(row),
    rows.rowTop(row),
    rows.rowHeight(row),
    rows.isHeading(row),
  ]),
  sections: sectionsOf(rows).map((section) => [rows.sectionTop(section), rows.sectionBottom(section)]),
});

describe('FoldedRows', () => {
  it('are the rows below where nothing is folded', () => {
    fc.assert(
      fc.property(library, metrics, (parts, sizes) => {
        const rows = laidOut(parts, sizes);
        expect(picture(new FoldedRows(rows, []))).to.deep.equal(picture(rows));
      }),
    );
  });

  it('give what is folded the height of its heading, and leave everything else as it was laid out', () => {
    fc.assert(
      fc.property(library, metrics, fc.nat(), (parts, sizes, bits) => {
        const below = laidOut(parts, sizes);
        const folds = foldsFor(below, bits);
        const rows = new FoldedRows(below, folds);
        const isFolded = (item: number): boolean => folds.some(({ first, end }) => item >= first && item < end);
        let [y, isAfterFold] = [0, false];
        for (const section of sectionsOf(below)) {
          const [first, end] = [below.sectionFirst(section), below.sectionEnd(section)];
          // Below what is folded there is no gap: headings stand one below the other.
          if (section > 0 && !isAfterFold) y += below.sectionTop(section) - below.sectionBottom(section - 1);
          expect(rows.sectionTop(section)).to.equal(y);
          isAfterFold = isFolded(first);
          const height = isAfterFold ? 44 : below.sectionBottom(section) - below.sectionTop(section);
          for (let item = first; item < end; item++) {
            const box: Box = below.box(item);
            const shown = isAfterFold
              ? { x: 0, y, width: sizes.width, height: 44 }
              : { ...box, y: y + box.y - below.sectionTop(section) };
            expect(rows.isFolded(item)).to.equal(isAfterFold);
            expect(rows.box(item)).to.deep.equal(shown);
          }
          y += height;
          expect(rows.sectionBottom(section)).to.equal(y);
        }
        expect(rows.height).to.equal(y);
      }),
    );
  });

  it('find what they have: rows by item and by offset, items by row', () => {
    fc.assert(
      fc.property(library, metrics, fc.nat(), (parts, sizes, bits) => {
        const rows = new FoldedRows(laidOut(parts, sizes), foldsFor(laidOut(parts, sizes), bits));
        for (let row = 0; row < rows.rowCount; row++) {
          expect(rows.rowAt(rows.rowTop(row))).to.equal(row);
          expect(rows.rowAt(rows.rowTop(row) + rows.rowHeight(row) - 1)).to.equal(row);
          if (row > 0) expect(rows.rowFirst(row)).to.equal(rows.rowEnd(row - 1));
        }
        expect(rows.rowAt(rows.height + 1000)).to.equal(rows.rowCount - 1);
        expect(rows.rowEnd(rows.rowCount - 1)).to.equal(rows.count);
        for (let item = 0; item < rows.count; item++) {
          const row = rows.rowOf(item);
          expect(rows.isHeading(row)).to.equal(rows.isFolded(item));
          expect(item).to.be.within(rows.rowFirst(row), rows.rowEnd(row) - 1);
          expect(rows.box(item).y).to.equal(rows.rowTop(row));
        }
      }),
    );
  });

  it('lead from item to item past what is folded', () => {
    fc.assert(
      fc.property(library, metrics, fc.nat(), (parts, sizes, bits) => {
        const below = laidOut(parts, sizes);
        const folds = foldsFor(below, bits);
        const rows = new FoldedRows(below, folds);
        for (let item = 0; item < rows.count; item++) {
          const fold = folds.find(({ first, end }) => item >= first && item < end);
          expect(rows.after(item)).to.equal(fold ? fold.end : item + 1);
          const before = folds.find(({ first, end }) => item - 1 >= first && item - 1 < end);
          expect(rows.before(item)).to.equal(before ? before.first - 1 : item - 1);
        }
      }),
    );
  });

  it('are the same whatever was folded, came and went before', () => {
    const change = fc.record({ at: fc.nat(), bits: fc.nat(), items: fc.array(ratio, { maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), metrics, (changes, sizes) => {
        const rows = new JustifiedRows();
        const items: Item[] = Array.from({ length: 40 }, (_, at) => ({ ratio: 1.3, section: String(at >> 3) }));
        rows.update(source(items, false), sizes);
        for (const { at, bits, items: come } of changes) {
          const from = at % (items.length + 1);
          const { section } = items[Math.max(0, from - 1)]!;
          items.splice(from, 1, ...come.map((one) => ({ ratio: one, section })));
          if (items.length === 0) items.push({ ratio: 1, section: '0' });
          rows.update(source(items, false), sizes, Math.max(0, from - 1));
          const anew = new JustifiedRows();
          anew.update(source(items, false), sizes);
          const folded = new FoldedRows(rows, foldsFor(rows, bits));
          expect(picture(folded)).to.deep.equal(picture(new FoldedRows(anew, foldsFor(anew, bits))));
        }
      }),
    );
  });

  it('leave a part of a section where its end is not known: a row, or all of it', () => {
    const sizes = { width: 1000, rowHeight: 200, gap: 8, headingHeight: 44 };
    const below = new UniformRows({ count: 100, ratio: 1, section: 'a', sections: 1, isContinued: false }, sizes);
    const row = below.rowEnd(1);
    const rows = new FoldedRows(below, [{ first: row, end: 100 }]);
    expect(rows.rowCount).to.equal(2);
    expect(rows.height).to.equal(below.rowTop(1) + below.rowHeight(1));
    expect(rows.box(row - 1)).to.deep.equal(below.box(row - 1));
    expect(rows.sectionBottom(0)).to.equal(rows.height);
  });
});
