import type { Annotation, ReassignTarget } from '../../data/index.js';
import type { StoreCore } from '../store-core.js';
import type { Sort } from './edit.js';
import { outOfNew, SessionToMake } from './new-session.js';
import type { BatchOptions, BatchOutcome, Target } from './outcome.js';
import { perform } from './perform.js';

/** Puts iterations or sessions away, or brings them back. Putting a session away hides all its iterations. */
export const archive = (
  core: StoreCore,
  on: Sort,
  target: Target,
  archived: boolean,
  options?: BatchOptions,
): Promise<BatchOutcome> => perform(core, on, target, { to: 'archive', archived }, options);

/** Stars, rates, flags, tags iterations, or notes something on them. */
export const annotate = (
  core: StoreCore,
  target: Target,
  patch: Annotation,
  options?: BatchOptions,
): Promise<BatchOutcome> => perform(core, 'iteration', target, { to: 'annotate', patch }, options);

/** Moves iterations to another session, into a new one, or into and out of projects. */
export function reassign(
  core: StoreCore,
  target: Target,
  to: ReassignTarget,
  options?: BatchOptions,
): Promise<BatchOutcome> {
  if ('sessionId' in to) return perform(core, 'iteration', target, { to: 'session', sessionId: to.sessionId }, options);
  if ('create' in to) {
    const making = new SessionToMake(core, to.create);
    return perform(core, 'iteration', target, making.edit, options, (step) => outOfNew(core, making, step));
  }
  const { add = [], remove = [] } = to.projects;
  return perform(core, 'iteration', target, { to: 'projects', add, remove }, options);
}
