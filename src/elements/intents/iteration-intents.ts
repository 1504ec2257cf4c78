import type { Iteration } from '../../model/index.js';
import type { BatchOptions, BatchOutcome, GenerateOutcome, ImaginationsStore, Target } from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
import {
  IntentFailedEvent,
  IterationCancelEvent,
  IterationCanceledEvent,
  IterationRegenerateEvent,
  IterationRegeneratedEvent,
  IterationsArchiveEvent,
  IterationsArchivedEvent,
  IterationsUnarchiveEvent,
  IterationsUnarchivedEvent,
} from './iteration-events.js';

/** Tells what became of a wish for outputs. */
export const reportGeneration = (
  target: EventTarget,
  iteration: Iteration,
  outcome: GenerateOutcome,
  intent = 'iteration-regenerate',
): void => {
  target.dispatchEvent(
    outcome.ok
      ? new IterationRegeneratedEvent(iteration, outcome.started.generation)
      : new IntentFailedEvent(intent, outcome.failure),
  );
};

/** Makes an output again. */
export async function regenerateIteration(
  source: EventTarget,
  store: ImaginationsStore,
  iteration: Iteration,
): Promise<void> {
  if (!announceIntent(source, new IterationRegenerateEvent(iteration))) return;
  const target = lastingTarget(source);
  const outcome = await store.regenerate(iteration.id);
  reportGeneration(target(), iteration, outcome);
}

/** Tries a failed output again; for the host it is a regeneration of a failed iteration. */
export async function retryIteration(
  source: EventTarget,
  store: ImaginationsStore,
  iteration: Iteration,
): Promise<void> {
  if (!announceIntent(source, new IterationRegenerateEvent(iteration))) return;
  const target = lastingTarget(source);
  const outcome = await store.retry(iteration.id);
  reportGeneration(target(), iteration, outcome);
}

/** Stops the attempt that makes an iteration. */
export async function cancelIteration(
  source: EventTarget,
  store: ImaginationsStore,
  iteration: Iteration,
): Promise<void> {
  const { generationId } = iteration;
  if (generationId === undefined || !announceIntent(source, new IterationCancelEvent(iteration))) return;
  const target = lastingTarget(source);
  const failure = await store.cancel(generationId);
  target().dispatchEvent(
    failure ? new IntentFailedEvent('iteration-cancel', failure) : new IterationCanceledEvent(iteration),
  );
}

/** Puts iterations away; nothing where the host did not want that. */
export async function archiveIterations(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
  options?: BatchOptions,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new IterationsArchiveEvent(target))) return undefined;
  const place = lastingTarget(source);
  const outcome = await store.archive('iteration', target, options);
  place().dispatchEvent(new IterationsArchivedEvent(target, outcome));
  return outcome;
}

/** Brings iterations back; nothing where the host did not want that. */
export async function unarchiveIterations(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
  options?: BatchOptions,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new IterationsUnarchiveEvent(target))) return undefined;
  const place = lastingTarget(source);
  const outcome = await store.unarchive('iteration', target, options);
  place().dispatchEvent(new IterationsUnarchivedEvent(target, outcome));
  return outcome;
}
