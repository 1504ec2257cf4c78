import { AdapterError, toFailure, type GenerateRequest, type StartedGeneration } from '../../data/index.js';
import { verbSentAs } from '../../data/verbs.js';
import { newId } from '../../internal/new-id.js';
import {
  isFinal,
  type Brief,
  type Failure,
  type Id,
  type Iteration,
  type JsonObject,
  type Kind,
  type ParentRole,
  type ReferenceFile,
} from '../../model/index.js';
import { isPlaceholder } from '../is-placeholder.js';
import { placeholdersFor } from '../placeholder.js';
import { isRecord, isSession } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { acceptGenerations, isGeneration } from './accept-generations.js';
import { notOffered } from './edit.js';

/** What a person asks for in the composer. */
export interface ImagineRequest {
  /** Empty beside `as`: with the brief that made the output, and what else stands here. */
  readonly prompt: string;
  readonly kind: Kind;
  /** How many variants, from 1. */
  readonly count: number;
  readonly references?: readonly ReferenceFile[];
  /** The session to add to; a new one without it. */
  readonly sessionId?: Id | null;
  /** The iteration whose output is built on. */
  readonly remixOf?: Id | null;
  /** What that output is to what is asked for: the id of one of the adapter's verbs. Default: it is remixed. */
  readonly as?: ParentRole | null;
  readonly model?: string;
  readonly params?: JsonObject;
}

/** What became of a request to generate. */
export type GenerateOutcome =
  { readonly ok: true; readonly started: StartedGeneration } | { readonly ok: false; readonly failure: Failure };

function requestFor(core: StoreCore, wanted: ImagineRequest): GenerateRequest {
  const { prompt, kind, count, references = [], sessionId, remixOf, model, params } = wanted;
  const how = { ...(model !== undefined && { model }), ...(params !== undefined && { params }) };
  const listed = references.length > 0 ? { references } : undefined;
  const brief: Brief = { prompt, ...listed, ...how };
  const parent = remixOf ? core.iterations.get(remixOf) : undefined;
  const id = sessionId ?? parent?.sessionId;
  // A draft may be older than what the adapter offers.
  const as = verbSentAs(core.capabilities.verbs, wanted.as)?.id;
  const isOwn = Boolean(id && as && prompt === '');
  const changes = isOwn ? listed : brief;
  return {
    session: id ? { id } : { create: brief },
    origin: remixOf ? 'remix' : 'prompt',
    ...(remixOf && { from: remixOf, ...(as && { as }) }),
    kind,
    count,
    ...(isOwn && how),
    ...(id && changes && { brief: changes }),
  };
}

const isStarted = (value: unknown): value is StartedGeneration =>
  isRecord(value) &&
  isSession(value['session']) &&
  isGeneration(value['generation']) &&
  Array.isArray(value['iterations']);

/** A moment, in ms, after that of every known row: the device's clock may be behind the server's. */
const afterAll = ({ clock, newest }: StoreCore): number => Math.max(clock.now(), (Date.parse(newest) || 0) + 1);

async function start(core: StoreCore, wanted: GenerateRequest, prompt?: string): Promise<GenerateOutcome> {
  const { adapter, caller, sessions, iterations } = core;
  const most = core.capabilities.limits.maxVariants;
  const count = Number.isFinite(wanted.count) ? Math.min(most, Math.max(1, Math.floor(wanted.count))) : 1;
  const request: GenerateRequest = { ...wanted, count };
  const shown = placeholdersFor(request, afterAll(core), prompt);
  if (shown.session) core.acceptSessions([shown.session]);
  core.acceptIterations(shown.iterations);
  const clear = (): void => {
    for (const { id } of shown.iterations) iterations.forget(id);
    if (shown.session) sessions.forget(shown.session.id);
  };
  try {
    const started: unknown = await caller.write(
      (write) => adapter.generate?.start(request, write) ?? Promise.reject(notOffered('generate')),
    );
    if (!isStarted(started))
      throw new AdapterError('internal', 'The adapter answered with something else than a start');
    clear();
    core.acceptSessions([started.session]);
    acceptGenerations(core, [started]);
    return { ok: true, started };
  } catch (thrown) {
    clear();
    const failure = toFailure(thrown);
    // It may have begun all the same: what there is shows when the session is read again.
    if (failure.code === 'timeout' || failure.code === 'network') core.stale(undefined, sessionOf(request));
    return { ok: false, failure };
  }
}

