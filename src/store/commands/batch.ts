import { AdapterError, toFailure, type BatchResult, type ItemResult, type Write } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { ErrorCode, Failure, Id, Iteration, Session } from '../../model/index.js';
import type { EntityTable } from '../entity-table.js';
import { isPlaceholder } from '../is-placeholder.js';
import { isId, isRecord } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';

/** What became of a batch; never rejects, for some of it may have worked. */
export interface BatchOutcome {
  readonly done: readonly Id[];
  readonly failed: readonly { readonly id: Id; readonly error: Failure }[];
  /** Takes back what was done; absent where nothing can be. */
  readonly undo?: () => Promise<BatchOutcome>;
}

/** What a batch did, and what taking it back needs. */
export interface BatchRun extends BatchOutcome {
  /** The rev that each row got, where the adapter says. */
  readonly revs: ReadonlyMap<Id, number>;
  /** The adapter's own tokens, one per portion; `null` where it gave none. */
  readonly tokens: readonly (string | null)[];
}

/** A batch of one adapter method. */
export interface BatchWork<T extends Session | Iteration> {
  readonly table: EntityTable<T>;
  readonly ids: readonly Id[];
  apply(row: T): T;
  send(ids: readonly Id[], write: Write): Promise<BatchResult>;
}

const NO_ANSWER: Failure = { code: 'internal', message: 'The adapter gave no result for this id' };
const NOT_YET: Failure = { code: 'not-found', message: 'The adapter does not have this row yet' };

/** After these nobody knows what the backend has done. */
const UNSURE: ReadonlySet<ErrorCode> = new Set(['network', 'timeout', 'unavailable', 'conflict', 'internal']);

interface Portion {
  readonly results: ReadonlyMap<Id, ItemResult>;
  readonly token: string | null;
}

/** One answer per id that was asked for, whatever came back. */
function readAnswer(ids: readonly Id[], answer: unknown): Portion {
  const results = new Map<Id, ItemResult>(ids.map((id) => [id, { id, ok: false, error: NO_ANSWER }]));
  const given: unknown = isRecord(answer) ? answer['results'] : undefined;
  for (const result of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    if (!isRecord(result) || !isId(result['id']) || !results.has(result['id'])) continue;
    const { id, rev } = result;
    if (result['ok'] !== true) results.set(id, { id, ok: false, error: toFailure(result['error']) });
    else results.set(id, { id, ok: true, ...(typeof rev === 'number' && Number.isFinite(rev) && { rev }) });
  }
  const token: unknown = isRecord(answer) ? answer['undo'] : null;
  return { results, token: isId(token) ? token : null };
}

const allFailed = (ids: readonly Id[], error: Failure): Portion => ({
  results: new Map(ids.map((id) => [id, { id, ok: false, error }])),
  token: null,
});

/**
 * Applies a change to many rows: shown at once, sent in the portions the adapter takes - after the batches before it, so
 * that the backend sees what a person does in the same order - and rolled back row by row.
 */
export async function runBatch<T extends Session | Iteration>(core: StoreCore, work: BatchWork<T>): Promise<BatchRun> {
  const { table } = work;
  const key = newId();
  const all = [...new Set(work.ids)];
  const ids = all.filter((id) => !isPlaceholder(id));
  for (const id of ids) table.overlay(id, { key, apply: (row) => work.apply(row) });
  const done: Id[] = [];
  const failed = all.filter(isPlaceholder).map((id) => ({ id, error: NOT_YET }));
  const revs = new Map<Id, number>();
  const tokens: (string | null)[] = [];
  const { batchSize } = core.capabilities.limits;
  await core.caller.inTurn('batch', async () => {
    for (let start = 0; start < ids.length; start += batchSize) {
      const portion = ids.slice(start, start + batchSize);
      const { results, token } = await core.caller
        .write((write) => work.send(portion, write))
        .then(
          (answer) => readAnswer(portion, answer),
          (thrown: unknown) => allFailed(portion, toFailure(thrown)),
        );
      tokens.push(token);
      core.written();
      for (const [id, result] of results) {
        if (result.ok) {
          table.settle(id, key, result.rev);
          done.push(id);
          if (result.rev !== undefined) revs.set(id, result.rev);
        } else {
          table.rollBack(id, key);
          failed.push({ id, error: result.error });
        }
      }
    }
  });
  readUnsure(core, table, failed);
  return { done, failed, revs, tokens };
}

/** Says that sessions have to be read again, by themselves. */
export function staleSessions(core: StoreCore, ids: readonly Id[]): void {
  for (const id of ids) core.stale([], id);
}

/** Reads again what may have been done although it failed. */
function readUnsure<T extends Session | Iteration>(
  core: StoreCore,
  table: EntityTable<T>,
  failed: BatchOutcome['failed'],
): void {
  const unsure = failed.filter(({ error }) => UNSURE.has(error.code)).map(({ id }) => id);
  if (unsure.length === 0) return;
  if ((table as unknown) === core.iterations) core.stale(unsure);
  else staleSessions(core, unsure);
}

/** The failure of a command that the adapter does not offer; the interface shows no control for it. */
export const notOffered = (method: string): AdapterError =>
  new AdapterError('unsupported', `The adapter has no ${method}`);
