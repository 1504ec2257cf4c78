import type { Page } from 'playwright-core';

/** A row as it lies in the database. */
export interface StoredIteration {
  readonly id: string;
  readonly sessionId: string;
  readonly isArchived: boolean;
  readonly projects: readonly string[];
  /** What a batch has no business with. */
  readonly rest: string;
}

/** A session as it lies there, with what is counted of it beside it. */
export interface StoredSession {
  readonly id: string;
  readonly title: string | null;
  readonly prompt: string;
  readonly isArchived: boolean;
  readonly total: number;
}

/** What a database holds, by id, the newest iterations first. */
export interface StoredLibrary {
  readonly iterations: ReadonlyMap<string, StoredIteration>;
  readonly sessions: ReadonlyMap<string, StoredSession>;
  readonly projects: readonly string[];
}

/** Reads the database over a connection of its own: neither the store nor the adapter is asked. */
export async function storedLibrary(page: Page, name: string): Promise<StoredLibrary> {
  const read = await page.evaluate(async (database) => {
    interface Item {
      readonly id: string;
      readonly createdAt: string;
      readonly sessionId: string;
      readonly archivedAt?: string | null;
      readonly projectIds?: readonly string[];
      readonly name: string;
      readonly title?: string;
      readonly brief: { readonly prompt: string };
      readonly counts: { readonly total: number };
    }
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const connection = await done(indexedDB.open(database));
    try {
      const tables = connection.transaction(['iterations', 'sessions', 'projects']);
      const [iterations, sessions, projects] = await Promise.all(
        ['iterations', 'sessions', 'projects'].map(async (table) => {
          const rows = (await done(tables.objectStore(table).getAll())) as {
            readonly value: { readonly item: Item };
          }[];
          return rows.map(({ value }) => value.item);
        }),
      );
      const CHANGED = ['id', 'rev', 'updatedAt', 'sessionId', 'archivedAt', 'projectIds'];
      const newestFirst = (a: Item, b: Item): number =>
        a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;
      return {
        iterations: (iterations ?? []).sort(newestFirst).map((item) => ({
          id: item.id,
          sessionId: item.sessionId,
          isArchived: Boolean(item.archivedAt),
          projects: [...(item.projectIds ?? [])].sort(),
          rest: JSON.stringify(
            Object.entries(item)
              .filter(([field]) => !CHANGED.includes(field))
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          ),
        })),
        sessions: (sessions ?? []).map((item) => ({
          id: item.id,
          title: item.title ?? null,
          prompt: item.brief.prompt,
          isArchived: Boolean(item.archivedAt),
          total: item.counts.total,
        })),
        projects: (projects ?? []).map((item) => item.name).sort(),
      };
    } finally {
      connection.close();
    }
  }, name);
  return {
    iterations: new Map(read.iterations.map((row) => [row.id, row])),
    sessions: new Map(read.sessions.map((row) => [row.id, row])),
    projects: read.projects,
  };
}
