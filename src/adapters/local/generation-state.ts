import { toFailure } from '../../data/index.js';
import {
  isFinal,
  type Failure,
  type Generation,
  type Id,
  type Iteration,
  type MediaSource,
  type RunStatus,
} from '../../model/index.js';
import { iterationsOf } from './reads.js';
import type { UnitOfWork } from './unit-of-work.js';

/** How one output ended. */
export type Outcome =
  | { readonly status: 'succeeded'; readonly media: MediaSource; readonly more?: Partial<Iteration> }
  | { readonly status: 'failed'; readonly error: Failure }
  | { readonly status: 'canceled' };

/** The iteration in its final state; one that has ended stays as it is. */
export async function endIteration(unit: UnitOfWork, item: Iteration, outcome: Outcome): Promise<void> {
  if (isFinal(item.status)) return;
  const { status } = outcome;
  await unit.saveIteration({
    ...item,
    status,
    completedAt: unit.at,
    ...(outcome.status === 'succeeded' && { ...outcome.more, media: outcome.media }),
    ...(outcome.status === 'failed' && { error: outcome.error }),
  });
  unit.touch(item.sessionId);
}

/** What a generation has become, once all its outputs have ended; `undefined` before. */
function resultOf(generation: Generation, iterations: readonly Iteration[]): RunStatus | undefined {
  const states = new Set(iterations.map(({ status }) => status));
  if (![...states].every(isFinal)) return undefined;
  if (states.has('succeeded')) return 'succeeded';
  if (states.has('failed') && generation.status !== 'canceling') return 'failed';
  return states.has('failed') && !states.has('canceled') ? 'failed' : 'canceled';
}

/** Ends a generation whose outputs have all ended. */
export async function settleGeneration(unit: UnitOfWork, id: Id): Promise<void> {
  const row = await unit.generation(id);
  if (!row || isFinal(row.item.status)) return;
  const iterations = await iterationsOf(unit.tx, row.item);
  const status = resultOf(row.item, iterations);
  if (!status) return;
  const error = status === 'failed' ? iterations.find((item) => item.error)?.error : undefined;
  await unit.saveGeneration({ ...row, item: { ...row.item, status, completedAt: unit.at, ...(error && { error }) } });
}

/** Ends everything of a generation that has not ended. */
export async function endGeneration(unit: UnitOfWork, id: Id, outcome: Outcome): Promise<void> {
  const row = await unit.generation(id);
  if (!row || isFinal(row.item.status)) return;
  for (const item of await iterationsOf(unit.tx, row.item)) {
    // Who had asked for the end gets that.
    await endIteration(unit, item, item.status === 'canceling' ? { status: 'canceled' } : outcome);
  }
  await settleGeneration(unit, id);
}

/** The outcome that something thrown stands for. */
export function outcomeOf(thrown: unknown): Outcome {
  const error = toFailure(thrown);
  if (error.code === 'aborted') return { status: 'canceled' };
  return { status: 'failed', error: error.code === 'moderated' ? { ...error, retryable: false } : error };
}
