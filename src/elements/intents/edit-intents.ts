import type { Annotation, ReassignTarget } from '../../data/index.js';
import {
  annotate,
  reassign,
  type BatchOptions,
  type BatchOutcome,
  type ImaginationsStore,
  type Target,
} from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
import {
  IterationsAnnotatedEvent,
  IterationsAnnotateEvent,
  IterationsReassignedEvent,
  IterationsReassignEvent,
} from './edit-events.js';

/** Stars, rates, flags or tags iterations, or notes something on them; nothing where the host did not want that. */
export async function annotateIterations(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
  patch: Annotation,
  options?: BatchOptions,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new IterationsAnnotateEvent(target, patch))) return undefined;
  const place = lastingTarget(source);
  const outcome = await annotate(store, target, patch, options);
  place().dispatchEvent(new IterationsAnnotatedEvent(target, patch, outcome));
  return outcome;
}

/** Moves iterations to another session, or into and out of projects; nothing where the host did not want that. */
export async function reassignIterations(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
  to: ReassignTarget,
  options?: BatchOptions,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new IterationsReassignEvent(target, to))) return undefined;
  const place = lastingTarget(source);
  const outcome = await reassign(store, target, to, options);
  place().dispatchEvent(new IterationsReassignedEvent(target, to, outcome));
  return outcome;
}
