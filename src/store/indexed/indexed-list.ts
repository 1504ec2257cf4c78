import type { Failure, Id, Iteration, Query } from '../../model/index.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { LAG_MS } from '../entity-table.js';
import { listFailure, type ListSnapshot } from '../paged-list.js';
import { Reread } from '../upkeep/reread.js';
import { cleanManifest } from './clean-index.js';
import type { IndexSource } from './index-source.js';
import { countWithNews, isOther, knownFrom, newsRow, withNews, type News } from './index-news.js';
import { NewsBook } from './news-book.js';
import { RowReader } from './row-reader.js';
import {
  NO_COLUMNS,
  NO_HEAD,
  placeOfTime,
  placesIn,
  type Segment,
  type SegmentColumns,
  type SegmentHead,
} from './segment.js';
import { SegmentOrder } from './segment-order.js';
import { SegmentReader, type ReadSegment } from './segment-reader.js';

/** A list with random access as it stands: every place of it is known, what is there as far as somebody has looked. */
export interface IndexSnapshot extends Pick<ListSnapshot, 'status' | 'error' | 'total' | 'complete' | 'loadingMore'> {
  readonly order: SegmentOrder;
}

const NOTHING = new SegmentOrder([]);
const EMPTY: IndexSnapshot = {
  status: 'idle',
  error: null,
  total: null,
  complete: false,
  loadingMore: false,
  order: NOTHING,
};
/**
 * Changes that wait for somebody to look; of what is laid over the segments, more than that is read again instead, and of what comes
 * into one segment, too: it would be sorted in again and again.
 */
const MOST_WAITING = 5000;

/**
 * The iterations a query matches, by a segment index: where everything is comes at once, what is there is read where somebody
 * looks, and changes are laid over it until the backend's segments carry them.
 */
export class IndexedList {
  readonly query: Query;
  readonly #source: IndexSource;
  readonly #segments: SegmentReader;
  readonly #rows: RowReader;
  readonly #reread: Reread;
  readonly #news = new NewsBook();
  /** Rows to look at again, and whether only this store learned of them. */
  readonly #dirty = new Map<Id, boolean>();
  readonly #shown = new Map<string, { readonly segment: Segment; readonly of: readonly unknown[] }>();
  #heads: readonly SegmentHead[] = [];
  /** What has been read of each. */
  #reads: readonly (ReadSegment | undefined)[] = [];
  /** Which of them have changed since. */
  #doubtful: readonly number[] = [];
  #etag: string | undefined;
  /** Why the manifest could not be read. */
  #failure: Failure | undefined;
  /** When the manifest was asked for. */
  #readAt = 0;
  #snapshot = EMPTY;
  /** What is shown is not what is known: all of it, or the segments that news belong to. */
  #isOld: boolean | 'news' = false;
  #reading: Promise<void> | undefined;
  #again = false;
  /** What each who shows the list looks at. */
  readonly #ranges = new Map<object, readonly [first: number, end: number]>();
  /** Something may have changed while nobody looked. */
  #isMissed = false;
  #usedAt: number;

