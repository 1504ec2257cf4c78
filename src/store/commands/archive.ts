import type { Id, Iteration, Session } from '../../model/index.js';
import type { StoreCore } from '../store-core.js';
import { notOffered, runBatch, type BatchOutcome } from './batch.js';

/** Puts iterations or sessions away, or brings them back. Putting a session away hides all its iterations. */
export async function archive(
  core: StoreCore,
  on: 'iteration' | 'session',
  ids: readonly Id[],
  archived: boolean,
): Promise<BatchOutcome> {
  const { adapter, clock } = core;
  if (!adapter.archive) throw notOffered('archive');
  const archivedAt = archived ? new Date(clock.now()).toISOString() : null;
  const send: Parameters<typeof runBatch>[4] = (portion, write) =>
    adapter.archive?.({ ids: portion }, on, archived, write) ?? Promise.reject(notOffered('archive'));
  const outcome =
    on === 'session'
      ? await runBatch<Session>(core, core.sessions, ids, (row) => ({ ...row, archivedAt }), send)
      : await runBatch<Iteration>(core, core.iterations, ids, (row) => ({ ...row, archivedAt }), send);
  return { ...outcome, undo: () => archive(core, on, outcome.done, !archived) };
}
