import type { Selection as Selected } from '../../data/index.js';
import type { Instant, Query } from '../../model/index.js';
import type { IterationSelection } from './selection.js';

/** The first moment after another: instants have milliseconds. */
const after = (instant: Instant): Instant | undefined => {
  const ms = Date.parse(instant);
  return Number.isFinite(ms) ? new Date(ms + 1).toISOString() : undefined;
};

/** A query without what came after a moment. */
function boundBy(query: Query, until: Instant): Query {
  const end = after(until);
  const { createdBefore } = query.filter ?? {};
  if (end === undefined || (createdBefore !== undefined && createdBefore <= end)) return query;
  return { ...query, filter: { ...query.filter, createdBefore: end } };
}

/**
 * What is selected as adapters take it: everything that matches, the ids beside it, or both. Of a range that is being taken
 * nothing yet: whoever acts on it finishes that first.
 * What came after everything was selected stays out, also where the adapter cannot filter by time: then it is walked.
 */
export function selectionsOf(selection: IterationSelection): readonly Selected[] {
  const { value, everything } = selection;
  const { ids, except } = value;
  const some: readonly Selected[] = ids.length > 0 ? [{ ids }] : [];
  if (!everything) return some;
  const { query, until } = everything;
  return [{ query: boundBy(query, until), except }, ...some];
}
