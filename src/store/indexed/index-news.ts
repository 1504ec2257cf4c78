import { letterOf } from '../../internal/kind-letters.js';
import { compareNewest, isFinal, iterationRatio, type Id, type Iteration, type Query } from '../../model/index.js';
import type { StoreCore } from '../store-core.js';
import type { SegmentOrder } from './segment-order.js';
import { placesIn, type Segment, type SegmentColumns, type SegmentHead } from './segment.js';

/** Ratios that differ by less are drawn as the same. */
const SAME_RATIO = 0.01;

/** A row that came to match, or ceased to, since its segment was read. */
export interface News {
  readonly id: Id;
  /** When that was seen, in milliseconds since the epoch. */
  readonly since: number;
  /** When the row came, in milliseconds since the epoch; no number where that is not known. */
  readonly time: number;
  /** As it is drawn now; nothing: it has left. */
  readonly row: NewsRow | undefined;
  /** The backend lists it and does not give it: so it stays for as long as its segment has this rev. */
  readonly lostAt?: string | undefined;
}

interface NewsRow {
  readonly id: Id;
  readonly createdAt: string;
  readonly time: number;
  readonly ratio: number;
  readonly kind: string;
  readonly sessionId: Id;
}

/** From when on the backend can know of it: of a batch that takes its time, when it has got there. */
export function knownFrom({ iterations }: StoreCore, { id, since }: News): number {
  const overlays = iterations.overlays.get(id) ?? [];
  return overlays.reduce((latest, { settled }) => Math.max(latest, settled?.at ?? Infinity), since);
}

/** What a segment has to know of an iteration. */
export const newsRow = (row: Iteration): NewsRow => ({
  id: row.id,
  createdAt: row.createdAt,
  time: Date.parse(row.createdAt),
  ratio: iterationRatio(row),
  kind: letterOf(row.kind),
  sessionId: row.sessionId,
});

/** A segment as it was read, with what has happened since laid over it. */
export function withNews(
  head: SegmentHead,
  columns: SegmentColumns | undefined,
  news: readonly News[],
  order: Query['order'],
): Segment {
  const way = order === 'oldest' ? -1 : 1;
  if (!columns) {
    // Only what is beyond the first row it is known to have: the rest may be counted in it already.
    const come = news.flatMap(({ row }) => (row && way * (row.time - head.first) > 0 ? row.time : []));
    const first = way * Math.max(way * head.first, ...come.map((time) => way * time));
    return { ...head, first, count: head.count + come.length, columns };
  }
  const places = placesIn(columns);
  const left = new Set(news.map(({ id }) => places.get(id)));
  const come = news.flatMap(({ row }) => row ?? []);
  come.sort((a, b) => way * compareNewest(a, b));
  const kept = columns.ids.map((_, index) => index).filter((index) => !left.has(index));
  const all: (NewsRow | number)[] = [];
  let next = 0;
  for (const index of kept) {
    for (let row = come[next]; row && isBefore(row, columns, index, way); row = come[++next]) all.push(row);
    all.push(index);
  }
  all.push(...come.slice(next));
  const changed: SegmentColumns = {
    ids: all.map((one) => (typeof one === 'number' ? (columns.ids[one] ?? '') : one.id)),
    times: Float64Array.from(all, (one) => (typeof one === 'number' ? (columns.times[one] ?? 0) : one.time)),
    ratios: Float32Array.from(all, (one) => (typeof one === 'number' ? (columns.ratios[one] ?? 0) : one.ratio)),
    kinds: all.map((one) => (typeof one === 'number' ? (columns.kinds[one] ?? 'i') : one.kind)).join(''),
    sessions: all.map((one) => (typeof one === 'number' ? (columns.sessions[one] ?? '') : one.sessionId)),
  };
  return { ...head, count: all.length, columns: changed };
}

/** How many there are of a segment with what has happened since it was read. */
export function countWithNews(columns: SegmentColumns, news: readonly News[]): number {
  const places = placesIn(columns);
  return news.reduce((count, { id, row }) => count - (places.has(id) ? 1 : 0) + (row ? 1 : 0), columns.ids.length);
}

function isBefore(row: NewsRow, { ids, times }: SegmentColumns, index: number, way: number): boolean {
  const by = way * ((times[index] ?? 0) - row.time);
  return by < 0 || (by === 0 && way * ((ids[index] ?? '') < row.id ? -1 : 1) < 0);
}

/** Whether a row is drawn otherwise than what its item says of it. */
export function isOther(row: Iteration, order: SegmentOrder, item: number): boolean {
  const session = order.session(item);
  if (session !== undefined && session !== row.sessionId) return true;
  if (!isFinal(row.status) || !row.media) return false;
  const at = order.segmentOf(item);
  const ratio = order.segments[at]?.columns?.ratios[item - order.start(at)] ?? 0;
  return ratio > 0 && Math.abs(ratio / iterationRatio(row) - 1) > SAME_RATIO;
}
