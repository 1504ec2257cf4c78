import { isAbort, toFailure, type Page, type PageRequest, type Call } from '../data/index.js';
import type { Entity, Failure, Id, Query } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';
import { cleanPage, type CleanPage } from './sanitize.js';

/** How long a backend's lists may lag behind its writes, in ms (contract rule 35). */
const LAG_MS = 10_000;
/** Pages in a row that bring nothing new before the list counts as at its end. */
const MOST_IDLE_PAGES = 2;

/** A list as far as it is loaded. */
export interface ListSnapshot {
  /** In list order. */
  readonly ids: readonly Id[];
  /** `ready` also while further rows load. */
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  /** Why the last read failed. */
  readonly error: Failure | null;
  /** How many rows there are, where the adapter says. */
  readonly total: number | null;
  /** Every row is loaded. */
  readonly complete: boolean;
  readonly loadingMore: boolean;
  /** Rows the adapter sent that cannot be drawn. */
  readonly dropped: number;
}

/** What a list needs to know of its rows. */
export interface ListSource<T extends Entity> {
  readonly query: Query;
  fetch(request: PageRequest, call: Call): Promise<Page<T>>;
  isRow(value: unknown): value is T;
  /** Keeps what was read. */
  accept(items: readonly T[]): void;
  /** A row as a person sees it. */
  row(id: Id): T | undefined;
  /** Whether a row belongs to this list. */
  matches(row: T): boolean;
  compare(a: Pick<Entity, 'id' | 'createdAt'>, b: Pick<Entity, 'id' | 'createdAt'>): number;
  /** Rows per page. */
  pageSize(): number;
}

const EMPTY: ListSnapshot = Object.freeze({
  ids: Object.freeze([]),
  status: 'idle',
  error: null,
  total: null,
  complete: false,
  loadingMore: false,
  dropped: 0,
});

/**
 * A list of ids, loaded page by page from its start and kept right by changes in between: rows that come to match are put
 * in their place, rows that cease to match leave. Work is done when somebody looks.
 */
export class PagedList<T extends Entity> {
  readonly #source: ListSource<T>;
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #keys = new Map<Id, Pick<Entity, 'id' | 'createdAt'>>();
  /** Rows put in by a change, with the time: a lagging page must not take them out. */
  readonly #fresh = new Map<Id, number>();
  readonly #dirty = new Set<Id>();
  #snapshot = EMPTY;
  #cursor: string | null = null;
  #seenCursors = new Set<string>();
  #idlePages = 0;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(source: ListSource<T>, caller: Caller, clock: Clock, onChange: () => void) {
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get query(): Query {
    return this.#source.query;
  }

  /** The list as it stands. */
  get value(): ListSnapshot {
    this.#applyChanges();
    return this.#snapshot;
  }

