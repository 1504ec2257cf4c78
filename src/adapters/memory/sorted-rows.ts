import { firstWhere } from '../../internal/sorted-search.js';
import type { Bound } from '../local/storage.js';

/** Where a row stands in the order of `(at, id)`. */
type Place = Pick<Bound, 'at' | 'id'>;

/** Rows of one block: of more it is cut in two. */
const MOST = 512;

const compare = (a: Place, b: Place): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Index of the first row that is not before a place (or, with `after`, the first one behind it). */
const search = (rows: readonly Place[], place: Place, after: boolean): number =>
  firstWhere(0, rows.length, (at) => {
    const row = rows[at];
    const order = row ? compare(row, place) : 0;
    return after ? order > 0 : order >= 0;
  });

/**
 * Rows in the order of `(at, id)`, in blocks: to put one in, or take one out, moves the rows of its block only, however many
 * there are.
 */
export class SortedRows<T extends Place> {
  /** None is empty. */
  readonly #blocks: T[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Puts a row in its place, where there may be an earlier one of it. */
  put(row: T): void {
    const block = this.#blocks[this.#blockOf(row)];
    if (!block) {
      this.#blocks.push([row]);
      this.#length++;
      return;
    }
    const at = search(block, row, false);
    const there = block[at];
    if (there && compare(there, row) === 0) {
      block[at] = row;
      return;
    }
    block.splice(at, 0, row);
    this.#length++;
    if (block.length <= MOST) return;
    const rest = block.splice(MOST / 2);
    this.#blocks.splice(this.#blocks.indexOf(block) + 1, 0, rest);
  }

  delete(row: Place): void {
    const number = this.#blockOf(row);
    const block = this.#blocks[number];
    const at = block ? search(block, row, false) : 0;
    const there = block?.[at];
    if (!block || !there || compare(there, row) !== 0) return;
    block.splice(at, 1);
    this.#length--;
    if (block.length === 0) this.#blocks.splice(number, 1);
  }

  /** How many rows come before a place (with `after`: and at it). */
  rank(place: Place, after: boolean): number {
    const number = this.#blockOf(place);
    let rank = 0;
    for (let before = 0; before < number; before++) rank += this.#blocks[before]?.length ?? 0;
    return rank + search(this.#blocks[number] ?? [], place, after);
  }

  /** The rows from one number to another, exclusive. */
  slice(start: number, end: number): T[] {
    const found: T[] = [];
    let first = 0;
    for (const block of this.#blocks) {
      if (first >= end) break;
      if (first + block.length > start) {
        for (const row of block.slice(Math.max(0, start - first), end - first)) found.push(row);
      }
      first += block.length;
    }
    return found;
  }

  /** The last block that begins at a place or before it; the first one where none does. */
  #blockOf(place: Place): number {
    const after = firstWhere(0, this.#blocks.length, (at) => {
      const first = this.#blocks[at]?.[0];
      return first !== undefined && compare(first, place) > 0;
    });
    return Math.max(0, after - 1);
  }
}
