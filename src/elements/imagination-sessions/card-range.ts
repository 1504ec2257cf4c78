/** Rows of cards, from `first` up to and without `last`. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Most cards in the document at once. */
const MOST_CARDS = 300;

/**
 * The rows that a person sees, with `margin` px to spare on both sides; never none where there are any.
 * @param top start of what is seen, in px from the start of the first row.
 * @param bottom its end.
 */
export function rowsBetween(top: number, bottom: number, margin: number, rowHeight: number, rows: number): RowRange {
  if (rowHeight <= 0) return { first: 0, last: rows };
  const first = Math.max(0, Math.min(rows - 1, Math.floor((top - margin) / rowHeight)));
  const last = Math.min(rows, Math.max(first + 1, Math.ceil((bottom + margin) / rowHeight)));
  return { first, last };
}

/** The range with one row more in it, and all between - unless that would be too many cards. */
export function including({ first, last }: RowRange, row: number, columns: number): RowRange {
  const wide = { first: Math.min(first, row), last: Math.max(last, row + 1) };
  return row < 0 || (wide.last - wide.first) * columns > MOST_CARDS ? { first, last } : wide;
}