  constructor(source: IndexSource) {
    const { core, index, query } = source;
    const { caller, clock } = core;
    this.query = query;
    this.#source = source;
    this.#usedAt = clock.now();
    this.#segments = new SegmentReader(
      { index, query, changed: () => this.#outdated(), replaced: () => this.#schedule() },
      caller,
      clock,
    );
    this.#rows = new RowReader(core, { accept: (rows) => source.accept(rows), lost: (ids) => this.#lose(ids) });
    this.#reread = new Reread(clock, caller, (isLast) => {
      if (isLast) this.#segments.retry(true);
      void this.refresh();
    });
  }

  /** The list as it stands. */
  get value(): IndexSnapshot {
    this.#usedAt = this.#source.core.clock.now();
    this.#applyChanges();
    if (this.#isOld) this.#derive();
    return this.#snapshot;
  }

  get usedAt(): number {
    return this.#reading ? Infinity : this.#usedAt;
  }

  /** Reads where everything is, unless that has been done or is under way; after an error, again. */
  load(): Promise<void> {
    return this.#heads.length > 0 && !this.#failure ? Promise.resolve() : this.#read();
  }

  /** Tries again what could not be read. */
  more(): Promise<void> {
    this.#segments.retry(true);
    this.#rows.retry();
    return this.#failure ? this.#read() : Promise.resolve();
  }

  /** Reads again where everything is; what has changed of it is read where somebody looks. */
  refresh(): Promise<void> {
    // A query that an index does not know is read elsewhere.
    if (this.#snapshot.status === 'idle' || this.#failure?.code === 'unsupported') return Promise.resolve();
    this.#segments.retry(false);
    this.#rows.retry();
    if (this.#reading) this.#again = true;
    return this.#read();
  }

  /** Rows have been written: what is being read may be of before that, and not all that was written need be known here. */
  outdate(): void {
    if (this.#reading) this.#again = true;
    if (this.#heads.length > 0) this.#schedule();
  }

  /** Says which items somebody looks at, from `first` up to, not including, `end`: they are read. */
  want(who: object, first: number, end: number): void {
    this.#ranges.set(who, [first, end]);
    if (this.#isMissed) void this.refresh();
    this.#isMissed = false;
    this.#look();
  }

  /** Somebody does not look any more. */
  leave(who: object): void {
    if (!this.#ranges.delete(who)) return;
    this.#look();
    if (!this.miss()) return;
    this.#reread.stop();
    this.#rows.dispose();
  }

  /** Where nobody looks, reads again when somebody does; answers whether that is so. */
  miss(): boolean {
    return this.#ranges.size === 0 && (this.#isMissed = true);
  }

  /** Reads again soon, or when somebody looks again. */
  #schedule(): void {
    if (!this.miss()) this.#reread.schedule();
  }

  #look(): void {
    const { order } = this.#snapshot;
    const near = new Set<Segment>();
    const ids: Id[] = [];
    for (const range of this.#ranges.values()) {
      const [first, end] = [Math.max(0, range[0]), Math.min(order.count, range[1])];
      if (first >= end) continue;
      const [from, to] = [order.segmentOf(first), order.segmentOf(end - 1)];
      const middle = order.segmentOf((first + end) >> 1);
      const places = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
      for (const at of places) {
        const segment = order.segments[at];
        if (segment) near.add(segment);
      }
      for (let item = first; item < end; item++) {
        const id = order.id(item);
        if (id !== undefined) ids.push(id);
      }
    }
    if (near.size === 0 && this.#ranges.size > 0) return;
    const heads = [...near].flatMap(({ key }) => this.#heads.find((head) => head.key === key) ?? []);
    this.#segments.want(heads.filter((head) => head !== NO_HEAD));
    this.#rows.want(ids);
  }

  /**
   * A row has changed: looks at it again.
   * @param quiet there are neither more nor fewer rows, only this store learned or forgot it.
   */
  touch(id: Id, quiet = false): void {
    if (this.#heads.length === 0 && !this.#reading) return;
    this.#dirty.set(id, quiet && (this.#dirty.get(id) ?? true));
    if (this.#dirty.size >= MOST_WAITING) this.#applyChanges();
  }

  /** Whether it cannot do without this row: somebody looks at it. */
  uses(id: Id): boolean {
    this.#applyChanges();
    return this.#rows.wants(id);
  }

  dispose(): void {
    this.#reread.stop();
    this.#rows.dispose();
    this.#segments.want([]);
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readManifest().finally(() => {
      this.#reading = undefined;
      if (!this.#again) return;
      this.#again = false;
      void this.refresh();
    });
    return this.#reading;
  }

  async #readManifest(): Promise<void> {
    const { core, index, query } = this.#source;
    const at = core.clock.now();
    if (this.#heads.length === 0) this.#snapshot = { ...EMPTY, status: 'loading' };
    const etag = this.#etag;
    try {
      const answer: unknown = await core.caller.read((call) => {
        return index.manifest(query, etag === undefined ? call : { ...call, etag });
      });
      if (answer !== 'unchanged' || this.#heads.length === 0) {
        const manifest = cleanManifest(answer, query.order);
        this.#etag = manifest.etag;
        this.#takeHeads(manifest.heads);
      }
      this.#readAt = at;
      this.#failure = undefined;
    } catch (thrown) {
      this.#failure = listFailure(thrown);
    }
    this.#outdated();
  }

  /** Takes other heads; those of which nothing has changed stay the same objects. */
  #takeHeads(heads: readonly SegmentHead[]): void {
    const known = new Map(this.#heads.map((head) => [head.key, head]));
    const same = heads.map((head) => {
      const before = known.get(head.key);
      return before && shallowEqual(before, head) ? before : head;
    });
    this.#heads = same.length > 0 ? same : [NO_HEAD];
    this.#segments.keepOnly(same);
  }

  #columnsAt(at: number, news: readonly News[]): SegmentColumns | undefined {
    const head = this.#heads[at];
    if (!head || head === NO_HEAD) return head && NO_COLUMNS;
    return this.#segments.columnsOf(head, this.#reads[at], (columns) => countWithNews(columns, news));
  }

  /** What is shown is not what is known any more. */
  #outdated(): void {
    this.#isOld = true;
    this.#derive();
    this.#look();
    this.#source.core.changed();
  }

  /** Puts together what is shown; segments of which nothing has changed stay the same objects. */
  #derive(): void {
    const isAll = this.#isOld === true;
    this.#isOld = false;
    if (isAll) this.#sortNews();
    const touched = this.#news.touched();
    for (const at of isAll ? this.#heads.keys() : touched) this.#put(at);
    if (isAll) {
      const keys = new Set(this.#heads.map(({ key }) => key));
      for (const key of this.#shown.keys()) if (!keys.has(key)) this.#shown.delete(key);
    }
    const segments = this.#heads.flatMap(({ key }) => this.#shown.get(key)?.segment ?? []);
    const shown = segments.filter(({ count }) => count > 0);
    const before = this.#snapshot.order;
    const isSame =
      before.segments.length === shown.length && before.segments.every((one, index) => one === shown[index]);
    const order = isSame ? before : new SegmentOrder(shown);
    const isKnown = this.#heads.length > 0;
    const error = this.#failure ?? this.#segments.failure ?? null;
    const status = error ? 'error' : isKnown ? 'ready' : 'loading';
    this.#snapshot = { ...EMPTY, status, error, order, complete: isKnown, total: isKnown ? order.count : null };
  }

  /** Puts one segment together. */
  #put(at: number): void {
    const head = this.#heads[at];
    if (!head) return;
    const news = this.#news.at(at);
    const columns = this.#columnsAt(at, news);
    const of = [head, columns, ...news];
    const before = this.#shown.get(head.key);
    if (before?.of.length === of.length && before.of.every((one, index) => one === of[index])) return;
    const count = columns?.ids.length ?? head.count;
    const plain = { ...head, count };
    const segment = news.length > 0 ? withNews(plain, columns, news, this.query.order) : { ...plain, columns };
    this.#shown.set(head.key, { segment, of });
  }

  /** Which news belong to which segment; those that the backend has caught up with are forgotten. */
  #sortNews(): void {
    this.#reads = this.#segments.all(this.#heads);
    this.#doubtful = this.#reads.flatMap((read, at) => (read && read.rev !== this.#heads[at]?.rev ? [at] : []));
    this.#news.sort((news) => {
      const at = this.#segmentFor(news);
      const head = this.#heads[at];
      const read = this.#reads[at];
      const isConfirmed = !read || read.rev === head?.rev;
      const seenAt = Math.max(read?.at ?? 0, isConfirmed ? this.#readAt : 0);
      const isLost = news.lostAt !== undefined && news.lostAt === head?.rev;
      return isLost || seenAt <= knownFrom(this.#source.core, news) + LAG_MS ? at : -1;
    });
  }

  /** The segment that a row is in, or comes into. */
  #segmentFor({ id, row, time }: Pick<News, 'id' | 'row' | 'time'>): number {
    const isIn = (at: number): boolean => {
      const read = this.#reads[at];
      return read !== undefined && placesIn(read.columns).has(id);
    };
    const near = placeOfTime(this.#heads, time, this.query.order);
    // Before it, what came at the same moment. What was read of others, and still holds, is of other times.
    let from = near;
    while (this.#heads[from]?.first === time) from--;
    for (let at = near; at >= Math.min(from, near - 1); at--) if (isIn(at)) return at;
    for (const at of Number.isNaN(time) ? this.#reads.keys() : [near + 1, ...this.#doubtful]) if (isIn(at)) return at;
    return row ? near : -1;
  }

  #lose(ids: readonly Id[]): void {
    if (ids.length === 0) return;
    const since = this.#source.core.clock.now();
    for (const id of ids) {
      const time = this.#timeOf(id);
      const at = this.#segmentFor({ id, row: undefined, time });
      this.#news.set({ id, since, time, row: undefined, lostAt: this.#heads[at]?.rev }, at);
    }
    this.#schedule();
    this.#outdated();
  }

  #applyChanges(): void {
    if (this.#dirty.size === 0 || this.#heads.length === 0) return;
    const { core } = this.#source;
    const { order } = this.#snapshot;
    const since = core.clock.now();
    let isMore = false;
    for (const [id, quiet] of this.#dirty) {
      const row = core.iterations.get(id);
      const item = order.indexOf(id);
      const belongs = row !== undefined && this.#source.matches(row);
      if (belongs && item >= 0 && !isOther(row, order, item)) continue;
      if (belongs && item < 0 && (quiet || !this.#hasRoom(row))) {
        isMore ||= !quiet;
        continue;
      }
      if (!belongs && item < 0) {
        isMore ||= !quiet && row !== undefined;
        continue;
      }
      isMore = true;
      const news = { id, since, time: this.#timeOf(id, item), row: belongs ? newsRow(row) : undefined };
      const at = this.#segmentFor(news);
      if (belongs && item < 0 && this.#news.sizeAt(at) > MOST_WAITING) continue;
      this.#news.set(news, at);
      this.#isOld ||= 'news';
    }
    this.#dirty.clear();
    // Whoever looks next reads it all again.
    if (this.#ranges.size === 0 && this.#news.size > MOST_WAITING) {
      this.#news.clear();
      this.#isOld ||= 'news';
    }
    if (isMore) this.#schedule();
  }

  /** Whether there is a place for a row: where its segment has been read, or before everything. */
  #hasRoom(row: Iteration): boolean {
    const time = Date.parse(row.createdAt);
    const at = placeOfTime(this.#heads, time, this.query.order);
    const head = this.#heads[at];
    if (!head) return false;
    if (head === NO_HEAD) return true;
    const isNew = at === 0 && (this.query.order === 'oldest' ? time < head.first : time > head.first);
    return isNew || this.#reads[at] !== undefined;
  }

  /** When a row came, in milliseconds since the epoch. */
  #timeOf(id: Id, item = this.#snapshot.order.indexOf(id)): number {
    const row = this.#source.core.iterations.confirmed(id);
    return row ? Date.parse(row.createdAt) : ((item < 0 ? undefined : this.#snapshot.order.time(item)) ?? Number.NaN);
  }
}
