import { isAbort, type Page, type PageRequest } from '../../data/index.js';
import type { Entity, Failure, Id, Query } from '../../model/index.js';
import { LAG_MS } from '../entity-table.js';
import { isPlaceholder } from '../is-placeholder.js';
import { listFailure, type ListSnapshot } from '../paged-list.js';
import { cleanPage } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { Reread } from '../upkeep/reread.js';
import type { KeptList } from '../views.js';
import { OffsetBase } from './offset-base.js';

/** Pages that are read at once. */
const MOST_READS = 3;
/** Times that a list is read anew because it moves while it is read. */
const MOST_RESTARTS = 2;
/** Pages that are read anew before what is looked at is shown again. */
const MOST_PAGES_ANEW = 8;

/** A list that can be read anywhere as it stands: every place of it is known, what is there as far as somebody has looked. */
export interface OffsetSnapshot extends Pick<ListSnapshot, 'status' | 'error' | 'total' | 'complete' | 'loadingMore'> {
  /** In list order; nothing where it has not been read. */
  readonly ids: readonly (Id | undefined)[];
}

/** What such a list needs to know of its rows. */
export interface OffsetSource<T extends Entity> {
  readonly query: Query;
  fetch(request: PageRequest, call: { readonly signal: AbortSignal }): Promise<Page<T>>;
  isRow(value: unknown): value is T;
  /** Keeps what was read. */
  accept(items: readonly T[]): void;
  /** A row as a person sees it. */
  row(id: Id): T | undefined;
  /** Whether a row belongs to this list. */
  matches(row: T): boolean;
  readonly compare: (a: T, b: T) => number;
}

/** A row that has come or left here, for as long as the backend's list may not say so. */
interface News {
  readonly since: number;
  readonly isIn: boolean;
}

/** What was read at an offset. */
interface ReadPage {
  readonly ids: readonly Id[];
  /** Rows that cannot be drawn. */
  readonly dropped: number;
  readonly total: number;
}

type Span = readonly [first: number, end: number];

/**
 * A list of an adapter that pages by offset and says how many there are: pages are read where somebody looks. Changes are laid
 * over what was read until the backend's pages carry them.
 */
export class OffsetList<T extends Entity> implements KeptList {
  readonly #source: OffsetSource<T>;
  readonly #core: StoreCore;
  readonly #reread: Reread;
  /** What each who shows the list looks at. */
  readonly #spans = new Map<object, Span>();
  readonly #reads = new Map<number, AbortController>();
  readonly #failed = new Map<number, Failure>();
  readonly #news = new Map<Id, News>();
  readonly #dirty = new Map<Id, boolean>();
  #base: OffsetBase;
  #snapshot: OffsetSnapshot;
  /** Why what was read could not be read again. */
  #failure: Failure | undefined;
  #anew: Promise<void> | undefined;
  #again = false;
  /** Something may have changed while nobody looked. */
  #isMissed = false;
  #usedAt: number;

  /** @param start what has been read of its start. */
  constructor(source: OffsetSource<T>, core: StoreCore, start: Pick<ListSnapshot, 'ids'>, total: number) {
    this.#source = source;
    this.#core = core;
    this.#usedAt = core.clock.now();
    // What the backend has not heard of has no offset.
    const [come, ids] = [start.ids.filter(isPlaceholder), start.ids.filter((id) => !isPlaceholder(id))];
    for (const id of come) this.#news.set(id, { since: this.#usedAt, isIn: true });
    this.#base = new OffsetBase(total - come.length);
    this.#base.put(0, ids, 0);
    this.#reread = new Reread(core.clock, core.caller, () => void this.refresh());
    this.#snapshot = this.#derive();
  }

  get query(): Query {
    return this.#source.query;
  }

  /** The list as it stands. */
  get value(): OffsetSnapshot {
    this.#usedAt = this.#core.clock.now();
    this.#applyChanges();
    return this.#snapshot;
  }

  get usedAt(): number {
    return this.#anew ? Infinity : this.#usedAt;
  }

  load(): Promise<void> {
    return Promise.resolve();
  }

  /** Tries again what could not be read. */
  more(): Promise<void> {
    const isOld = this.#failure !== undefined;
    this.#failed.clear();
    this.#failure = undefined;
    this.#changed();
    return isOld ? this.refresh() : Promise.resolve();
  }

