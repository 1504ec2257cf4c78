import { toFailure, type GenerateRequest, type StartedGeneration } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import {
  isFinal,
  NO_COUNTS,
  addToCounts,
  type Brief,
  type Failure,
  type Id,
  type Iteration,
  type JsonObject,
  type Kind,
  type ReferenceFile,
  type Session,
} from '../../model/index.js';
import type { StoreCore } from '../store-core.js';
import { notOffered } from './batch.js';

/** What a person asks for in the composer. */
export interface ImagineRequest {
  readonly prompt: string;
  readonly kind: Kind;
  /** How many variants, from 1. */
  readonly count: number;
  readonly references?: readonly ReferenceFile[];
  /** The session to add to; a new one without it. */
  readonly sessionId?: Id | null;
  /** The iteration whose output is built on. */
  readonly remixOf?: Id | null;
  readonly model?: string;
  readonly params?: JsonObject;
}

/** What became of a request to generate. */
export type GenerateOutcome =
  { readonly ok: true; readonly started: StartedGeneration } | { readonly ok: false; readonly failure: Failure };

function requestFor(core: StoreCore, wanted: ImagineRequest): GenerateRequest {
  const { prompt, kind, count, references = [], sessionId, remixOf, model, params } = wanted;
  const brief: Brief = {
    prompt,
    ...(references.length > 0 && { references }),
    ...(model !== undefined && { model }),
    ...(params !== undefined && { params }),
  };
  const parent = remixOf ? core.iterations.get(remixOf) : undefined;
  const id = sessionId ?? parent?.sessionId;
  return {
    session: id ? { id } : { create: brief },
    origin: remixOf ? 'remix' : 'prompt',
    ...(remixOf && { from: remixOf }),
    kind,
    count,
    ...(id && { brief }),
  };
}

/** The rows a person sees until the adapter has answered. */
function placeholders(core: StoreCore, request: GenerateRequest): { session?: Session; iterations: Iteration[] } {
  const now = core.clock.now();
  const createdAt = new Date(now).toISOString();
  const key = `placeholder:${newId()}`;
  const isNew = 'create' in request.session;
  const sessionId = 'id' in request.session ? request.session.id : `${key}:session`;
  const prompt = request.brief?.prompt ?? ('create' in request.session ? request.session.create.prompt : undefined);
  const iterations = Array.from({ length: request.count }, (_, variant): Iteration => ({
    id: `${key}:${String(variant)}`,
    sessionId,
    generationId: key,
    variant,
    kind: request.kind,
    status: 'queued',
    createdAt: new Date(now + variant).toISOString(),
    ...(prompt !== undefined && { prompt }),
  }));
  if (!isNew) return { iterations };
  const counts = iterations.reduce((sum, row) => addToCounts(sum, row), NO_COUNTS);
  const { create } = request.session as { readonly create: Brief };
  return {
    session: { id: sessionId, createdAt, lastActivityAt: createdAt, brief: create, counts, cover: iterations },
    iterations,
  };
}

async function start(core: StoreCore, request: GenerateRequest): Promise<GenerateOutcome> {
  const { adapter, caller, sessions, iterations } = core;
  const shown = placeholders(core, request);
  if (shown.session) core.acceptSessions([shown.session]);
  core.acceptIterations(shown.iterations);
  const clear = (): void => {
    for (const { id } of shown.iterations) iterations.forget(id);
    if (shown.session) sessions.forget(shown.session.id);
  };
  try {
    const started = await caller.write(
      (write) => adapter.generate?.start(request, write) ?? Promise.reject(notOffered('generate')),
    );
    clear();
    core.acceptSessions([started.session]);
    core.acceptGenerations([started]);
    return { ok: true, started };
  } catch (thrown) {
    clear();
    return { ok: false, failure: toFailure(thrown) };
  }
}

/** Asks for new outputs: of a new session, of a session there is, or remixed from an iteration. */
export const imagine = (core: StoreCore, wanted: ImagineRequest): Promise<GenerateOutcome> =>
  start(core, requestFor(core, wanted));

/** Makes an iteration's output again, with the brief that made it. */
export function regenerate(core: StoreCore, id: Id, count = 1): Promise<GenerateOutcome> {
  const row = core.iterations.get(id);
  if (!row) return Promise.resolve({ ok: false, failure: { code: 'not-found', message: `No iteration ${id}` } });
  return start(core, { session: { id: row.sessionId }, origin: 'regenerate', from: id, kind: row.kind, count });
}

/** Tries a failed or canceled iteration again. */
export function retry(core: StoreCore, id: Id): Promise<GenerateOutcome> {
  const row = core.iterations.get(id);
  if (!row) return regenerate(core, id);
  return start(core, {
    session: { id: row.sessionId },
    origin: 'regenerate',
    from: id,
    ...(row.generationId !== undefined && { retryOf: row.generationId }),
    kind: row.kind,
    count: 1,
  });
}

/**
 * Asks a generation to stop; what is finished stays.
 * @returns `null`, or why it could not be asked.
 */
export async function cancel(core: StoreCore, generationId: Id): Promise<Failure | null> {
  const { adapter, caller, generations, iterations } = core;
  const key = newId();
  const rows = [...(generations.get(generationId)?.iterationIds ?? [])];
  const canceling = <T extends { readonly status: Iteration['status'] }>(row: T): T =>
    isFinal(row.status) ? row : { ...row, status: 'canceling' };
  for (const id of rows) iterations.overlay(id, { key, apply: canceling });
  const end = (): void => {
    for (const id of rows) iterations.rollBack(id, key);
  };
  try {
    const generation = await caller.write(
      (write) => adapter.generate?.cancel?.(generationId, write) ?? Promise.reject(notOffered('generate.cancel')),
    );
    const states = await caller.read((call) => adapter.generate?.get([generationId], call) ?? Promise.resolve([]));
    core.acceptGenerations([{ generation, iterations: [] }, ...states]);
    return null;
  } catch (thrown) {
    return toFailure(thrown);
  } finally {
    end();
  }
}
