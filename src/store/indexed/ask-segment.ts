import { AdapterError, type SegmentIndex } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import type { Caller } from '../calls.js';
import type { SegmentHead } from './segment.js';

/** What asking for a segment needs. */
export interface SegmentSource {
  readonly index: SegmentIndex;
  readonly query: Query;
  readonly caller: Caller;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks an index for one segment, by what its manifest said of it. What comes may be anything: `cleanSegment` takes it apart, in
 * the same task as it is kept, for of two that come at once the second must know of the first.
 * @throws AdapterError where it cannot be read, or nobody wants it any more.
 */
export async function askSegment(
  { key, rev, count, first, last }: SegmentHead,
  { index, query, caller, signal }: SegmentSource,
): Promise<unknown> {
  // In list order, the first of the newest is the last in time.
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  const info = { key, rev, count, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const answer: unknown = await caller.read((call) => index.segment(query, info, call), { signal });
  if (signal?.aborted) throw new AdapterError('aborted');
  return answer;
}
