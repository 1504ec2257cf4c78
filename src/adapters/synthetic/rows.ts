import { firstWhere } from '../../internal/sorted-search.js';
import type { Filter } from '../../model/index.js';

/** Numbers that can be counted without looking at each. */
export interface Countable {
  /** How many of those wanted there are before a number. */
  before(number: number): number;
  isWanted(number: number): boolean;
  /** Every number is wanted. */
  readonly all?: boolean;
}

const NONE = new Uint32Array(0);

/** All numbers. */
export const ALL: Countable = { before: (number) => number, isWanted: () => true, all: true };

/** Which numbers make a list. */
export interface Choice {
  /** From this number on. */
  readonly start: number;
  /** Up to this one, exclusive. */
  readonly end: number;
  readonly wanted: Countable;
  /** What is put away, in ascending order. */
  readonly hidden: Uint32Array;
  readonly archived: NonNullable<Filter['archived']>;
}

/** Index of the first value that is not below a number. */
const search = (values: Uint32Array, number: number): number =>
  firstWhere(0, values.length, (at) => (values[at] ?? 0) >= number);

/** A list of numbers in ascending order that is kept nowhere: it is counted into. */
export class Rows {
  /** The list of these numbers, in ascending order, and no other. */
  static of(numbers: Uint32Array): Rows {
    return new Rows({ start: 0, end: Infinity, wanted: ALL, hidden: numbers, archived: 'only' });
  }

  readonly length: number;
  readonly #choice: Choice;
  readonly #hidden: Uint32Array;
  readonly #base: number;

  constructor(choice: Choice) {
    const { start, end, wanted, hidden } = choice;
    this.#choice = choice;
    const inside = (): Uint32Array => hidden.subarray(search(hidden, start), search(hidden, end));
    this.#hidden =
      choice.archived === 'include' ? NONE : wanted.all ? inside() : inside().filter((each) => wanted.isWanted(each));
    this.#base = wanted.before(start);
    this.length = this.rank(end);
  }

  /** How many rows of the list come before a number. */
  rank(number: number): number {
    const { start, end, wanted, archived } = this.#choice;
    const hidden = search(this.#hidden, number);
    if (archived === 'only') return hidden;
    return wanted.before(Math.min(end, Math.max(start, number))) - this.#base - hidden;
  }

  has(number: number): boolean {
    return this.rank(number + 1) > this.rank(number);
  }

  /** The first row of the list from a number on. */
  next(number: number): number {
    const { archived, end } = this.#choice;
    if (archived === 'only') return this.#hidden[search(this.#hidden, number)] ?? end;
    let row = Math.max(this.#choice.start, number);
    while (row < end && !this.#isListed(row)) row++;
    return row;
  }

  /** The last row of the list before a number. */
  previous(number: number): number {
    const { archived, start } = this.#choice;
    if (archived === 'only') return this.#hidden[search(this.#hidden, number) - 1] ?? start;
    let row = Math.min(this.#choice.end, number) - 1;
    while (row > start && !this.#isListed(row)) row--;
    return row;
  }

  #isListed(number: number): boolean {
    return this.#choice.wanted.isWanted(number) && this.#hidden[search(this.#hidden, number)] !== number;
  }

  /** The row at a place of a list that is not only what is put away. */
  #at(place: number): number {
    const { start, end } = this.#choice;
    return firstWhere(start, end, (row) => this.rank(row + 1) > place);
  }

  /** The rows from one place of the list to another, exclusive. */
  slice(from: number, to: number): readonly number[] {
    if (to <= from) return [];
    if (this.#choice.archived === 'only') return [...this.#hidden.subarray(from, to)];
    const { wanted, end } = this.#choice;
    const found: number[] = [];
    const first = this.#at(from);
    let next = search(this.#hidden, first);
    for (let number = first; number < end && found.length < to - from; number++) {
      if (this.#hidden[next] === number) next++;
      else if (wanted.isWanted(number)) found.push(number);
    }
    return found;
  }
}