const sessionOf = ({ session }: GenerateRequest): Id | undefined => ('id' in session ? session.id : undefined);

/** Asks for new outputs: of a new session, of a session there is, or remixed from an iteration. */
export const imagine = (core: StoreCore, wanted: ImagineRequest): Promise<GenerateOutcome> =>
  start(core, requestFor(core, wanted), wanted.prompt || core.iterations.get(wanted.remixOf ?? '')?.prompt);

const notFound = (id: Id): GenerateOutcome => ({
  ok: false,
  failure: { code: 'not-found', message: `No iteration ${id}` },
});

/** Makes an iteration's output again, with the brief that made it. */
export async function regenerate(core: StoreCore, id: Id, count = 1): Promise<GenerateOutcome> {
  const row = core.iterations.get(id);
  if (!row || isPlaceholder(id)) return notFound(id);
  const { sessionId, kind, prompt } = row;
  return start(core, { session: { id: sessionId }, origin: 'regenerate', from: id, kind, count }, prompt);
}

/** Tries a failed or canceled iteration again. */
export async function retry(core: StoreCore, id: Id): Promise<GenerateOutcome> {
  const row = core.iterations.get(id);
  if (!row || isPlaceholder(id)) return notFound(id);
  const { sessionId, generationId, kind, prompt, seed } = row;
  return start(
    core,
    {
      session: { id: sessionId },
      origin: 'regenerate',
      from: id,
      // The same attempt again, not another one.
      ...(seed !== undefined && { seed }),
      ...(generationId !== undefined && { retryOf: generationId }),
      kind,
      count: 1,
    },
    prompt,
  );
}

/**
 * Asks a generation to stop; what is finished stays.
 * @returns `null`, or why it could not be asked.
 */
export async function cancel(core: StoreCore, generationId: Id): Promise<Failure | null> {
  const { adapter, caller, generations, iterations, running } = core;
  // The backend does not know it yet, so there is nothing it could stop.
  if (isPlaceholder(generationId)) return { code: 'not-found', message: 'Not started yet' };
  const key = newId();
  const listed = generations.get(generationId)?.iterationIds ?? [];
  const rows = [...new Set([...listed, ...running.iterationsOf(generationId)])];
  const canceling = <T extends { readonly status: Iteration['status'] }>(row: T): T =>
    isFinal(row.status) ? row : { ...row, status: 'canceling' };
  for (const id of rows) iterations.overlay(id, { key, apply: canceling });
  try {
    const generation: unknown = await caller.write(
      (write) => adapter.generate?.cancel?.(generationId, write) ?? Promise.reject(notOffered('generate.cancel')),
    );
    acceptGenerations(core, [{ generation }]);
    for (const id of rows) iterations.settle(id, key, undefined);
  } catch (thrown) {
    for (const id of rows) iterations.rollBack(id, key);
    return toFailure(thrown);
  }
  await readState(core, generationId);
  return null;
}

/** How the outputs of a generation stand. Where that cannot be read now, the stream or the next poll tells. */
async function readState(core: StoreCore, id: Id): Promise<void> {
  const { adapter, caller } = core;
  try {
    const states: unknown = await caller.read((call) => adapter.generate?.get([id], call) ?? Promise.resolve([]));
    if (Array.isArray(states)) acceptGenerations(core, states);
  } catch {
    // As said above.
  }
}