  /** Says which places somebody looks at, from `first` up to, not including, `end`: they are read. */
  want(who: object, first: number, end: number): void {
    this.#spans.set(who, [first, end]);
    if (this.#isMissed) void this.refresh();
    this.#isMissed = false;
    this.#look();
  }

  /** Somebody does not look any more. */
  leave(who: object): void {
    if (!this.#spans.delete(who) || this.#spans.size > 0) return;
    this.#reread.stop();
    this.#giveUp();
    this.#isMissed = true;
  }

  /** Reads again what is looked at, and keeps the screen meanwhile. */
  refresh(): Promise<void> {
    this.#failed.clear();
    if (this.#spans.size === 0) {
      this.#isMissed = true;
      return Promise.resolve();
    }
    if (this.#anew) this.#again = true;
    this.#giveUp();
    return (this.#anew ??= this.#readAnew()
      .catch((thrown: unknown) => {
        if (!isAbort(thrown)) this.#failure = listFailure(thrown);
      })
      .finally(() => {
        this.#anew = undefined;
        this.#changed();
        if (this.#again) void this.refresh();
        this.#again = false;
      }));
  }

  /** Rows have been written: what is being read may be of before that. */
  outdate(): void {
    if (this.#anew) this.#again = true;
    else if (this.#reads.size > 0) this.#schedule();
  }

  /** A row has changed: looks at it again. @param quiet only this store learned or forgot it. */
  touch(id: Id, quiet = false): void {
    this.#dirty.set(id, quiet && (this.#dirty.get(id) ?? true));
  }

  /** Whether it cannot do without this row: somebody looks at it, or the backend may not list it yet. */
  uses(id: Id): boolean {
    this.#applyChanges();
    if (this.#news.has(id)) return true;
    const { ids } = this.#snapshot;
    return [...this.#spans.values()].some(([first, end]) =>
      ids.slice(Math.max(0, first), Math.max(0, end)).includes(id),
    );
  }

  dispose(): void {
    this.#reread.stop();
    this.#giveUp();
  }

  get #pageSize(): number {
    return this.#core.capabilities.limits.pageSize;
  }

  #schedule(): void {
    if (this.#spans.size > 0) this.#reread.schedule();
    else this.#isMissed = true;
  }

  #giveUp(): void {
    for (const controller of this.#reads.values()) controller.abort();
    this.#reads.clear();
  }

  /** Says that it is another now. */
  #changed(): void {
    this.#snapshot = this.#derive();
    this.#core.changed();
    this.#look();
  }

  /** The offsets to read next of a list, one for each page of it that is looked at, those in the middle first. */
  #missing(base: OffsetBase, shift = 0): readonly number[] {
    const size = this.#pageSize;
    const missing = new Map<number, number>();
    // As far as places and offsets can differ.
    const slack = this.#news.size;
    for (const [first, end] of this.#spans.values()) {
      const middle = (first + end) / 2 + shift;
      const from = Math.max(0, first + shift - slack);
      const to = Math.min(base.count, end + shift + slack);
      const found = new Map<number, number>();
      for (let at = from; at < to; at++) {
        const page = Math.floor(at / size);
        if (found.has(page) || this.#isThere(base, at)) continue;
        let start = page * size;
        while (this.#isThere(base, start)) start++;
        found.set(page, start);
      }
      const pages = [...found].sort(
        ([a], [b]) => Math.abs((a + 0.5) * size - middle) - Math.abs((b + 0.5) * size - middle),
      );
      for (const [page, at] of pages) missing.set(page, Math.min(at, missing.get(page) ?? Infinity));
    }
    return [...missing.values()];
  }

  #isThere(base: OffsetBase, offset: number): boolean {
    const id = base.id(offset);
    return base.isRead(offset) && (id === undefined || this.#news.has(id) || this.#source.row(id) !== undefined);
  }

  /** Reads what is looked at; what is not any more is given up. */
  #look(): void {
    if (this.#anew) return;
    const offsets = this.#missing(this.#base);
    const pages = new Set(offsets.map((at) => Math.floor(at / this.#pageSize)));
    for (const [page, controller] of this.#reads) {
      if (pages.has(page)) continue;
      controller.abort();
      this.#reads.delete(page);
    }
    for (const offset of offsets) {
      const page = Math.floor(offset / this.#pageSize);
      if (this.#reads.size >= MOST_READS) return;
      if (!this.#reads.has(page) && !this.#failed.has(page)) void this.#read(page, offset);
    }
  }

  async #read(page: number, offset: number): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#reads.set(page, controller);
    let isMoved = false;
    try {
      const answer = await this.#fetch(offset, signal);
      if (signal.aborted) return;
      isMoved = answer.total !== this.#base.count;
      if (!isMoved) this.#take(this.#base, offset, answer);
    } catch (thrown) {
      if (!signal.aborted) this.#failed.set(page, listFailure(thrown));
    }
    if (this.#reads.get(page) === controller) this.#reads.delete(page);
    if (signal.aborted) return;
    // Where the list has moved, offsets are not what they were.
    if (isMoved) void this.refresh();
    else this.#changed();
  }

  #take(base: OffsetBase, offset: number, { ids, dropped }: ReadPage): void {
    base.put(offset, ids, dropped);
    const since = this.#core.clock.now();
    // Known to be gone, or elsewhere, whatever a list that lags says: it would be read again and again.
    for (const id of ids) {
      const row = this.#source.row(id);
      if (!row || !this.#source.matches(row)) this.#news.set(id, { since, isIn: false });
    }
  }

  async #fetch(offset: number, signal?: AbortSignal): Promise<ReadPage> {
    const source = this.#source;
    const size = this.#pageSize;
    // Up to the end of the page, so that the next read begins where everybody's does.
    const request = { ...source.query, limit: size - (offset % size), offset };
    const answer = await this.#core.caller.read((call) => source.fetch(request, call), { priority: 'visible', signal });
    const { items, dropped, total } = cleanPage(answer, (value): value is T => source.isRow(value));
    source.accept(items);
    return { ids: items.map(({ id }) => id), dropped, total: total ?? offset + items.length + dropped };
  }

  /** Reads the start again, and what is looked at; then shows it instead of what was. */
  async #readAnew(): Promise<void> {
    const begun = this.#core.clock.now();
    let base = this.#base;
    for (let restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
      const start = await this.#fetch(0);
      base = new OffsetBase(start.total);
      this.#take(base, 0, start);
      if (await this.#readSpans(base)) break;
    }
    this.#base = base;
    this.#failure = undefined;
    for (const [id, { since }] of this.#news) if (since + LAG_MS < begun) this.#news.delete(id);
  }

  /** @returns whether the list stood still meanwhile. */
  async #readSpans(base: OffsetBase): Promise<boolean> {
    // What comes and goes does so at the start.
    const shift = base.count - this.#snapshot.ids.length;
    for (let pages = 0; pages < MOST_PAGES_ANEW; pages++) {
      const [offset] = this.#missing(base, shift);
      if (offset === undefined) break;
      const answer = await this.#fetch(offset);
      if (answer.total !== base.count) return false;
      this.#take(base, offset, answer);
    }
    return true;
  }

  #applyChanges(): void {
    if (this.#dirty.size === 0) return;
    const since = this.#core.clock.now();
    let isOther = false;
    for (const [id, quiet] of this.#dirty) {
      const row = this.#source.row(id);
      const isIn = row !== undefined && this.#source.matches(row);
      const was = this.#news.get(id)?.isIn ?? this.#base.has(id);
      // What is only learned or forgotten here stays where the backend has it.
      if (isIn === was || (quiet && (isIn || !row))) continue;
      this.#news.set(id, { since, isIn });
      isOther = true;
    }
    this.#dirty.clear();
    if (!isOther) return;
    this.#snapshot = this.#derive();
    this.#schedule();
  }

  #derive(): OffsetSnapshot {
    const news = this.#news;
    const ids = this.#base.list(news.size > 0 ? (id) => news.get(id)?.isIn === false : undefined);
    const come = [...news].flatMap(([id, { isIn }]) =>
      isIn && !this.#base.has(id) ? (this.#source.row(id) ?? []) : [],
    );
    for (const row of come) this.#insert(ids, row);
    const error = this.#failure ?? [...this.#failed.values()].at(-1) ?? null;
    return Object.freeze({
      ids: Object.freeze(ids),
      status: error ? 'error' : 'ready',
      error,
      total: ids.length,
      complete: true,
      loadingMore: false,
    });
  }

  /** Puts a row in its place, unless that has not been read. */
  #insert(ids: (Id | undefined)[], row: T): void {
    const { compare } = this.#source;
    const after = ids.findIndex((id) => {
      const other = id === undefined ? undefined : this.#source.row(id);
      return other !== undefined && compare(row, other) < 0;
    });
    const at = after < 0 ? ids.length : after;
    if (at === 0 || ids[at - 1] !== undefined) ids.splice(at, 0, row.id);
  }
}
