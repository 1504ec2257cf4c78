import { firstWhere } from '../../internal/sorted-search.js';
import type { Filter, Instant } from '../../model/index.js';
import type { Run } from './sessions.js';

/** Numbers of which each was made no earlier than the one before. */
interface InTime extends Run {
  readonly createdAt: (number: number) => Instant;
}

/** Those of them that were made in the time of a filter. */
export function spanOf({ start, end, createdAt }: InTime, { createdAfter, createdBefore }: Filter): Run {
  const from = createdAfter === undefined ? start : firstWhere(start, end, (at) => createdAt(at) >= createdAfter);
  const to = createdBefore === undefined ? end : firstWhere(from, end, (at) => createdAt(at) >= createdBefore);
  return { start: from, end: to };
}
