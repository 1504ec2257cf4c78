import type { Instant } from '../../model/index.js';
import { Chance } from './chance.js';
import { WINDOW } from './looks.js';

/** What has been done to a row or a session. */
interface Mark {
  readonly rev: number;
  readonly archivedAt?: Instant;
}

const UNTOUCHED: Mark = { rev: 1 };

const ascending = (a: number, b: number): number => a - b;

const archivedIn = (marks: ReadonlyMap<number, Mark>): readonly number[] =>
  [...marks].flatMap(([number, { archivedAt }]) => (archivedAt === undefined ? [] : [number])).sort(ascending);

/** What was archived: all that a synthetic library remembers. */
export class ArchiveState {
  readonly #items = new Map<number, Mark>();
  /** By the first row. */
  readonly #sessions = new Map<number, Mark>();
  /** By window: what has happened to the rows in it, in one number. */
  readonly #prints = new Map<number, number>();
  #whole = 0;
  readonly #chance = new Chance(0, 1);
  readonly #membersOf: (start: number) => readonly number[];
  #known: { own?: readonly number[]; hidden?: readonly number[]; sessions?: readonly number[] } = {};

  /** @param membersOf the rows of a session. */
  constructor(membersOf: (start: number) => readonly number[]) {
    this.#membersOf = membersOf;
  }

  item(index: number): Mark {
    return this.#items.get(index) ?? UNTOUCHED;
  }

  session(start: number): Mark {
    return this.#sessions.get(start) ?? UNTOUCHED;
  }

  setItem(index: number, archivedAt: Instant | undefined): number {
    const rev = this.item(index).rev + 1;
    this.#items.set(index, { rev, ...(archivedAt !== undefined && { archivedAt }) });
    this.#changed(index, rev);
    return rev;
  }

  setSession(start: number, archivedAt: Instant | undefined): number {
    const rev = this.session(start).rev + 1;
    this.#sessions.set(start, { rev, ...(archivedAt !== undefined && { archivedAt }) });
    for (const index of this.#membersOf(start)) this.#changed(index, -rev);
    return rev;
  }

  /** Rows that are archived themselves, in ascending order. */
  get own(): readonly number[] {
    return (this.#known.own ??= archivedIn(this.#items));
  }

  /** Rows that are archived, or their session is. */
  get hidden(): readonly number[] {
    return (this.#known.hidden ??= [
      ...new Set([...this.own, ...archivedIn(this.#sessions).flatMap(this.#membersOf)]),
    ].sort(ascending));
  }

  /** Sessions that are archived, each by its first row. */
  get sessions(): readonly number[] {
    return (this.#known.sessions ??= archivedIn(this.#sessions));
  }

  /** The same number for the same history of the rows of a window; 0 where nothing has happened. */
  print(window: number): number {
    return this.#prints.get(window) ?? 0;
  }

  /** The same for everything there is. */
  get whole(): number {
    return this.#whole;
  }

  #changed(index: number, rev: number): void {
    this.#known = {};
    const window = Math.floor(index / WINDOW);
    const print = this.#chance.bits(this.#chance.bits(index) + rev);
    this.#prints.set(window, (this.print(window) ^ print) >>> 0);
    this.#whole = (this.#whole ^ print) >>> 0;
  }
}
