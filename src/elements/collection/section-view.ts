import type { Box } from '../../layouts/geometry/justified-rows.js';
import type { CollectionModel } from './collection-model.js';

/** The part of a section that is in the document. */
export interface SectionView {
  readonly key: string;
  /** Its first and its number of items, whether they are in the document or not. */
  readonly first: number;
  readonly count: number;
  /** Whether more of it may come. */
  readonly open: boolean;
  readonly box: Box;
  /** What is drawn of it. */
  readonly items: readonly number[];
}

/** Groups the items to draw, in ascending order, by section. */
export function sectionViews(model: CollectionModel, items: readonly number[]): SectionView[] {
  const { rows } = model;
  const views: (SectionView & { readonly items: number[] })[] = [];
  let end = 0;
  for (const item of items) {
    if (item >= end) {
      const section = rows.sectionOf(item);
      end = rows.sectionEnd(section);
      const first = rows.sectionFirst(section);
      const y = rows.sectionTop(section);
      const box = { x: 0, y, width: rows.metrics.width, height: rows.sectionBottom(section) - y };
      const count = Math.max(0, Math.min(end, model.count) - first);
      views.push({ key: rows.sectionKey(section), first, count, open: end > model.count, box, items: [] });
    }
    views.at(-1)?.items.push(item);
  }
  return views;
}

/** What to draw: the items of a range, and those that stay wherever they are. */
export function itemsToDraw(first: number, end: number, pinned: readonly number[]): number[] {
  const items = Array.from({ length: end - first }, (_, index) => first + index);
  for (const item of new Set(pinned)) if (item >= 0 && (item < first || item >= end)) items.push(item);
  return items.sort((a, b) => a - b);
}
