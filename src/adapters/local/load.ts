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

/** Everything here has a rev. */
const revised = <E extends Session | Iteration | Generation>(item: E): E => ({ ...item, rev: item.rev ?? 1 });

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
    ...revised(session),
    counts: shown.reduce((counts, item) => addToCounts(counts, item), NO_COUNTS),
    cover: shown.slice(-COVER).reverse(),
  };
}

/** Puts data in, over what has the same ids; counts and covers are worked out, never believed. The backend is ready. */
export async function load(local: Local, data: LocalData): Promise<void> {
  await commit(local, async (unit) => {
    const { tx, seq } = unit;
    const oldestFirst = comparator('oldest');
    const iterations = [...(data.iterations ?? [])].sort(oldestFirst).map(revised);
    const members = membersOf(iterations);
    const prompts = new Map(iterations.toReversed().map((item) => [item.generationId, item]));
    const sessions = new Map<string, Session>();
    for (const session of [...(data.sessions ?? [])].sort(oldestFirst)) {
      const next = derived(session, members.get(session.id) ?? []);
      sessions.set(next.id, next);
      await tx.put('sessions', sessionEntry(next, seq));
    }
    for (const item of iterations) {
      await tx.put('iterations', iterationEntry(item, sessions.get(item.sessionId), seq));
    }
    for (const item of data.generations ?? []) {
      const { kind = 'image', prompt } = prompts.get(item.id) ?? {};
      const brief = { prompt: '', ...sessions.get(item.sessionId)?.brief, ...(prompt !== undefined && { prompt }) };
      await tx.put('generations', generationEntry(revised(item), { kind, brief, runner: '' }));
    }
    for (const item of data.projects ?? []) {
      await tx.put('projects', { id: item.id, at: item.name, facets: [facet.all('e')], value: { item } });
    }
    unit.changedEverything();
  });
}
