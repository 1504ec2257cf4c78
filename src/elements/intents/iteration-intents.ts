import type { Verb } from '../../data/index.js';
import { needsPrompt } from '../../data/verbs.js';
import { clipText } from '../../internal/clip-text.js';
import { promptOf, type Iteration } from '../../model/index.js';
import {
  draftOf,
  type BatchOptions,
  type BatchOutcome,
  type GenerateOutcome,
  type ImaginationsStore,
  type Target,
} from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
import {
  IntentFailedEvent,
  IterationCancelEvent,
  IterationCanceledEvent,
  IterationRegenerateEvent,
  IterationRegeneratedEvent,
  IterationRemixEvent,
  IterationRemixedEvent,
  IterationsArchiveEvent,
  IterationsArchivedEvent,
  IterationsUnarchiveEvent,
  IterationsUnarchivedEvent,
} from './iteration-events.js';

const reportGeneration = (
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

/** Longest name of an output among references, in characters. */
const NAME_LENGTH = 80;

/**
 * Builds on an output. Most verbs, and a plain remix, go to the composer, which takes the brief and says what it aims at;
 * nothing is generated yet. A `reference` only joins the references there, and what needs no words starts at once.
 * @param verb one of the adapter's; nothing for a plain remix.
 */
export function remixIteration(source: EventTarget, store: ImaginationsStore, iteration: Iteration, verb?: Verb): void {
  const role = verb?.id ?? 'remix';
  if (!announceIntent(source, new IterationRemixEvent(iteration, role))) return;
  if (role === 'reference') addReference(store, iteration);
  else if (verb && !needsPrompt(verb)) {
    void startVerb(source, store, iteration, verb);
    return;
  } else aimDraft(store, iteration, verb);
  source.dispatchEvent(new IterationRemixedEvent(iteration, role));
}

function aimDraft(store: ImaginationsStore, iteration: Iteration, verb: Verb | undefined): void {
  const draft = draftOf(store);
  draft.patch({
    remixOf: iteration.id,
    as: verb && verb.id !== 'remix' ? verb.id : null,
    sessionId: iteration.sessionId,
    kind: verb?.makes ?? iteration.kind,
    // What was being typed is the person's own: only an empty composer takes the old prompt.
    prompt: draft.value.prompt || promptOf(iteration, store.session(iteration.sessionId)),
  });
}

function addReference(store: ImaginationsStore, iteration: Iteration): void {
  const { id, kind, media: source } = iteration;
  if (!source) return;
  const name = clipText(promptOf(iteration, store.session(iteration.sessionId)), NAME_LENGTH) || kind;
  draftOf(store).addReference({ id, name, kind, source, role: 'reference', from: { iterationId: id } });
}

async function startVerb(
  source: EventTarget,
  store: ImaginationsStore,
  iteration: Iteration,
  verb: Verb,
): Promise<void> {
  const target = lastingTarget(source);
  const { id, sessionId, kind } = iteration;
  const request = { prompt: '', kind: verb.makes ?? kind, count: 1, remixOf: id, as: verb.id, sessionId };
  const outcome = await store.imagine(request);
  reportGeneration(target(), iteration, outcome, 'iteration-remix');
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
