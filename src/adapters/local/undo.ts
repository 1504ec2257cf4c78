import { AdapterError, type BatchResult, type Write } from '../../data/index.js';
import type { Iteration, Session } from '../../model/index.js';
import { Batch } from './batch.js';
import { command } from './command.js';
import type { Local } from './local.js';

const changedSince = (id: string): AdapterError => new AdapterError('conflict', `'${id}' has changed since`);

/** What a batch can have changed of an iteration; the rest (its state, its media) goes on. */
function restoredIteration(now: Iteration, before: Iteration): Iteration {
  const { archivedAt: _1, starred: _2, rating: _3, flag: _4, tags: _5, note: _6, projectIds: _7, ...rest } = now;
  const { archivedAt, starred, rating, flag, tags, note, projectIds, sessionId } = before;
  return {
    ...rest,
    sessionId,
    ...(archivedAt !== undefined && { archivedAt }),
    ...(starred !== undefined && { starred }),
    ...(rating !== undefined && { rating }),
    ...(flag !== undefined && { flag }),
    ...(tags !== undefined && { tags }),
    ...(note !== undefined && { note }),
    ...(projectIds !== undefined && { projectIds }),
  };
}

/** A session's title, place and contents are not a batch's to change. */
function restoredSession(now: Session, before: Session): Session {
  const { archivedAt: _, ...rest } = now;
  return { ...rest, ...(before.archivedAt !== undefined && { archivedAt: before.archivedAt }) };
}

/** Takes a batch back, except from rows that have changed since. */
export function undo(local: Local, token: string, write: Write): Promise<BatchResult> {
  return command(local, write, ['undo', token], async (unit) => {
    const known = await unit.tx.get('undos', token);
    if (!known) throw new AdapterError('not-found', 'There is nothing to undo under this token');
    const batch = new Batch(unit);
    for (const step of known.value.steps) {
      const { id } = step.before;
      const now = step.on === 'iteration' ? await unit.iteration(id) : await unit.session(id);
      if (now?.rev !== step.rev) batch.failed(id, changedSince(id));
      else if (step.on === 'iteration')
        await batch.saveIteration(restoredIteration(now as Iteration, step.before), now as Iteration);
      else await batch.saveSession(restoredSession(now as Session, step.before), now as Session);
    }
    return batch.finish();
  });
}
