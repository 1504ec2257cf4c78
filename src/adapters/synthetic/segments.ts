import { AdapterError, type IndexManifest, type IndexSegment, type SegmentInfo } from '../../data/index.js';
import { Fingerprint } from '../../internal/fingerprint.js';
import { letterOf } from '../../internal/kind-letters.js';
import { queryKey, type Filter, type Id, type Instant, type Query } from '../../model/index.js';
import type { Library } from './library.js';
import { EVERYTHING, maskOf, WINDOW, type Mask } from './looks.js';
import type { Rows } from './rows.js';

const [IMAGES, VIDEOS, AUDIOS] = [maskOf(['image']), maskOf(['video']), maskOf(['audio'])];

/** How many windows make a segment: where only what is rare is listed, many. */
function stride({ kinds }: Filter): number {
  if (!kinds || kinds.includes('image')) return 1;
  return 16;
}

const instant = (ms: number): Instant => new Date(ms).toISOString();

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The segments of one list: fixed windows of rows, for nothing is ever added. */
class Segments {
  readonly #library: Library;
  readonly #rows: Rows;
  readonly #mask: Mask;
  readonly #width: number;

  constructor(library: Library, filter: Filter = {}) {
    this.#library = library;
    this.#rows = library.rows(filter);
    this.#mask = filter.kinds ? maskOf(filter.kinds) : EVERYTHING;
    this.#width = WINDOW * stride(filter);
  }

  /** Oldest first. */
  all(): readonly SegmentInfo[] {
    const infos: SegmentInfo[] = [];
    for (let number = 0; number * this.#width < this.#library.size; number++) {
      const info = this.info(number);
      if (info) infos.push(info);
    }
    return infos;
  }

  /** One segment; `undefined` where it holds nothing. */
  info(number: number): SegmentInfo | undefined {
    const [start, end] = [number * this.#width, (number + 1) * this.#width];
    const [from, to] = [this.#rows.rank(start), this.#rows.rank(end)];
    if (to <= from) return undefined;
    const isWhole = this.#count(start, end, this.#mask) === to - from;
    const sums = isWhole ? this.#tallied(start, end) : this.#added(this.#rows.slice(from, to));
    return {
      key: `w${number}`,
      rev: this.#rev(start, end),
      count: to - from,
      from: instant(this.#library.timeOf(this.#rows.next(start))),
      to: instant(this.#library.timeOf(this.#rows.previous(end))),
      ...sums,
    };
  }

  /** The rows of a segment, oldest first. */
  members(number: number): readonly number[] {
    const [start, end] = [number * this.#width, (number + 1) * this.#width];
    return this.#rows.slice(this.#rows.rank(start), this.#rows.rank(end));
  }

  /** How many rows of a mask there are in a stretch, whatever the list leaves out. */
  #count(start: number, end: number, mask: Mask): number {
    const { tallies, size } = this.#library;
    return mask === 0 ? 0 : tallies.before(Math.min(size, end), mask) - tallies.before(start, mask);
  }

  /** The sums of a stretch of which nothing is left out. */
  #tallied(start: number, end: number): Pick<SegmentInfo, 'kinds' | 'ratioSum'> {
    const { tallies, size } = this.#library;
    const count = (kind: Mask): number => this.#count(start, end, kind & this.#mask);
    let ratioSum = 0;
    for (let row = start; row < Math.min(size, end); row += WINDOW) {
      ratioSum += tallies.ratioSum(row / WINDOW, this.#mask);
    }
    return { kinds: [count(IMAGES), count(VIDEOS), count(AUDIOS)], ratioSum: rounded(ratioSum) };
  }

  #added(rows: readonly number[]): Pick<SegmentInfo, 'kinds' | 'ratioSum'> {
    const kinds: [number, number, number] = [0, 0, 0];
    let ratioSum = 0;
    for (const row of rows) {
      const kind = this.#library.looks.kindAt(row);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      ratioSum += this.#library.looks.ratio(row);
    }
    return { kinds, ratioSum: rounded(ratioSum) };
  }

  #rev(start: number, end: number): string {
    let rev = this.#library.print;
    for (let row = start; row < end; row += WINDOW) {
      const print = this.#library.state.print(row / WINDOW);
      // Which window it is matters where several make a segment.
      if (print !== 0) rev += `-${row / WINDOW}.${print.toString(36)}`;
    }
    return rev;
  }
}

/** The manifest of a list. */
export function manifestOf(
  library: Library,
  query: Query,
  etag: string | undefined,
  streamPosition: string,
): IndexManifest | 'unchanged' {
  const { print, state } = library;
  const now = new Fingerprint().add(queryKey(query)).add(print).add(String(state.whole)).toString();
  if (etag === now) return 'unchanged';
  const oldestFirst = new Segments(library, query.filter).all();
  return {
    etag: now,
    total: oldestFirst.reduce((sum, { count }) => sum + count, 0),
    segments: query.order === 'oldest' ? oldestFirst : oldestFirst.toReversed(),
    streamPosition,
  };
}

/** Sessions of neighbours, counted. */
function sessionRuns(library: Library, rows: readonly number[]): IndexSegment['session'] {
  const id: Id[] = [];
  const runs: number[] = [];
  let last: number | undefined;
  for (const row of rows) {
    const home = library.homeOf(row);
    if (home === last) runs.push((runs.pop() ?? 0) + 1);
    else {
      id.push(library.sessionIdOf(home));
      runs.push(1);
    }
    last = home;
  }
  return { id, runs };
}

/** @throws AdapterError `cursor-expired` when the segment has changed since. */
export function segmentOf(library: Library, query: Query, { key, rev }: SegmentInfo): IndexSegment {
  const segments = new Segments(library, query.filter);
  const number = /^w\d+$/.test(key) ? Number(key.slice(1)) : -1;
  if (number < 0 || segments.info(number)?.rev !== rev) {
    throw new AdapterError('cursor-expired', 'This segment has changed since: read the manifest again');
  }
  const oldestFirst = segments.members(number);
  const rows = query.order === 'oldest' ? oldestFirst : oldestFirst.toReversed();
  return {
    key,
    rev,
    id: rows.map((row) => library.idOf(row)),
    createdAt: rows.map((row) => library.timeOf(row)),
    kind: rows.map((row) => letterOf(library.kindOf(row))).join(''),
    ratio: rows.map((row) => library.looks.ratio(row)),
    session: sessionRuns(library, rows),
  };
}
