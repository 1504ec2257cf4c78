import type { Id, Instant, Query } from '../model/index.js';
import type { Call } from './call.js';

/** One run of rows of a very large list: 500-2,000 items, bounded by count and not by calendar. */
export interface SegmentInfo {
  readonly key: string;
  /** Changes whenever a member changes; `(key, rev, query)` is immutable. */
  readonly rev: string;
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
  /** How many images, videos and audio files. */
  readonly kinds?: readonly [image: number, video: number, audio: number];
  /** Sum of width/height, to estimate the segment's height. */
  readonly ratioSum?: number;
}

/** All segments of a list, in list order. */
export interface IndexManifest {
  readonly etag: string;
  readonly total: number;
  readonly segments: readonly SegmentInfo[];
  readonly streamPosition?: string;
}

/** The rows of a segment as columns, all of length `count`, in list order. */
export interface IndexSegment {
  readonly key: string;
  readonly rev: string;
  readonly id: readonly Id[];
  /** Milliseconds since the epoch. */
  readonly createdAt: readonly number[];
  /** One of `i`, `v`, `a` per row. */
  readonly kind: string;
  /** Width / height; 0 = unknown. */
  readonly ratio: readonly number[];
  /** Run lengths, for neighbours usually share a session. */
  readonly session: { readonly id: readonly Id[]; readonly runs: readonly number[] };
}

/** Random access to very large lists. */
export interface SegmentIndex {
  manifest(query: Query, call: Call & { readonly etag?: string }): Promise<IndexManifest | 'unchanged'>;
  /** @throws AdapterError `cursor-expired` when that `rev` has been replaced. */
  segment(query: Query, segment: SegmentInfo, call: Call): Promise<IndexSegment>;
}
