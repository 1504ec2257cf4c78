import { firstWhere } from '../../internal/sorted-search.js';
import type { Countable } from './rows.js';

/** A session that was made for rows that moved into it. */
export interface MadeSession {
  /** In ms since the epoch. */
  readonly createdAt: number;
  readonly title?: string | undefined;
  /** The first row of the session whose brief it has. */
  readonly like: number;
}

/** Sessions that were made since: each is numbered by how many there were before it, also those that have gone. */
export class MadeSessions {
  readonly #all: MadeSession[] = [];
  /** In ascending order. */
  #gone: readonly number[] = [];

  /** How many there ever were. */
  get length(): number {
    return this.#all.length;
  }

  /** @returns its number. */
  add(session: MadeSession): number {
    return this.#all.push(session) - 1;
  }

  /** What was made, whether it is still there or not. */
  get(number: number): MadeSession | undefined {
    return this.#all[number];
  }

  isThere(number: number): boolean {
    return number < this.#all.length && !this.#gone.includes(number);
  }

  /** Takes one away, or brings it back. */
  put(number: number, isThere: boolean): void {
    const others = this.#gone.filter((each) => each !== number);
    this.#gone = isThere ? others : [...others, number].sort((a, b) => a - b);
  }

  /** Those that are there, with others before them of which each is. */
  after(others: number): Countable {
    const gone = this.#gone;
    return {
      before: (number) => number - firstWhere(0, gone.length, (at) => (gone[at] ?? 0) >= number - others),
      isWanted: (number) => !gone.includes(number - others),
      all: gone.length === 0,
    };
  }
}
