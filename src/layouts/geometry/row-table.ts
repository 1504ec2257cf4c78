import { lastAtMost } from '../../internal/sorted-search.js';

const FIRST_CAPACITY = 64;

/** Rows in columns: the first item of each, where it begins, and the exact height its items are scaled to. */
export class RowTable {
  #firsts = new Uint32Array(FIRST_CAPACITY);
  #tops = new Float64Array(FIRST_CAPACITY);
  #heights = new Float64Array(FIRST_CAPACITY);
  #scales = new Float64Array(FIRST_CAPACITY);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * @param height in whole px.
   * @param scale what a ratio is multiplied with to get a width; 0 for a heading.
   */
  push(first: number, top: number, height: number, scale: number): void {
    const at = this.#count++;
    if (at === this.#firsts.length) this.#grow();
    this.#firsts[at] = first;
    this.#tops[at] = top;
    this.#heights[at] = height;
    this.#scales[at] = scale;
  }

  /** Forgets the rows from `count` on. */
  truncate(count: number): void {
    this.#count = Math.min(this.#count, Math.max(0, count));
  }

  first(row: number): number {
    return this.#firsts[row] ?? 0;
  }

  top(row: number): number {
    return this.#tops[row] ?? 0;
  }

  height(row: number): number {
    return this.#heights[row] ?? 0;
  }

  bottom(row: number): number {
    return this.top(row) + this.height(row);
  }

  scale(row: number): number {
    return this.#scales[row] ?? 0;
  }

  /** The row that holds an item: of a heading and the row below it, which begin with the same item, the latter. */
  rowOf(item: number): number {
    return lastAtMost(this.#firsts, this.#count, item);
  }

  /** The row at an offset, or the one before it where the offset falls between two. */
  rowAt(offset: number): number {
    return Math.max(0, lastAtMost(this.#tops, this.#count, offset));
  }

  #grow(): void {
    const length = this.#firsts.length * 2;
    const copy = <T extends Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#firsts = copy(this.#firsts, new Uint32Array(length));
    this.#tops = copy(this.#tops, new Float64Array(length));
    this.#heights = copy(this.#heights, new Float64Array(length));
    this.#scales = copy(this.#scales, new Float64Array(length));
  }
}
