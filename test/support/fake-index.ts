import {
  AdapterError,
  type IndexManifest,
  type IndexSegment,
  type SegmentIndex,
  type SegmentInfo,
} from '../../src/data/index.js';
import type { Iteration, Query } from '../../src/model/index.js';

/** A segment index over rows: a stretch of time is a segment, so that cuts stay whatever comes and goes. */
export class FakeIndex implements SegmentIndex {
  readonly #rows: (query: Query) => readonly Iteration[];
  /** Length of a segment, in ms. */
  segmentMs: number;
  /** Cuts by number of rows instead. */
  rowsEach: number | undefined;
  manifests = 0;
  /** Keys of the segments that were asked for. */
  readonly segments: string[] = [];
  readonly signals: AbortSignal[] = [];
  /** What happens before an answer is made; an error it throws is the answer. */
  before: (what: 'manifest' | 'segment', key: string) => unknown = () => undefined;
  /** What a test makes of answers. */
  bend: (answer: unknown) => unknown = (answer) => answer;

  /** @param rows what a query matches, in its order. */
  constructor(rows: (query: Query) => readonly Iteration[], segmentMs: number) {
    this.#rows = rows;
    this.segmentMs = segmentMs;
  }

  async manifest(query: Query, { etag }: { readonly etag?: string }): Promise<IndexManifest | 'unchanged'> {
    this.manifests++;
    await this.before('manifest', '');
    const segments = [...this.#cut(query)].map(([key, rows]) => infoOf(key, rows));
    const now = JSON.stringify(segments.map(({ rev }) => rev));
    if (etag === now) return 'unchanged';
    const total = segments.reduce((sum, { count }) => sum + count, 0);
    return this.bend({ etag: now, total, segments }) as IndexManifest;
  }

  async segment(
    query: Query,
    { key, rev }: SegmentInfo,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<IndexSegment> {
    this.segments.push(key);
    this.signals.push(signal);
    await this.before('segment', key);
    const rows = this.#cut(query).get(key);
    if (!rows || infoOf(key, rows).rev !== rev) throw new AdapterError('cursor-expired');
    return this.bend({
      key,
      rev,
      id: rows.map(({ id }) => id),
      createdAt: rows.map(({ createdAt }) => Date.parse(createdAt)),
      kind: rows.map(({ kind }) => kind[0] ?? 'i').join(''),
      ratio: rows.map(({ media }) => (media?.width ?? 0) / (media?.height ?? 1)),
      session: runsOf(rows.map(({ sessionId }) => sessionId)),
    }) as IndexSegment;
  }

  /** The segment that a row lies in. */
  keyOf({ createdAt }: Iteration): string {
    return `m${Math.floor(Date.parse(createdAt) / this.segmentMs)}`;
  }

  #cut(query: Query): Map<string, readonly Iteration[]> {
    const cut = new Map<string, Iteration[]>();
    for (const [at, row] of this.#rows(query).entries()) {
      const key = this.rowsEach === undefined ? this.keyOf(row) : `n${Math.floor(at / this.rowsEach)}`;
      cut.set(key, [...(cut.get(key) ?? []), row]);
    }
    return cut;
  }
}

function runsOf(values: readonly string[]): { readonly id: readonly string[]; readonly runs: readonly number[] } {
  const [id, runs]: [string[], number[]] = [[], []];
  for (const value of values) {
    if (value === id.at(-1)) runs.push((runs.pop() ?? 0) + 1);
    else {
      id.push(value);
      runs.push(1);
    }
  }
  return { id, runs };
}

function infoOf(key: string, rows: readonly Iteration[]): SegmentInfo {
  const times = rows.map(({ createdAt }) => createdAt).sort();
  return {
    key,
    rev: rows.map(({ id, rev }) => `${id}:${rev ?? 0}`).join(),
    count: rows.length,
    from: times[0] ?? '',
    to: times.at(-1) ?? '',
    ratioSum: rows.reduce((sum, { media }) => sum + (media?.width ?? 0) / (media?.height ?? 1), 0),
  };
}
