import { itemsShowing } from '../../layouts/geometry/items-showing.js';
import type { Id } from '../../model/index.js';
import type { CollectionModel } from './collection-model.js';

/** Something on the screen, and how far below the top of the viewport it begins. */
export interface Anchor {
  /** Nothing for as long as it has not been read: then it is held by its place in the list. */
  readonly id: Id | undefined;
  readonly place: string | undefined;
  readonly offset: number;
}

/** What shows between two offsets. */
export const anchorsIn = (model: CollectionModel, top: number, height: number): readonly Anchor[] =>
  itemsShowing(model.rows, top, height)
    .filter(({ item }) => item < model.count)
    .map(({ item, offset }) => ({ id: model.id(item), place: model.placeOf?.(item), offset }));

/** Where an anchor is now; -1 where it is not. */
export function findAnchor(model: CollectionModel, { id, place }: Anchor): number {
  const item = model.indexOf(id);
  if (item >= 0 || place === undefined) return item;
  const placed = model.placed?.(place) ?? -1;
  // Where another one is known to be it has left; where nothing is known it may be read again.
  return id === undefined || model.id(placed) === undefined ? placed : -1;
}
