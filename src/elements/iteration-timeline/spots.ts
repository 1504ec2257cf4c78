import type { Rows } from '../../layouts/geometry/rows.js';
import type { CollectionModel } from '../collection/collection-model.js';

/** What to call an item so that `spotted` finds it again. */
export const spotOf = (model: CollectionModel, item: number): string | undefined =>
  model.id(item) ?? model.placeOf?.(item);

/** The item that was called so; -1 where it is not. */
export function spotted(model: CollectionModel, spot: string): number {
  const item = model.indexOf(spot);
  return item >= 0 ? item : (model.placed?.(spot) ?? -1);
}

/** The item at the top of a viewport: below a heading that sticks, or what is folded under the one that stands there. */
export function itemAt(rows: Rows, top: number): number {
  const first = rows.rowFirst(rows.rowAt(top));
  return rows.isFolded?.(first) ? first : rows.rowFirst(rows.rowAt(top + rows.metrics.headingHeight));
}