  /** Reads the first page, unless that has been done or is under way. */
  load(): Promise<void> {
    if (this.#snapshot.status === 'ready') return Promise.resolve();
    return this.#exclusive(async () => {
      this.#patch({ status: 'loading', error: null });
      this.#restart();
      await this.#readPages(1, []);
    });
  }

  /** Reads the next page, unless all are read or one is under way. */
  more(): Promise<void> {
    const { status, complete } = this.#snapshot;
    if (status === 'idle' || (status === 'error' && this.#snapshot.ids.length === 0)) return this.load();
    if (complete) return Promise.resolve();
    return this.#exclusive(async () => {
      this.#patch({ loadingMore: true, error: null });
      await this.#readPages(1, this.value.ids);
    });
  }

  /** Reads again what is loaded and keeps the screen meanwhile. */
  refresh(): Promise<void> {
    if (this.#snapshot.status === 'idle') return Promise.resolve();
    if (this.#reading) {
      // The read under way may have been answered before the change that asks for this one.
      this.#again = true;
      return this.#reading;
    }
    return this.#exclusive(async () => {
      const pages = Math.max(1, Math.ceil(this.#snapshot.ids.length / this.#source.pageSize()));
      this.#restart();
      await this.#readPages(pages, []);
    });
  }

  /** A row has changed: looks at it again. */
  touch(id: Id): void {
    if (this.#snapshot.status !== 'idle') this.#dirty.add(id);
  }

  #restart(): void {
    this.#cursor = null;
    this.#seenCursors = new Set();
    this.#idlePages = 0;
  }

  #exclusive(work: () => Promise<void>): Promise<void> {
    this.#reading ??= work()
      .catch((thrown: unknown) => {
        if (isAbort(thrown))
          this.#patch({ status: this.#snapshot.ids.length > 0 ? 'ready' : 'idle', loadingMore: false });
        else this.#patch({ status: 'error', error: toFailure(thrown), loadingMore: false });
      })
      .finally(() => {
        this.#reading = undefined;
        if (!this.#again) return;
        this.#again = false;
        void this.refresh();
      });
    return this.#reading;
  }

  async #readPages(pages: number, before: readonly Id[]): Promise<void> {
    const ids = [...before];
    const members = new Set(ids);
    let { dropped } = before.length > 0 ? this.#snapshot : EMPTY;
    let total: number | null = null;
    let complete = false;
    for (let page = 0; page < pages && !complete; page++) {
      const answer = await this.#readPage();
      this.#source.accept(answer.items);
      const size = ids.length;
      for (const { id } of answer.items) if (!members.has(id)) ids.push(members.add(id) && id);
      dropped += answer.dropped;
      total = answer.total ?? total;
      complete = this.#isEnd(answer, ids.length > size);
    }
    this.#replace(ids, { status: 'ready', error: null, loadingMore: false, total, complete, dropped });
  }

  async #readPage(): Promise<CleanPage<T>> {
    const { query, fetch, isRow, pageSize } = this.#source;
    const cursor = this.#cursor;
    const request: PageRequest = { ...query, limit: pageSize(), ...(cursor !== null && { cursor }) };
    return cleanPage(await this.#caller.read((call) => fetch(request, call), { priority: 'visible' }), isRow);
  }

  #isEnd({ nextCursor = null }: CleanPage<T>, grew: boolean): boolean {
    this.#idlePages = grew ? 0 : this.#idlePages + 1;
    // Cursors that come round again, or pages without end that bring nothing, must not be followed for ever.
    const looped = nextCursor !== null && this.#seenCursors.has(nextCursor);
    if (nextCursor !== null) this.#seenCursors.add(nextCursor);
    this.#cursor = nextCursor;
    return nextCursor === null || looped || this.#idlePages >= MOST_IDLE_PAGES;
  }

  /** Puts read rows in place of the old ones, with what has changed since laid over them. */
  #replace(ids: readonly Id[], patch: Partial<ListSnapshot>): void {
    this.#applyChanges();
    const read = new Set(ids);
    const kept = ids.filter((id) => this.#belongs(id));
    const missing = ids.length - kept.length;
    const horizon = this.#clock.now() - LAG_MS;
    this.#keys.clear();
    for (const id of kept) this.#remember(id);
    const { complete = false, total = null } = patch;
    this.#patch({ ...patch, ids: Object.freeze(kept), total: total === null ? null : Math.max(0, total - missing) });
    this.#snapshot = Object.freeze({ ...this.#snapshot, complete });
    for (const [id, since] of this.#fresh) {
      if (since < horizon) this.#fresh.delete(id);
      else if (!read.has(id)) this.#dirty.add(id);
    }
  }

  #belongs(id: Id): boolean {
    const row = this.#source.row(id);
    return row !== undefined && this.#source.matches(row);
  }

  #remember(id: Id): void {
    const row = this.#source.row(id);
    if (row) this.#keys.set(id, { id, createdAt: row.createdAt });
  }

  #applyChanges(): void {
    if (this.#dirty.size === 0) return;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    const gone = new Set(dirty.filter((id) => this.#keys.has(id) && !this.#belongs(id)));
    const come = dirty.filter((id) => !this.#keys.has(id) && this.#belongs(id));
    if (gone.size + come.length === 0) return;
    for (const id of gone) {
      this.#keys.delete(id);
      this.#fresh.delete(id);
    }
    const ids = gone.size > 0 ? this.#snapshot.ids.filter((id) => !gone.has(id)) : [...this.#snapshot.ids];
    const inserted = come.filter((id) => this.#insert(ids, id)).length;
    const { total } = this.#snapshot;
    this.#snapshot = Object.freeze({
      ...this.#snapshot,
      ids: Object.freeze(ids),
      total: total === null ? null : Math.max(0, total + come.length - gone.size),
    });
    if (gone.size + inserted > 0) this.#onChange();
  }

  /** Puts a row in its place; one beyond what is loaded comes with its page. */
  #insert(ids: Id[], id: Id): boolean {
    const row = this.#source.row(id);
    if (!row) return false;
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#keys.get(ids[middle] ?? '');
      if (other && this.#source.compare(other, row) <= 0) low = middle + 1;
      else high = middle;
    }
    if (low === ids.length && !this.#snapshot.complete && this.#snapshot.status === 'ready') return false;
    ids.splice(low, 0, id);
    this.#remember(id);
    this.#fresh.set(id, this.#clock.now());
    return true;
  }

  #patch(patch: Partial<ListSnapshot>): void {
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...patch });
    this.#onChange();
  }
}
