import { isAbort, toFailure, type SegmentIndex } from '../../data/index.js';
import type { Failure, Id, Query } from '../../model/index.js';
import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';
import { askSegment } from './ask-segment.js';
import { cleanSegment } from './clean-index.js';
import { placesIn, type SegmentColumns, type SegmentHead } from './segment.js';

/** Segments that are kept; of 1,000 rows each they take about 5 MB. */
const MOST_KEPT = 48;
/** Segments that are read at once. */
const MOST_READS = 3;

/** A segment as it was read. */
export interface ReadSegment {
  readonly rev: string;
  readonly columns: SegmentColumns;
  /** When it was asked for, in milliseconds since the epoch. */
  readonly at: number;
}

/** Who reads segments. */
export interface SegmentReaderHost {
  readonly index: SegmentIndex;
  readonly query: Query;
  /** A segment has been read, or could not be. */
  changed(): void;
  /** The manifest is out of date. */
  replaced(): void;
}

/** Reads the segments that somebody looks at, those in the middle first; keeps what was looked at last. */
export class SegmentReader {
  readonly #host: SegmentReaderHost;
  readonly #caller: Caller;
  readonly #clock: Clock;
  /** The rev that each segment has now. */
  #revs: ReadonlyMap<string, string> = new Map();
  /** In the order in which they were wanted last. */
  readonly #kept = new Map<string, ReadSegment>();
  readonly #reads = new Map<string, AbortController>();
  /** What could not be read, by key and rev. */
  readonly #failed = new Map<string, Failure>();
  #wanted: readonly SegmentHead[] = [];

  constructor(host: SegmentReaderHost, caller: Caller, clock: Clock) {
    this.#host = host;
    this.#caller = caller;
    this.#clock = clock;
  }

  /**
   * Segments as they were read, or were before: then they are shown until they have been read again, unless rows of them have come
   * with another segment since.
   */
  all(heads: readonly SegmentHead[]): readonly (ReadSegment | undefined)[] {
    let fresh: Set<Id> | undefined;
    return heads.map(({ key, rev }) => {
      const kept = this.#kept.get(key);
      if (!kept || kept.rev === rev) return kept;
      fresh ??= this.#freshIds();
      return kept.columns.ids.some((id) => fresh?.has(id)) ? undefined : kept;
    });
  }

  /**
   * What is known of a segment. Where it is not as it was read, and nobody looks, so that it is not read again: as long as
   * there are as many of it.
   * @param read what was read of it.
   * @param countOf how many there are by now of that.
   */
  columnsOf(
    head: Pick<SegmentHead, 'key' | 'rev' | 'count'>,
    read: ReadSegment | undefined,
    countOf: (columns: SegmentColumns) => number,
  ): SegmentColumns | undefined {
    const isDue = read?.rev !== head.rev && !this.#wanted.some(({ key }) => key === head.key);
    return read && isDue && countOf(read.columns) !== head.count ? undefined : read?.columns;
  }

  /** Why something that is looked at could not be read; what has been replaced meanwhile is none's fault. */
  get failure(): Failure | undefined {
    return this.#wanted
      .map((head) => this.#failed.get(nameOf(head)))
      .find((failure) => failure !== undefined && failure.code !== 'cursor-expired');
  }

  /** Says what is looked at, the most urgent first: what else is being read is given up. */
  want(heads: readonly SegmentHead[]): void {
    this.#wanted = heads;
    const names = new Set(heads.map(nameOf));
    for (const [name, controller] of this.#reads) if (!names.has(name)) controller.abort();
    for (const { key } of heads.toReversed()) {
      const kept = this.#kept.get(key);
      if (!kept) continue;
      this.#kept.delete(key);
      this.#kept.set(key, kept);
    }
    this.#next();
  }

  /** Tries again what failed. @param all also what the backend has replaced, and may be behind with saying so. */
  retry(all: boolean): void {
    for (const [name, { code }] of this.#failed) if (all || code !== 'cursor-expired') this.#failed.delete(name);
    this.#next();
  }

  /** Forgets segments that are no more. */
  keepOnly(heads: readonly SegmentHead[]): void {
    this.#revs = new Map(heads.map(({ key, rev }) => [key, rev]));
    const names = new Set(heads.map(nameOf));
    for (const key of this.#kept.keys()) if (!this.#revs.has(key)) this.#kept.delete(key);
    for (const name of this.#failed.keys()) if (!names.has(name)) this.#failed.delete(name);
  }

  /** The ids of all segments that are not out of date. */
  #freshIds(): Set<Id> {
    const ids = new Set<Id>();
    for (const [key, { rev, columns }] of this.#kept) {
      if (this.#revs.get(key) === rev) for (const id of columns.ids) ids.add(id);
    }
    return ids;
  }

  /** Whether an id has come with another segment that is not out of date. */
  #isElsewhere(id: Id, key: string): boolean {
    for (const [other, { rev, columns }] of this.#kept) {
      if (other !== key && this.#revs.get(other) === rev && placesIn(columns).has(id)) return true;
    }
    return false;
  }

  #next(): void {
    for (const head of this.#wanted) {
      if (this.#reads.size >= MOST_READS) return;
      const name = nameOf(head);
      if (this.#kept.get(head.key)?.rev === head.rev || this.#reads.has(name) || this.#failed.has(name)) continue;
      void this.#read(head, name);
    }
  }

  async #read(head: SegmentHead, name: string): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#reads.set(name, controller);
    const { index, query } = this.#host;
    let come = false;
    try {
      const at = this.#clock.now();
      const { key, rev } = head;
      const answer = await askSegment(head, { index, query, caller: this.#caller, signal });
      const columns = cleanSegment(answer, head, query.order, (id) => this.#isElsewhere(id, key));
      this.#kept.delete(key);
      this.#kept.set(key, { rev, at, columns });
      this.#evict();
      come = true;
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (!isAbort(thrown)) this.#failed.set(name, failure);
      if (failure.code === 'cursor-expired') this.#host.replaced();
    } finally {
      this.#reads.delete(name);
    }
    // What was given up as it came may be wanted again by now, and nothing else would tell of it.
    if (come || !signal.aborted) this.#host.changed();
    this.#next();
  }

  #evict(): void {
    const wanted = new Set(this.#wanted.map(({ key }) => key));
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      if (!wanted.has(key)) this.#kept.delete(key);
    }
  }
}

const nameOf = ({ key, rev }: SegmentHead): string => JSON.stringify([key, rev]);
