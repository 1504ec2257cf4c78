import { isAbort, toFailure } from '../data/index.js';
import type { Entity, Failure, Id, Query } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';
import { LAG_MS } from './entity-table.js';
import { ListWalk, type Step, type WalkSource } from './list-walk.js';

/** Pages read by one call of `more()` as long as none of their rows belongs to the list. */
const MOST_PAGES_AT_ONCE = 3;
/** Changes that wait for somebody to look. */
const MOST_WAITING = 5000;
/** Times that a read starts anew because its cursor has expired. */
const MOST_RESTARTS = 2;

/** A list as far as it is loaded. */
export interface ListSnapshot {
  /** In list order. */
  readonly ids: readonly Id[];
  /** `ready` also while further rows load. */
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  /** Why the last read failed. */
  readonly error: Failure | null;
  /** How many rows there are, where that is known; never less than are loaded. */
  readonly total: number | null;
  /** Every row is loaded. */
  readonly complete: boolean;
  readonly loadingMore: boolean;
  /** Rows the adapter sent that cannot be drawn. */
  readonly dropped: number;
  /** Rows have changed whose place only the backend knows (a search by text): read again to see them. */
  readonly stale: boolean;
}

/** What a list needs to know of its rows. */
export interface ListSource<T extends Entity> extends Omit<WalkSource<T>, 'query'> {
  readonly query: Query;
  /** The query as the adapter understands it; `query` itself where it understands all of it. */
  offered(): Query;
  /** Whether only the backend knows which rows belong, and where: nothing is put in between. */
  isRanked(): boolean;
  /** Keeps what was read. */
  accept(items: readonly T[]): void;
  /** A row as a person sees it. */
  row(id: Id): T | undefined;
  /** Whether a row belongs to this list. */
  matches(row: T): boolean;
  /** Whether a row that the adapter has listed still belongs. */
  stays(row: T): boolean;
  compare(a: Pick<Entity, 'id' | 'createdAt'>, b: Pick<Entity, 'id' | 'createdAt'>): number;
}

/** Why a list could not be read. */
export const listFailure = (thrown: unknown): Failure => ({
  ...toFailure(thrown),
  // Aborted is a list whose store was disposed of: asking again would be refused at once, for ever.
  ...(isAbort(thrown) && { retryable: false }),
});

