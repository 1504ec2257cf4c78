import type { Annotation } from '../../data/index.js';

/** What was done to rows. */
export type OutcomeVerb =
  | 'archive'
  | 'unarchive'
  | 'star'
  | 'unstar'
  | 'rate'
  | 'flag'
  | 'move'
  | 'projects'
  | 'other'
  // Taking something back, and doing it again.
  | 'undo'
  | 'redo';

/** What a command that judges does. */
export function verbOf({ starred, rating, flag }: Annotation): 'star' | 'unstar' | 'rate' | 'flag' | 'other' {
  if (starred !== undefined) return starred ? 'star' : 'unstar';
  if (rating !== undefined) return 'rate';
  return flag === undefined ? 'other' : 'flag';
}
