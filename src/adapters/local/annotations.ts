import { AdapterError, type Annotation } from '../../data/index.js';

const RATINGS: readonly unknown[] = [0, 1, 2, 3, 4, 5];

/** What of a set is to come and to go. */
export interface Membership {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** The set with some added and removed. */
export const withMembers = (now: readonly string[] = [], { add = [], remove = [] }: Membership): readonly string[] =>
  [...new Set([...now, ...add])].filter((one) => !remove.includes(one));

/** @throws AdapterError `invalid` for a rating that is none. */
export function checkRating({ rating }: Annotation): void {
  if (rating === undefined || RATINGS.includes(rating)) return;
  const message = 'must be a whole number from 0 to 5';
  throw new AdapterError('invalid', `rating ${message}`, { fields: [{ path: 'rating', message }] });
}
