import { AdapterError, toFailure, type BatchResult, type ItemResult, type Write } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Failure, Id, Iteration, Session } from '../../model/index.js';
import type { EntityTable } from '../entity-table.js';
import type { StoreCore } from '../store-core.js';

/** What became of a batch; never rejects, for some of it may have worked. */
export interface BatchOutcome {
  readonly done: readonly Id[];
  readonly failed: readonly { readonly id: Id; readonly error: Failure }[];
  /** Takes back what was done. */
  undo?(): Promise<BatchOutcome>;
}

type Row = Session | Iteration;

const NO_ANSWER: Failure = { code: 'internal', message: 'The adapter gave no result for this id' };

/** One answer per id that was asked for, whatever came back. */
function resultsById(ids: readonly Id[], answer: unknown): Map<Id, ItemResult> {
  const results = new Map<Id, ItemResult>(ids.map((id) => [id, { id, ok: false, error: NO_ANSWER }]));
  const given: unknown = typeof answer === 'object' && answer !== null && 'results' in answer ? answer.results : [];
  for (const result of Array.isArray(given) ? (given as readonly Partial<ItemResult>[]) : []) {
    const { id } = result;
    if (id === undefined || !results.has(id)) continue;
    results.set(
      id,
      result.ok === true
        ? (result as ItemResult)
        : { id, ok: false, error: toFailure('error' in result ? result.error : undefined) },
    );
  }
  return results;
}

/** Applies a change to many rows: shown at once, sent in the portions the adapter takes, rolled back row by row. */
export async function runBatch<T extends Row>(
  core: StoreCore,
  table: EntityTable<T>,
  ids: readonly Id[],
  apply: (row: T) => T,
  send: (ids: readonly Id[], write: Write) => Promise<BatchResult>,
): Promise<BatchOutcome> {
  const key = newId();
  const unique = [...new Set(ids)];
  for (const id of unique) table.overlay(id, { key, apply });
  const done: Id[] = [];
  const failed: { id: Id; error: Failure }[] = [];
  const { batchSize } = core.capabilities.limits;
  for (let start = 0; start < unique.length; start += batchSize) {
    const portion = unique.slice(start, start + batchSize);
    const results = await core.caller
      .write((write) => send(portion, write))
      .then(
        (answer) => resultsById(portion, answer),
        (thrown: unknown) => {
          const error = toFailure(thrown);
          return new Map<Id, ItemResult>(portion.map((id) => [id, { id, ok: false, error }]));
        },
      );
    for (const [id, result] of results) {
      if (result.ok) {
        table.settle(id, key, result.rev);
        done.push(id);
      } else {
        table.rollBack(id, key);
        failed.push({ id, error: result.error });
      }
    }
  }
  return { done, failed };
}

/** The failure of a command that the adapter does not offer; the interface shows no control for it. */
export const notOffered = (method: string): AdapterError =>
  new AdapterError('unsupported', `The adapter has no ${method}`);
