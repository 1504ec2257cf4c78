import type { Change } from '../../data/index.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { isFinal, type Generation, type Id, type Iteration } from '../../model/index.js';
import { acceptGenerations, isGeneration } from '../commands/accept-generations.js';
import { cleanProgress, isId, isIteration, isRecord } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';

/** What is told of rows that are not held. */
export interface UnknownRows {
  /** Something of this session; whether that is visible depends on it. */
  session(id: Id): void;
  /** A row is no more. */
  removed(entity: 'iteration' | 'session', id: Id): void;
}

/** Takes changes in the order they arrived; what it does not understand it leaves alone. */
export function acceptChanges(core: StoreCore, changes: readonly Change[], unknown: UnknownRows): void {
  for (const change of changes) acceptChange(core, change, unknown);
}

/** Takes what the backend answered when it was asked for the state of generations. */
export function acceptPoll(core: StoreCore, states: readonly unknown[], ids: readonly Id[]): void {
  acceptGenerations(core, states);
  ids.forEach((id, index) => {
    const state = states[index];
    const generation = isRecord(state) ? state['generation'] : null;
    if (isGeneration(generation) && !isFinal(generation.status)) return;
    const { ended } = core.running;
    ended.add(id);
    const left = core.running.iterationsOf(id);
    if (left.length > 0) core.stale(left);
  });
}

function acceptChange(core: StoreCore, change: Change, unknown: UnknownRows): void {
  switch (change.type) {
    case 'iteration':
      core.acceptIterations([change.item]);
      // What is put away itself shows by that alone.
      if (isIteration(change.item) && !change.item.archivedAt && !core.sessions.get(change.item.sessionId))
        unknown.session(change.item.sessionId);
      return;
    case 'session':
      core.acceptSessions([change.item]);
      return;
    case 'generation':
      acceptGenerations(core, [{ generation: change.item }]);
      return;
    case 'removed':
      acceptRemoval(core, change, unknown);
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

function acceptRemoval(
  core: StoreCore,
  { entity, id, rev }: Extract<Change, { type: 'removed' }>,
  unknown: UnknownRows,
): void {
  if (!isId(id)) return;
  const known = Number.isFinite(rev) ? rev : undefined;
  if (entity === 'iteration' && !core.iterations.known.has(id)) unknown.removed(entity, id);
  if (entity === 'session' && !core.sessions.known.has(id)) unknown.removed(entity, id);
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
