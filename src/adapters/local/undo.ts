import { AdapterError, type BatchResult, type Write } from '../../data/index.js';
import { omit } from '../../internal/omit.js';
import { Batch } from './batch.js';
import { command } from './command.js';
import type { Local } from './local.js';
import { remake, unmake } from './new-session.js';
import type { UndoStep } from './storage.js';

const changedSince = (id: string): AdapterError => new AdapterError('conflict', `'${id}' has changed since`);

/** What a batch can change of an iteration; the rest (its state, its media) goes on. */
const EDITED = ['archivedAt', 'sessionId', 'starred', 'rating', 'flag', 'tags', 'note', 'projectIds'] as const;

/** The entity as it is, but some fields as they were, absent ones included. */
function restored<E extends object>(now: E, before: E, names: readonly (keyof E)[]): E {
  const fields = Object.fromEntries(
    names.filter((name) => before[name] !== undefined).map((name) => [name, before[name]]),
  );
  return { ...omit(now, ...names), ...fields } as E;
}

async function takeBack(batch: Batch, step: UndoStep): Promise<void> {
  const { unit } = batch;
  if (step.on === 'made') return unmake(batch, step.session);
  if (step.on === 'unmade') return remake(batch, step.session);
  const { id } = step.before;
  if (step.on === 'iteration') {
    const now = await unit.iteration(id);
    const isHome =
      now?.sessionId === step.before.sessionId || (await unit.session(step.before.sessionId)) !== undefined;
    if (now?.rev !== step.rev || !isHome) batch.failed(id, changedSince(id));
    else await batch.saveIteration(restored(now, step.before, EDITED), now);
    return;
  }
  const now = await unit.session(id);
  // The contents may have changed; they are not what is taken back.
  if (!now || now.archivedAt !== step.archivedAt) batch.failed(id, changedSince(id));
  else await batch.saveSession(restored(now, step.before, ['archivedAt']), now);
}

/** A session comes back before the rows that were in it, and goes after those that leave it. */
const turnOf = ({ on }: UndoStep): number => (on === 'unmade' ? 0 : on === 'made' ? 2 : 1);

/** Takes a batch back, except from rows that have changed since. */
export function undo(local: Local, token: string, write: Write): Promise<BatchResult> {
  return command(local, write, ['undo', token], async (unit) => {
    const known = await unit.tx.get('undos', token);
    if (!known) throw new AdapterError('not-found', 'There is nothing to undo under this token');
    const batch = new Batch(unit);
    const { steps } = known.value;
    const ordered = [...steps].sort((a, b) => turnOf(a) - turnOf(b));
    for (const step of ordered) await takeBack(batch, step);
    return batch.finish();
  });
}
