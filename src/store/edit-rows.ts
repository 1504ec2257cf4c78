import type { Annotation, ReassignTarget } from '../data/index.js';
import { notDone, type BatchOptions, type BatchOutcome, type Target } from './commands/outcome.js';
import { command } from './later.js';
import type { ImaginationsStore } from './store.js';

/**
 * Stars, rates, flags or tags iterations, or notes something on them: shown at once, rolled back row by row where it fails.
 * Rows whose `can.annotate` is `false` are not sent, and fail with `forbidden`.
 */
export const annotate = (
  store: ImaginationsStore,
  target: Target,
  patch: Annotation,
  options?: BatchOptions,
): Promise<BatchOutcome> =>
  command(
    (parts) => parts.annotate(store.core, target, patch, options),
    (failure) => notDone(target, failure),
  );

/**
 * Moves iterations to another session, whose counts and cover follow at once as those of the sessions they leave do; into a
 * new one (`made` of the outcome), which shows when the backend has made it; or into and out of projects. Lineage and dates
 * stay.
 */
export const reassign = (
  store: ImaginationsStore,
  target: Target,
  to: ReassignTarget,
  options?: BatchOptions,
): Promise<BatchOutcome> =>
  command(
    (parts) => parts.reassign(store.core, target, to, options),
    (failure) => notDone(target, failure),
  );
