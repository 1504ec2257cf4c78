import type { RowLines } from './rows.js';

/** Rows of items that are all of one size: nothing is kept of an item, and every place is a multiplication. */
export class EqualRows implements RowLines {
  readonly count: number;
  readonly columns: number;
  readonly rowCount: number;
  /** Height of the whole. */
  readonly height: number;
  /** From row to row. */
  readonly #pitch: number;

  /** @param rowHeight without `gap`, which is between two rows; in whole px, above 0. */
  constructor(count: number, columns: number, rowHeight: number, gap: number) {
    this.count = count;
    this.columns = Math.max(1, columns);
    this.rowCount = Math.ceil(count / this.columns);
    this.#pitch = Math.max(1, rowHeight + gap);
    this.height = Math.max(0, this.rowCount * this.#pitch - gap);
  }

  rowTop(row: number): number {
    return row * this.#pitch;
  }

  rowFirst(row: number): number {
    return row * this.columns;
  }

  rowEnd(row: number): number {
    return Math.min(this.count, (row + 1) * this.columns);
  }

  rowOf(item: number): number {
    return Math.floor(item / this.columns);
  }

  rowAt(offset: number): number {
    return Math.max(0, Math.min(this.rowCount - 1, Math.floor(offset / this.#pitch)));
  }
}
