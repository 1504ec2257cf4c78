import type { Box, Rows } from '../../layouts/geometry/rows.js';
import type { RowRange, RowWindow } from '../../layouts/row-window.js';
import type { CollectionModel } from './collection-model.js';

/** The part of a section that is in the document. */
export interface SectionView {
  readonly key: string;
  /** Its first and its number of items, whether they are in the document or not. */
  readonly first: number;
  readonly count: number;
  /** Whether more may turn out to belong to it, or less. */
  readonly open: boolean;
  /** Where it stands in the scroller: as much of it as a browser can hold. */
  readonly box: Box;
  /** Where that begins and ends in the coordinates of the rows. */
  readonly top: number;
  readonly bottom: number;
  /** What is drawn of it. */
  readonly items: readonly number[];
}

/** Groups the items to draw, in ascending order, by section. */
export function sectionViews(
  model: CollectionModel,
  items: readonly number[],
  { space, range }: Pick<RowWindow, 'space' | 'range'>,
): SectionView[] {
  const { rows } = model;
  const [shownFrom, shownTo] = [rows.rowTop(range.firstRow), rows.rowTop(range.endRow - 1)];
  const views: (SectionView & { readonly items: number[] })[] = [];
  let end = 0;
  for (const item of items) {
    if (item >= end) {
      const section = rows.sectionOf(item);
      end = rows.sectionEnd(section);
      const first = rows.sectionFirst(section);
      const count = Math.max(0, Math.min(end, model.count) - first);
      const top = space.cut(rows.sectionTop(section), shownFrom, shownTo);
      const bottom = space.cut(rows.sectionBottom(section), shownFrom, shownTo);
      const box = { x: 0, y: top - space.origin, width: rows.metrics.width, height: bottom - top };
      views.push({
        key: rows.sectionKey(section),
        first,
        count,
        open: model.isOpen(section),
        box,
        top,
        bottom,
        items: [],
      });
    }
    // Of what is folded only the heading shows.
    if (!rows.isHeading(rows.rowOf(item))) views.at(-1)?.items.push(item);
  }
  return views;
}

/** Where an item stands in what is drawn of its section. */
export const boxInSection = (box: Box, { top, bottom }: SectionView): Box => ({
  ...box,
  y: Math.max(-box.height, Math.min(bottom - top, box.y - top)),
});

/** What to draw: the items of a range - of those that are folded, the first - and those that stay wherever they are. */
export function itemsToDraw(rows: Rows, { first, end }: RowRange, pinned: readonly number[]): number[] {
  const items = [];
  for (let item = first; item < end; item = rows.after?.(item) ?? item + 1) items.push(item);
  for (const item of new Set(pinned)) if (item >= 0 && (item < first || item >= end)) items.push(item);
  return items.sort((a, b) => a - b);
}
