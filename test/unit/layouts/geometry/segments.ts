import fc from 'fast-check';
import { layToTheEnd } from '../../../../src/layouts/geometry/full-end.js';
import { JustifiedRows } from '../../../../src/layouts/geometry/justified-rows.js';
import type { RowItems, Rows, RowsMetrics } from '../../../../src/layouts/geometry/rows.js';
import { SegmentRows } from '../../../../src/layouts/geometry/segment-rows.js';
import { UniformRows } from '../../../../src/layouts/geometry/uniform-rows.js';

export interface Item {
  readonly ratio: number;
  readonly section: string;
}

/** Items of one segment, and whether it has been read. */
export interface Part {
  readonly items: readonly Item[];
  readonly isRead: boolean;
}

/** How large a library is made. */
export interface LibrarySize {
  readonly ratio: fc.Arbitrary<number>;
  /** One of so many and one items begins another section. */
  readonly inSection: number;
  readonly items: number;
  readonly segments: { readonly minLength?: number; readonly maxLength: number };
}

/** Segments of a list in sections; one that has not been read counts as being in the section of its first item. */
export const libraryOf = ({ ratio, inSection, items: most, segments: lengths }: LibrarySize): fc.Arbitrary<Part[]> =>
  fc
    .array(
      fc.tuple(fc.array(fc.tuple(ratio, fc.nat(inSection)), { minLength: 1, maxLength: most }), fc.boolean()),
      lengths,
    )
    .map((segments) => {
      let section = 0;
      return segments.map(([rows, isRead]) => {
        const items = rows.map(([one, next]) => ({ ratio: one, section: String(next === 0 ? ++section : section) }));
        const [first] = items;
        return { isRead, items: isRead ? items : items.map((item) => ({ ...item, section: first!.section })) };
      });
    });

/** Items as a layout takes them. */
export const source = (items: readonly Item[], isContinued: boolean): RowItems => ({
  count: items.length,
  ratio: (item) => items[item]!.ratio,
  section: (item) => items[item]!.section,
  isContinued,
});

function partRows(
  { items, isRead }: Part,
  before: Part | undefined,
  after: Part | undefined,
  sizes: RowsMetrics,
): Rows {
  const isContinued = before?.items.at(-1)?.section === items[0]?.section;
  if (!isRead) {
    const mean = items.reduce((sum, item) => sum + (Number.isFinite(item.ratio) ? item.ratio : 1), 0) / items.length;
    return new UniformRows(
      { count: items.length, ratio: mean, section: items[0]!.section, sections: 1, isContinued },
      sizes,
    );
  }
  const rows = new JustifiedRows();
  const own = source(items, isContinued);
  if (after?.items[0]?.section === items.at(-1)?.section) layToTheEnd(rows, own, sizes);
  else rows.update(own, sizes);
  return rows;
}

/** Segments one below the other, each laid out by itself. */
export function laidOut(parts: readonly Part[], sizes: RowsMetrics): SegmentRows {
  const rows = new SegmentRows();
  rows.update(
    parts.map((part, index) => partRows(part, parts[index - 1], parts[index + 1], sizes)),
    sizes,
  );
  return rows;
}
