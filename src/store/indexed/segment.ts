import type { Id } from '../../model/index.js';

/** The rows of a segment as columns, in list order. */
export interface SegmentColumns {
  readonly ids: readonly Id[];
  /** When each came, in milliseconds since the epoch. */
  readonly times: Float64Array;
  /** Width by height; 0 where that is not known. */
  readonly ratios: Float32Array;
  /** One of `i`, `v` and `a` for each. */
  readonly kinds: string;
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
