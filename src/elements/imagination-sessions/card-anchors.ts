import type { EqualRows } from '../../layouts/geometry/equal-rows.js';
import type { Id } from '../../model/index.js';

/** Ids in list order; nothing where one has not been read. */
export type CardIds = readonly (Id | undefined)[];

/** A card on the screen, and how far below the top of the viewport it begins. */
export interface CardAnchor {
  readonly id: Id;
  readonly place: number;
  readonly offset: number;
}

/** The cards between two offsets, those that show whole first: whichever of them stays can hold the rest in place. */
export function cardsIn(ids: CardIds, rows: EqualRows, top: number, height: number): readonly CardAnchor[] {
  const [whole, cut]: [CardAnchor[], CardAnchor[]] = [[], []];
  for (let row = rows.rowAt(top); row < rows.rowCount && rows.rowTop(row) < top + height; row++) {
    const offset = rows.rowTop(row) - top;
    for (let place = rows.rowFirst(row); place < rows.rowEnd(row); place++) {
      const id = ids[place];
      if (id !== undefined) (offset < 0 ? cut : whole).push({ id, place, offset });
    }
  }
  return [...whole, ...cut];
}

/** The first of these that is still there, and where it is now. */
export function findAnchor(anchors: readonly CardAnchor[], ids: CardIds): CardAnchor | undefined {
  for (const anchor of anchors) {
    const place = ids[anchor.place] === anchor.id ? anchor.place : ids.indexOf(anchor.id);
    if (place >= 0) return { ...anchor, place };
  }
  return undefined;
}
