import type { Change } from '../../data/index.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { isFinal, type Generation, type Id, type Iteration } from '../../model/index.js';
import { cleanProgress, isGeneration, isId, isIteration, isRecord } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';

/**
 * Takes changes in the order they arrived; what it does not understand it leaves alone.
 * @param unknownSession called when something is told of a session that was never read.
 */
export function acceptChanges(core: StoreCore, changes: readonly Change[], unknownSession: (id: Id) => void): void {
  for (const change of changes) acceptChange(core, change, unknownSession);
}

/** Takes what the backend answered when it was asked for the state of generations. */
export function acceptPoll(core: StoreCore, states: readonly unknown[], ids: readonly Id[]): void {
  core.acceptGenerations(states);
  ids.forEach((id, index) => {
    const state = states[index];
    const generation = isRecord(state) ? state['generation'] : null;
    if (isGeneration(generation) && !isFinal(generation.status)) return;
    const left = core.running.end(id);
    if (left.length > 0) core.stale(left);
  });
}

function acceptChange(core: StoreCore, change: Change, unknownSession: (id: Id) => void): void {
  switch (change.type) {
    case 'iteration':
      core.acceptIterations([change.item]);
      if (isIteration(change.item) && !core.sessions.get(change.item.sessionId)) unknownSession(change.item.sessionId);
      return;
    case 'session':
      core.acceptSessions([change.item]);
      return;
    case 'generation':
      core.acceptGenerations([{ generation: change.item }]);
      return;
    case 'removed':
      acceptRemoval(core, change);
      return;
    case 'progress':
      acceptProgress(core, change);
      return;
    case 'stale': {
      const { ids, sessionId } = change;
      core.stale(Array.isArray(ids) ? ids.filter(isId) : undefined, isId(sessionId) ? sessionId : undefined);
      return;
    }
    case 'resync':
      core.stale(undefined);
      return;
  }
}

function acceptRemoval(core: StoreCore, { entity, id, rev }: Extract<Change, { type: 'removed' }>): void {
  if (!isId(id)) return;
  const known = Number.isFinite(rev) ? rev : undefined;
  if (entity === 'iteration') core.iterations.remove(id, known);
  if (entity === 'session') core.sessions.remove(id, known);
  if (entity === 'generation') core.generations.remove(id, known);
}

function acceptProgress(
  core: StoreCore,
  { generationId, iterationId, progress }: Extract<Change, { type: 'progress' }>,
): void {
  const set = <T extends Iteration | Generation>(row: T): T => {
    if (isFinal(row.status)) return row;
    const clean = cleanProgress(progress, row.progress);
    return shallowEqual(row.progress ?? {}, clean) ? row : { ...row, progress: clean };
  };
  if (isId(iterationId)) core.iterations.adjust(iterationId, set);
  if (isId(generationId)) core.generations.adjust(generationId, set);
}
