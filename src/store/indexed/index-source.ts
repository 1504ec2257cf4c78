import type { SegmentIndex } from '../../data/index.js';
import type { Iteration, Query } from '../../model/index.js';
import type { StoreCore } from '../store-core.js';

/** What a list with random access needs to know. */
export interface IndexSource {
  readonly core: StoreCore;
  readonly index: SegmentIndex;
  readonly query: Query;
  /** Whether a row belongs to this list. */
  matches(row: Iteration): boolean;
  /** Takes rows of it that have been read. */
  accept(rows: readonly unknown[]): void;
}
