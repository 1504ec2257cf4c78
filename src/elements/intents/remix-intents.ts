import type { Verb } from '../../data/index.js';
import { needsPrompt } from '../../data/verbs.js';
import { clipText } from '../../internal/clip-text.js';
import { promptOf, type Failure, type Iteration } from '../../model/index.js';
import { draftOf, MOST_REFERENCES, type ImaginationsStore } from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
import { IntentFailedEvent, IterationRemixEvent, IterationRemixedEvent } from './iteration-events.js';
import { reportGeneration } from './iteration-intents.js';

/** The input that has no room, of a failure to add to it. */
export const FULL_REFERENCES = 'references';
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
  let failure: Failure | undefined;
  if (role === 'reference') failure = addReference(store, iteration);
  else if (!verb || needsPrompt(verb)) aimDraft(store, iteration, verb);
  else {
    void startVerb(source, store, iteration, verb);
    return;
  }
  source.dispatchEvent(
    failure ? new IntentFailedEvent('iteration-remix', failure) : new IterationRemixedEvent(iteration, role),
  );
}

function aimDraft(store: ImaginationsStore, iteration: Iteration, verb: Verb | undefined): void {
  const draft = draftOf(store);
  draft.patch({
    remixOf: iteration.id,
    as: verb && verb.id !== 'remix' ? verb.id : null,
    sessionId: iteration.sessionId,
    // Of a verb that makes another medium the request says so; what is written next is not for that.
    kind: iteration.kind,
    // What was being typed is the person's own: only an empty composer takes the old prompt.
    prompt: draft.value.prompt || promptOf(iteration, store.session(iteration.sessionId)),
  });
}

/** Answers why it could not. */
function addReference(store: ImaginationsStore, iteration: Iteration): Failure | undefined {
  const { id, kind, media: source } = iteration;
  if (!source) return { code: 'unsupported', message: `There is no medium of ${id}` };
  const name = clipText(promptOf(iteration, store.session(iteration.sessionId)), NAME_LENGTH) || kind;
  const file = { id, name, kind, source, role: 'reference', from: { iterationId: id } } as const;
  const isHeld = draftOf(store).addReference(file);
  if (isHeld) return undefined;
  const message = `There are ${MOST_REFERENCES} references already`;
  return { code: 'unsupported', message, fields: [{ path: FULL_REFERENCES, message }] };
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
