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

/** Where the viewport has to begin for the first of these that is still there to stand where it stood. */
export function topFor(anchors: readonly CardAnchor[], ids: CardIds, rows: EqualRows): number | undefined {
  for (const { id, place, offset } of anchors) {
    const now = ids[place] === id ? place : ids.indexOf(id);
    if (now >= 0) return rows.rowTop(rows.rowOf(now)) - offset;
  }
  return undefined;
}
