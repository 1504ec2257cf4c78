import type { GenerateRequest } from '../data/index.js';
import { newId } from '../internal/new-id.js';
import { addToCounts, NO_COUNTS, type Iteration, type Session } from '../model/index.js';
import { PLACEHOLDER_PREFIX } from './is-placeholder.js';

/** Rows that stand for what was asked for. */
export interface Placeholders {
  readonly session?: Session;
  readonly iterations: readonly Iteration[];
}

/**
 * The rows a person sees until the adapter has answered.
 * @param at when they are made, in ms: later than everything that is known, so that they stand at the top.
 * @param prompt the words that are asked for, where known.
 */
export function placeholdersFor(request: GenerateRequest, at: number, prompt: string | undefined): Placeholders {
  const key = `${PLACEHOLDER_PREFIX}${newId()}`;
  const sessionId = 'id' in request.session ? request.session.id : `${key}:session`;
  const iterations = Array.from({ length: request.count }, (_, variant): Iteration => ({
    id: `${key}:${String(variant)}`,
    sessionId,
    generationId: key,
    variant,
    kind: request.kind,
    status: 'queued',
    createdAt: new Date(at + variant).toISOString(),
    can: { cancel: false },
    ...(prompt !== undefined && { prompt }),
  }));
  if (!('create' in request.session)) return { iterations };
  const createdAt = new Date(at).toISOString();
  const brief = request.session.create;
  const counts = iterations.reduce((sum, row) => addToCounts(sum, row), NO_COUNTS);
  return {
    session: { id: sessionId, createdAt, lastActivityAt: createdAt, brief, counts, cover: iterations },
    iterations,
  };
}
