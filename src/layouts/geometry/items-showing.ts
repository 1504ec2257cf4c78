import type { RowLines } from './rows.js';

/** An item, and how far below the top of what shows its row begins. */
export interface ItemShowing {
  readonly item: number;
  readonly offset: number;
}

/** What shows of rows between two offsets, from the first that shows whole: whichever of them stays can hold the rest in place. */
export function itemsShowing(rows: RowLines, top: number, height: number): readonly ItemShowing[] {
  if (rows.rowCount === 0) return [];
  const [whole, cut]: [ItemShowing[], ItemShowing[]] = [[], []];
  for (let row = rows.rowAt(top); row < rows.rowCount && rows.rowTop(row) < top + height; row++) {
    const offset = rows.rowTop(row) - top;
    for (let item = rows.rowFirst(row); item < rows.rowEnd(row); item++) {
      (offset < 0 ? cut : whole).push({ item, offset });
    }
  }
  return [...whole, ...cut];
}
