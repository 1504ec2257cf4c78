import type { Id, Query } from '../model/index.js';

/** Asks for part of a list. At most one of `cursor`, `offset` and `around` is set. */
export interface PageRequest extends Query {
  /** The most rows wanted. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only where `limits.random` is `offset`. */
  readonly offset?: number;
  /** The page that contains this id, with both cursors; `not-found` when it is not in the list. */
  readonly around?: Id;
}

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** `null` or absent: this was the end. */
  readonly nextCursor?: string | null;
  readonly prevCursor?: string | null;
  readonly total?: number;
  readonly totalIsEstimate?: boolean;
  readonly offset?: number;
  /** Place in the stream of changes at which this page was read. */
  readonly streamPosition?: string;
}
