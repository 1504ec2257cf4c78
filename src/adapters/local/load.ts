import {
  addToCounts,
  comparator,
  NO_COUNTS,
  type Generation,
  type Iteration,
  type Project,
  type Session,
} from '../../model/index.js';
import { commit } from './command.js';
import { facet, generationEntry, iterationEntry, sessionEntry } from './facets.js';
import type { Local } from './local.js';

/** Data to put into a local backend as it is: a seed, an import. */
export interface LocalData {
  readonly sessions?: readonly Session[] | undefined;
  readonly iterations?: readonly Iteration[] | undefined;
  readonly generations?: readonly Generation[] | undefined;
  readonly projects?: readonly Project[] | undefined;
}

const COVER = 4;

function membersOf(iterations: readonly Iteration[]): ReadonlyMap<string, readonly Iteration[]> {
  const members = new Map<string, Iteration[]>();
  for (const item of iterations) {
    const list = members.get(item.sessionId);
    if (list) list.push(item);
    else members.set(item.sessionId, [item]);
  }
  return members;
}

/** The session with its counts and cover as its members make them. */
function derived(session: Session, members: readonly Iteration[]): Session {
  const shown = members.filter(({ archivedAt }) => !archivedAt);
  return {
    ...session,
    rev: session.rev ?? 1,
    counts: shown.reduce((counts, item) => addToCounts(counts, item), NO_COUNTS),
    cover: shown.slice(-COVER).reverse(),
  };
}

/** Puts data in, over what has the same ids; counts and covers are worked out, never believed. The backend is ready. */
export async function load(local: Local, data: LocalData): Promise<void> {
  await commit(local, async (unit) => {
    const { tx, seq } = unit;
    const oldestFirst = comparator('oldest');
    const iterations = [...(data.iterations ?? [])].sort(oldestFirst);
    const members = membersOf(iterations);
    const sessions = new Map<string, Session>();
    for (const session of [...(data.sessions ?? [])].sort(oldestFirst)) {
      const next = derived(session, members.get(session.id) ?? []);
      sessions.set(next.id, next);
      await tx.put('sessions', sessionEntry(next, seq));
    }
    for (const item of iterations) {
      await tx.put('iterations', iterationEntry({ ...item, rev: item.rev ?? 1 }, sessions.get(item.sessionId), seq));
    }
    for (const item of data.generations ?? []) {
      const { kind = 'image', ...brief } = briefOf(item, iterations, sessions.get(item.sessionId));
      await tx.put('generations', generationEntry({ ...item, rev: item.rev ?? 1 }, { kind, brief, runner: '' }));
    }
    for (const item of data.projects ?? []) {
      await tx.put('projects', { id: item.id, at: item.name, facets: [facet.all('e')], value: { item } });
    }
    unit.changedEverything();
  });
}

/** What a generation that was not made here was asked for, as far as it can be told. */
function briefOf(generation: Generation, iterations: readonly Iteration[], session: Session | undefined) {
  const first = iterations.find(({ generationId }) => generationId === generation.id);
  return {
    prompt: '',
    ...session?.brief,
    ...(first?.prompt !== undefined && { prompt: first.prompt }),
    kind: first?.kind,
  };
}
