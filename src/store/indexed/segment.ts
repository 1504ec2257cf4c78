import { firstWhere } from '../../internal/sorted-search.js';
import type { Id, Query } from '../../model/index.js';

/** The rows of a segment as columns, in list order. */
export interface SegmentColumns {
  readonly ids: readonly Id[];
  /** When each came, in milliseconds since the epoch. */
  readonly times: Float64Array;
  /** Width by height; 0 where that is not known. */
  readonly ratios: Float32Array;
  /** One of `i`, `v` and `a` for each. */
  readonly kinds: string;
  /** The session of each; empty where that is not known. */
  readonly sessions: readonly Id[];
}

/** What the manifest says of a run of rows. */
export interface SegmentHead {
  readonly key: string;
  readonly rev: string;
  readonly count: number;
  /** When its first and its last row came, in list order and in milliseconds since the epoch. */
  readonly first: number;
  readonly last: number;
  /** Width by height of its rows: their mean. */
  readonly ratio: number;
}

/** A run of rows as it is shown; another object whenever anything in it is another. */
export interface Segment extends SegmentHead {
  /** Nothing until it has been read. */
  readonly columns: SegmentColumns | undefined;
}

const places = new WeakMap<SegmentColumns, ReadonlyMap<Id, number>>();

/** Where each id of a segment is in it. */
export function placesIn(columns: SegmentColumns): ReadonlyMap<Id, number> {
  let known = places.get(columns);
  if (!known) places.set(columns, (known = new Map(columns.ids.map((id, index) => [id, index]))));
  return known;
}

/** A list without rows: what comes first has a place in it. */
export const NO_HEAD: SegmentHead = { key: '', rev: '', count: 0, first: 0, last: 0, ratio: 1 };
/** Nor has it anything to read. */
export const NO_COLUMNS: SegmentColumns = {
  ids: [],
  times: new Float64Array(0),
  ratios: new Float32Array(0),
  kinds: '',
  sessions: [],
};

/** The last segment that begins at a time or before it, in list order; what comes before all goes into the first. */
export function placeOfTime(heads: readonly SegmentHead[], time: number, order: Query['order']): number {
  const isAfter = (first: number): boolean => (order === 'oldest' ? !(first <= time) : !(first >= time));
  return Math.max(0, firstWhere(0, heads.length, (at) => isAfter(heads[at]?.first ?? 0)) - 1);
}
