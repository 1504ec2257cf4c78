import type { Call, Page, PageRequest } from '../data/index.js';
import type { Entity, Id, Query } from '../model/index.js';
import type { Caller } from './calls.js';
import { cleanPage } from './sanitize.js';

/** Pages in a row that bring nothing new before a list counts as at its end. */
const MOST_IDLE_PAGES = 3;

/** How an adapter's list is read. */
export interface WalkSource<T extends Entity> {
  /** What is asked for: only filters that the adapter offers. */
  query(): Query;
  fetch(request: PageRequest, call: Call): Promise<Page<T>>;
  isRow(value: unknown): value is T;
  /** Rows per page. */
  pageSize(): number;
  /** Whether the adapter takes offsets where it gives no cursor. */
  byOffset(): boolean;
}

/** Part of a list, as it was read. */
export interface Step<T> {
  readonly rows: readonly T[];
  /** The rows of it that were not read before. */
  readonly fresh: readonly T[];
}

/**
 * One walk along a list from its start, page by page: each row once, an end to cursors that come round again and to pages
 * without end that bring nothing. A page that could not be read leaves the walk where it was.
 */
export class ListWalk<T extends Entity> {
  readonly #source: WalkSource<T>;
  readonly #caller: Caller;
  readonly #seen = new Set<Id>();
  readonly #cursors = new Set<string>();
  #next: Pick<PageRequest, 'cursor' | 'offset'> = {};
  #taken = 0;
  #idle = 0;
  #pages = 0;
  #isDone = false;
  #isShifted = false;
  #dropped = 0;
  #total: number | null = null;
  #last: Pick<Entity, 'id' | 'createdAt'> | undefined;

  constructor(source: WalkSource<T>, caller: Caller) {
    this.#source = source;
    this.#caller = caller;
  }

  /** How many pages were read. */
  get pages(): number {
    return this.#pages;
  }

  /** The end has been reached. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** The list moved under offsets: rows may have been skipped. */
  get isShifted(): boolean {
    return this.#isShifted;
  }

  /** Rows that cannot be drawn. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many rows there are, as the last page said. */
  get total(): number | null {
    return this.#total;
  }

  /** The last row that was read: what lies before it is loaded. */
  get last(): Pick<Entity, 'id' | 'createdAt'> | undefined {
    return this.#last;
  }

  /** Reads one page. */
  async step(): Promise<Step<T>> {
    const source = this.#source;
    const request: PageRequest = { ...source.query(), limit: source.pageSize(), ...this.#next };
    const answer = await this.#caller.read((call) => source.fetch(request, call), { priority: 'visible' });
    const isRow = (value: unknown): value is T => source.isRow(value);
    const { items, dropped, nextCursor = null, total = null } = cleanPage(answer, isRow);
    const fresh: T[] = [];
    for (const row of items) {
      if (this.#seen.has(row.id)) continue;
      this.#seen.add(row.id);
      fresh.push(row);
    }
    const last = items.at(-1);
    if (last) this.#last = { id: last.id, createdAt: last.createdAt };
    this.#pages++;
    this.#taken += items.length + dropped;
    this.#dropped += dropped;
    this.#idle = fresh.length > 0 ? 0 : this.#idle + 1;
    this.#goOn(nextCursor, items.length + dropped, total);
    if (total !== null) this.#total = total;
    return { rows: items, fresh };
  }

  #goOn(cursor: string | null, size: number, total: number | null): void {
    if (cursor !== null) {
      const isLoop = this.#cursors.has(cursor);
      this.#cursors.add(cursor);
      this.#next = { cursor };
      this.#isDone = isLoop || this.#idle >= MOST_IDLE_PAGES;
      return;
    }
    // Without a cursor the list may still go on by offset (contract rule 5).
    this.#isDone =
      size === 0 || this.#idle >= MOST_IDLE_PAGES || this.#taken >= (total ?? 0) || !this.#source.byOffset();
    if (this.#next.offset !== undefined && this.#total !== null && total !== this.#total) this.#isShifted = true;
    this.#next = { offset: this.#taken };
  }
}
