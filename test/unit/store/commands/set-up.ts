import { createMemoryAdapter } from '../../../../src/adapters/memory/index.js';
import type { Call, ImaginationsAdapter, Limits, Write } from '../../../../src/data/index.js';
import type { Iteration, Session } from '../../../../src/model/index.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { seedLibrary } from '../../../../src/testing/index.js';

/** A store that has read everything of a backend in memory, and the backend itself. */
export interface Library {
  readonly store: ImaginationsStore;
  readonly adapter: ImaginationsAdapter;
  readonly backend: ImaginationsAdapter;
  readonly ids: readonly string[];
  readonly sessionIds: readonly string[];
}

export interface LibraryOptions {
  readonly rows?: number;
  readonly limits?: Limits;
  /** What the store gets instead of the backend. */
  readonly change?: (backend: ImaginationsAdapter) => ImaginationsAdapter;
}

export const call: Call = { signal: new AbortController().signal };

let keys = 0;
export const write = (): Write => ({ ...call, idempotencyKey: `test-${keys++}` });

export const EVERYTHING = { filter: { archived: 'include' } } as const;

export async function library({ rows = 24, limits, change }: LibraryOptions = {}): Promise<Library> {
  const { sessions: seeded, iterations, projects } = seedLibrary(rows, { finished: true });
  const seed = { sessions: seeded, iterations, projects };
  const backend = createMemoryAdapter({ ...seed, limits: { pageSize: 1000, ...limits } });
  const adapter: ImaginationsAdapter = change?.(backend) ?? backend;
  const store = new ImaginationsStore(adapter);
  const [list, sessions] = [store.iterationList(EVERYTHING), store.sessionList(EVERYTHING)];
  await Promise.all([list.load(), sessions.load()]);
  while (!list.value.complete) await list.more();
  return { store, adapter, backend, ids: list.value.ids, sessionIds: sessions.value.ids };
}

/** What a person has made of a row. */
const judged = (row: Iteration | null | undefined) =>
  row
    ? {
        archived: Boolean(row.archivedAt),
        sessionId: row.sessionId,
        projects: [...(row.projectIds ?? [])].sort(),
        starred: row.starred ?? false,
        rating: row.rating ?? 0,
        flag: row.flag ?? null,
        tags: [...(row.tags ?? [])].sort(),
        note: row.note ?? '',
      }
    : null;

const judgedSession = (row: Session | null | undefined) =>
  row ? { archived: Boolean(row.archivedAt), title: row.title ?? '', total: row.counts?.total } : null;

export const stored = async ({ backend, ids }: Pick<Library, 'backend' | 'ids'>) =>
  new Map((await backend.getIterations!(ids, call)).map((row, index) => [ids[index]!, judged(row)]));

export const shown = ({ store, ids }: Pick<Library, 'store' | 'ids'>) =>
  new Map(ids.map((id) => [id, judged(store.iteration(id))]));

export const storedSessions = async ({ backend, sessionIds }: Library) =>
  new Map(
    await Promise.all(sessionIds.map(async (id) => [id, judgedSession(await backend.getSession!(id, call))] as const)),
  );

export const shownSessions = ({ store, sessionIds }: Library) =>
  new Map(sessionIds.map((id) => [id, judgedSession(store.session(id))]));
