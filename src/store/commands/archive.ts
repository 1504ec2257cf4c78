import { toFailure, type BatchResult, type Write } from '../../data/index.js';
import { isFinal, type Id, type Iteration, type Session } from '../../model/index.js';
import type { EntityTable } from '../entity-table.js';
import type { StoreCore } from '../store-core.js';
import { notOffered, runBatch, type BatchOutcome, type BatchRun } from './batch.js';

type Row = Session | Iteration;
type Sort = 'iteration' | 'session';
type Send = (ids: readonly Id[], write: Write) => Promise<BatchResult>;

const tableOf = (core: StoreCore, on: Sort): Pick<EntityTable<Row>, 'get' | 'confirmed'> =>
  on === 'session' ? core.sessions : core.iterations;

function run(core: StoreCore, on: Sort, ids: readonly Id[], archived: boolean, send: Send): Promise<BatchRun> {
  const archivedAt = archived ? new Date(core.clock.now()).toISOString() : null;
  return on === 'session'
    ? runBatch<Session>(core, { table: core.sessions, ids, apply: (row) => ({ ...row, archivedAt }), send })
    : runBatch<Iteration>(core, { table: core.iterations, ids, apply: (row) => ({ ...row, archivedAt }), send });
}

/** Puts iterations or sessions away, or brings them back. Putting a session away hides all its iterations. */
export async function archive(core: StoreCore, on: Sort, ids: readonly Id[], archived: boolean): Promise<BatchOutcome> {
  const { adapter } = core;
  if (!adapter.archive) {
    const error = toFailure(notOffered('archive'));
    return { done: [], failed: ids.map((id) => ({ id, error })) };
  }
  const before = new Map(ids.map((id) => [id, tableOf(core, on).get(id)]));
  const send: Send = (portion, write) =>
    adapter.archive?.({ ids: portion }, on, archived, write) ?? Promise.reject(notOffered('archive'));
  const { done, failed, revs, tokens } = await run(core, on, ids, archived, send);
  // What had been there already is not taken back.
  const changed = done.filter((id) => !before.get(id) || Boolean(before.get(id)?.archivedAt) !== archived);
  if (changed.length === 0) return { done, failed };
  const undo = async (): Promise<BatchOutcome> => {
    const back = changed.filter((id) => isOurs(tableOf(core, on).confirmed(id), before.get(id), revs.get(id)));
    const token = back.length === ids.length && tokens.length === 1 ? tokens[0] : null;
    if (!token || !adapter.undo) return archive(core, on, back, !archived);
    const takeBack: Send = (_, write) => adapter.undo?.(token, write) ?? Promise.reject(notOffered('undo'));
    const outcome = await run(core, on, back, !archived, takeBack);
    return { done: outcome.done, failed: outcome.failed };
  };
  return { done, failed, undo };
}

/** Whether nobody has changed a row since a batch gave it a rev; a run that ended meanwhile is no such change. */
function isOurs(now: Row | undefined, before: Row | undefined, rev: number | undefined): boolean {
  if (now?.rev === undefined || rev === undefined || now.rev <= rev) return true;
  return before !== undefined && 'status' in before && !isFinal(before.status);
}