const EMPTY: ListSnapshot = Object.freeze({
  ids: Object.freeze([]),
  status: 'idle',
  error: null,
  total: null,
  complete: false,
  loadingMore: false,
  dropped: 0,
  stale: false,
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
  #members = new Set<Id>();
  /** Rows that came to match, with the time: a page that is older than that, or lags, does not have them. */
  readonly #fresh = new Map<Id, number>();
  readonly #dirty = new Set<Id>();
  #snapshot = EMPTY;
  /** What is loaded was read by this; it may have gone on since. */
  #walk: ListWalk<T> | undefined;
  /** The last row of what is loaded; `null`: everything is. */
  #end: Pick<Entity, 'id' | 'createdAt'> | null | undefined;
  #reading: Promise<void> | undefined;
  #again = false;
  /** What is loaded was read while something was being written. */
  #isOfDuringWrite = false;
  #wantsMore = false;
  #usedAt: number;

  constructor(source: ListSource<T>, caller: Caller, clock: Clock, onChange: () => void) {
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#usedAt = clock.now();
  }

  get query(): Query {
    return this.#source.query;
  }

  /** The list as it stands. */
  get value(): ListSnapshot {
    this.#usedAt = this.#clock.now();
    this.#applyChanges();
    return this.#snapshot;
  }

  /** When somebody last looked; `Infinity` while it is being read. */
  get usedAt(): number {
    return this.#reading ? Infinity : this.#usedAt;
  }

  /** Reads the first page, unless that has been done or is under way; after an error, what could not be read. */
  load(): Promise<void> {
    if (this.#snapshot.status === 'ready') return Promise.resolve();
    if (this.#walk) return this.refresh();
    return this.#exclusive(async () => {
      this.#patch({ status: 'loading', error: null });
      await this.#readAnew(() => false);
    });
  }

  /** Reads the next page, unless all are read or one is under way. */
  more(): Promise<void> {
    const walk = this.#walk;
    if (!walk) return this.load();
    // What is whole may be out of date: its last refresh failed.
    if (this.#snapshot.complete) return this.#snapshot.status === 'error' ? this.refresh() : Promise.resolve();
    if (this.#reading) {
      // Its answer may be in already: whoever asks for more because of it must not be forgotten.
      this.#wantsMore ||= !this.#snapshot.loadingMore;
      return this.#reading;
    }
    return this.#exclusive(async () => {
      this.#patch({ loadingMore: true, error: null });
      try {
        await this.#readOn(walk);
      } catch (thrown) {
        if (toFailure(thrown).code !== 'cursor-expired') throw thrown;
        await this.#readAnew((anew) => anew.pages <= walk.pages);
      }
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
    return this.#exclusive(() => this.#readAnew((walk) => this.#isShorter(walk)));
  }

  /**
   * Rows have been written: what is being read, or was read meanwhile, may be of before that, and is read again.
   * @internal
   */
  outdate(): void {
    if (this.#reading) this.#again = true;
    else if (this.#isOfDuringWrite) void this.refresh();
  }

  /**
   * A row has changed: looks at it again.
   * @param quiet there are neither more nor fewer rows, only this store learned or forgot it.
   */
  touch(id: Id, quiet = false): void {
    const isEmpty = !this.#walk && !this.#reading;
    if (isEmpty || (quiet && this.#source.isRanked())) return;
    this.#dirty.add(id);
    // Nobody may look for hours.
    if (this.#dirty.size >= MOST_WAITING) this.#applyChanges();
  }

  /** Whether it cannot do without this row. */
  uses(id: Id): boolean {
    this.#applyChanges();
    return this.#members.has(id);
  }

  #exclusive(work: () => Promise<void>): Promise<void> {
    this.#reading ??= work()
      .catch((thrown: unknown) => {
        this.#patch({ status: 'error', error: listFailure(thrown), loadingMore: false });
      })
      .finally(() => {
        this.#reading = undefined;
        if (this.#again) {
          this.#again = false;
          void this.refresh();
          return;
        }
        const wantsMore = this.#wantsMore && this.#snapshot.status === 'ready';
        this.#wantsMore = false;
        if (wantsMore) void this.more();
      });
    return this.#reading;
  }

  async #readOn(walk: ListWalk<T>): Promise<void> {
    const begun = this.#clock.now();
    const come: Id[] = [];
    let missing = 0;
    for (let pages = 0; pages < MOST_PAGES_AT_ONCE && come.length === 0 && !walk.isDone; pages++) {
      const step = await this.#step(walk);
      const belong = step.fresh.filter(({ id }) => this.#belongs(id));
      missing = step.rows.filter(({ id }) => !this.#belongs(id)).length;
      for (const { id } of belong) come.push(id);
    }
    this.#applyOthers(come);
    const fresh = come.filter((id) => !this.#members.has(id));
    for (const id of fresh) this.#members.add(id);
    this.#commit(walk, [...this.#snapshot.ids, ...fresh], missing, begun);
    if (walk.isShifted) this.#again = true;
  }

  /** Walks from the start again, for one page and on as long as `isWanted` says. */
  async #readAnew(isWanted: (walk: ListWalk<T>) => boolean): Promise<void> {
    const source = this.#source;
    for (let restarts = 0; ; restarts++) {
      const begun = this.#clock.now();
      const walk = new ListWalk<T>({ ...source, query: () => source.offered() }, this.#caller);
      const read: Id[] = [];
      try {
        // One by one: a page may hold more than a call can take as arguments.
        do for (const { id } of (await this.#step(walk)).fresh) read.push(id);
        while (!walk.isDone && isWanted(walk));
      } catch (thrown) {
        if (toFailure(thrown).code === 'cursor-expired' && restarts < MOST_RESTARTS) continue;
        throw thrown;
      }
      const ids = read.filter((id) => this.#belongs(id));
      this.#applyOthers(ids);
      this.#members = new Set(ids);
      this.#patch({ stale: false });
      this.#commit(walk, ids, read.length - ids.length, begun);
      return;
    }
  }

  async #step(walk: ListWalk<T>): Promise<Step<T>> {
    const step = await walk.step();
    this.#source.accept(step.rows);
    return step;
  }

  /** Whether a new walk has not come as far as what is loaded: new rows at the start must not push others off its end. */
  #isShorter(walk: ListWalk<T>): boolean {
    const old = this.#walk;
    if (!old || walk.pages > 2 * old.pages + MOST_PAGES_AT_ONCE) return false;
    const end = this.#end;
    if (end === null) return true;
    if (this.#source.isRanked()) return walk.pages < old.pages;
    return end !== undefined && (!walk.last || this.#source.compare(walk.last, end) < 0);
  }

  /** Takes over what was read, with what has changed meanwhile laid over it. */
  #commit(walk: ListWalk<T>, ids: readonly Id[], missing: number, begun: number): void {
    this.#walk = walk;
    this.#isOfDuringWrite = this.#caller.isWriting;
    this.#end = walk.isDone ? null : walk.last;
    const isFiltered = this.#source.offered() === this.#source.query;
    // Where the adapter does not filter, its total is of something else.
    const total = walk.total === null || !isFiltered ? null : walk.total - missing;
    this.#patch({
      status: 'ready',
      error: null,
      loadingMore: false,
      dropped: walk.dropped,
      ...this.#extent(ids, total),
    });
    for (const [id, since] of this.#fresh) {
      if (since + LAG_MS < begun) this.#fresh.delete(id);
      else this.#dirty.add(id);
    }
  }

  #extent(ids: readonly Id[], total: number | null): Pick<ListSnapshot, 'ids' | 'complete' | 'total'> {
    const complete = this.#end === null;
    const known = total === null ? null : Math.max(total, ids.length);
    return { ids: Object.freeze(ids), complete, total: complete ? ids.length : known };
  }

  /** Applies the changes of all rows but those that were just read: what became of these is known. */
  #applyOthers(read: readonly Id[]): void {
    for (const id of read) this.#dirty.delete(id);
    this.#applyChanges();
  }

  #belongs(id: Id): boolean {
    const row = this.#source.row(id);
    return row !== undefined && this.#source.stays(row);
  }

  #applyChanges(): void {
    if (this.#dirty.size === 0 || !this.#walk) return;
    const gone = new Set<Id>();
    const come: T[] = [];
    for (const id of this.#dirty) {
      const row = this.#source.row(id);
      if (!this.#members.has(id)) {
        if (row && this.#source.matches(row)) come.push(row);
      } else if (!this.#belongs(id)) gone.add(id);
    }
    this.#dirty.clear();
    for (const id of gone) {
      this.#members.delete(id);
      this.#fresh.delete(id);
    }
    const inserted = this.#admit(come);
    if (gone.size + inserted.length === 0) return;
    const kept = gone.size > 0 ? this.#snapshot.ids.filter((id) => !gone.has(id)) : this.#snapshot.ids;
    const ids = this.#merge(kept, inserted);
    const { total } = this.#snapshot;
    const next = total === null ? null : Math.max(0, total + inserted.length - gone.size);
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...this.#extent(ids, next) });
  }

  /** The rows that have a place in what is loaded; the others come with their page. */
  #admit(come: readonly T[]): readonly T[] {
    if (come.length === 0) return come;
    if (this.#source.isRanked()) {
      this.#snapshot = Object.freeze({ ...this.#snapshot, stale: true });
      return [];
    }
    const now = this.#clock.now();
    // What is read from now on has those of long ago.
    for (const [id, since] of this.#fresh) if (!this.#reading && since + LAG_MS < now) this.#fresh.delete(id);
    for (const { id } of come) if (!this.#fresh.has(id)) this.#fresh.set(id, now);
    const inserted = come.filter((row) => this.#isLoaded(row));
    for (const { id } of inserted) this.#members.add(id);
    return inserted;
  }

  #isLoaded(row: T): boolean {
    const end = this.#end;
    return end === null || (end !== undefined && this.#source.compare(row, end) <= 0);
  }

  #merge(ids: readonly Id[], rows: readonly T[]): readonly Id[] {
    if (rows.length === 0) return ids;
    const source = this.#source;
    const waiting = [...rows].sort((a, b) => source.compare(b, a));
    const merged: Id[] = [];
    for (const id of ids) {
      const other = source.row(id);
      for (let next = waiting.at(-1); next && other && source.compare(next, other) < 0; next = waiting.at(-1)) {
        merged.push(next.id);
        waiting.pop();
      }
      merged.push(id);
    }
    return [...merged, ...waiting.reverse().map(({ id }) => id)];
  }

  #patch(patch: Partial<ListSnapshot>): void {
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...patch });
    this.#onChange();
  }
}
