import type { EqualRows } from '../../layouts/geometry/equal-rows.js';
import { itemsShowing } from '../../layouts/geometry/items-showing.js';
import type { Id } from '../../model/index.js';

/** Ids in list order; nothing where one has not been read. */
export type CardIds = readonly (Id | undefined)[];

/** A card on the screen, and how far below the top of the viewport it begins. */
export interface CardAnchor {
  readonly id: Id;
  readonly place: number;
  readonly offset: number;
}

/** The cards between two offsets. */
export const cardsIn = (ids: CardIds, rows: EqualRows, top: number, height: number): readonly CardAnchor[] =>
  itemsShowing(rows, top, height).flatMap(({ item, offset }) => {
    const id = ids[item];
    return id === undefined ? [] : { id, place: item, offset };
  });

/** The first of these that is still there, and where it is now. */
export function findAnchor(anchors: readonly CardAnchor[], ids: CardIds): CardAnchor | undefined {
  for (const anchor of anchors) {
    const place = ids[anchor.place] === anchor.id ? anchor.place : ids.indexOf(anchor.id);
    if (place >= 0) return { ...anchor, place };
  }
  return undefined;
}
