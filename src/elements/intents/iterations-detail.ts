import type { Id } from '../../model/index.js';
import type { Target } from '../../store/index.js';

/** Several iterations. */
export interface IterationsDetail {
  /** These; none where a query says which. */
  readonly ids: readonly Id[];
  /** The ids, or the query and what is left out of it. */
  readonly target: Target;
}

/** What an event says of what it is about. */
export const detailOf = (target: Target): IterationsDetail => ({
  ids: 'query' in target ? [] : 'ids' in target ? target.ids : target,
  target,
});
