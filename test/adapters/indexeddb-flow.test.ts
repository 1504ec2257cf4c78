import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import { addToCounts, NO_COUNTS, type Iteration, type Project, type Session } from '../../src/model/index.js';
import { createProject, historyOf, ImaginationsStore, reassign, selectionOf } from '../../src/store/index.js';
import { seedLibrary } from '../../src/testing/index.js';
import { deleteDatabases, freshName } from './database.js';

after(deleteDatabases);

/**
 * WebKit under automation keeps databases in memory, as in a private window. There every row that is written anew looks
 * through the whole index: 20 ms a row of 3,000 (WebKitGTK 2.50), and a time with the square of the rows.
 */
const isInMemory = navigator.vendor.startsWith('Apple');
const ROWS = isInMemory ? 600 : 3000;
const SELECTED = isInMemory ? 400 : 2000;
const LEFT_OUT = 10;
const QUERY = { filter: { archived: 'include' } } as const;

/** What lies in the database, as a connection of its own sees it. */
async function stored(name: string) {
  const database = await openDB(name);
  const read = async <T>(table: string): Promise<readonly T[]> =>
    ((await database.getAll(table)) as { readonly value: { readonly item: T } }[]).map(({ value }) => value.item);
  try {
    const iterations = await read<Iteration>('iterations');
    return {
      rows: new Map(
        iterations.map(({ id, sessionId, archivedAt, projectIds = [], createdAt, generationId, parents = [] }) => [
          id,
          {
            sessionId,
            isArchived: Boolean(archivedAt),
            projects: [...projectIds].sort(),
            createdAt,
            generationId,
            parents,
          },
        ]),
      ),
      iterations,
      sessions: new Map((await read<Session>('sessions')).map((session) => [session.id, session])),
      projects: (await read<Project>('projects')).map((project) => project.name).sort(),
    };
  } finally {
    database.close();
  }
}

type Stored = Awaited<ReturnType<typeof stored>>;

/** Counts are kept, never worked out when read: they must be what working them out gives. */
function checkCounts({ iterations, sessions }: Stored): void {
  const counts = new Map([...sessions.keys()].map((id) => [id, NO_COUNTS]));
  for (const row of iterations) {
    const known = counts.get(row.sessionId);
    expect(known, row.sessionId).to.not.equal(undefined);
    if (known && !row.archivedAt) counts.set(row.sessionId, addToCounts(known, row));
  }
  for (const [id, session] of sessions) expect(session.counts, id).to.deep.equal(counts.get(id));
}

type Row = Stored['rows'] extends Map<string, infer R> ? R : never;

const changed = (rows: Stored['rows'], ids: readonly string[], change: (row: Row) => Partial<Row>): Stored['rows'] => {
  const chosen = new Set(ids);
  return new Map([...rows].map(([id, row]) => [id, chosen.has(id) ? { ...row, ...change(row) } : row]));
};

async function open(name: string) {
  const adapter = createIndexedDbAdapter({ name });
  const store = new ImaginationsStore(adapter);
  const release = store.retain();
  const list = store.iterationList(QUERY);
  await list.load();
  while (!list.value.complete) await list.more();
  const close = (): void => {
    release();
    store.dispose();
    adapter.dispose();
  };
  return { adapter, store, list, close };
}

describe('thousands of rows over indexeddb', () => {
  it('are as the database says after each step, and when it is opened again', async function () {
    this.timeout(280_000);
    const name = freshName();
    const filling = createIndexedDbAdapter({ name });
    await filling.load(seedLibrary(ROWS, { finished: true, perSession: 30 }));
    filling.dispose();
    const first = await stored(name);
    const { store, list, close } = await open(name);
    const shown = () =>
      new Map(
        list.value.ids.map((id) => {
          const { sessionId, archivedAt, projectIds = [] } = store.iteration(id)!;
          return [id, { sessionId, isArchived: Boolean(archivedAt), projects: [...projectIds].sort() }];
        }),
      );
    const check = async (expected: Stored['rows']): Promise<Stored> => {
      const now = await stored(name);
      expect(now.rows).to.deep.equal(expected);
      checkCounts(now);
      const seen = shown();
      expect(seen.size).to.equal(ROWS);
      for (const [id, { sessionId, isArchived, projects }] of now.rows) {
        expect(seen.get(id)).to.deep.equal({ sessionId, isArchived, projects });
      }
      return now;
    };
    const history = historyOf(store);

    const selection = selectionOf(store);
    const { ids } = list.value;
    const order = { count: ids.length, id: (at: number) => ids[at], indexOf: (id: string) => ids.indexOf(id) };
    selection.set([ids[100]!], true, '');
    expect(selection.range(order, 100 + SELECTED - 1, '').unread).to.deep.equal([]);
    for (let at = 0; at < LEFT_OUT; at++) selection.toggle(ids[150 + at * 31]!, '');
    const [target] = selection.selections();
    const chosen = target && 'ids' in target ? target.ids : [];
    expect([selection.selections().length, chosen.length]).to.deep.equal([1, SELECTED - LEFT_OUT]);
    await check(first.rows);

    const archiving = await store.archive('iteration', chosen);
    expect([archiving.done.length, archiving.failed]).to.deep.equal([chosen.length, []]);
    await check(changed(first.rows, chosen, () => ({ isArchived: true })));

    const unarchived = await history.undo();
    expect([unarchived?.done.length, unarchived?.failed, unarchived?.left]).to.deep.equal([chosen.length, [], []]);
    await check(first.rows);

    const moving = await reassign(store, chosen, { create: { title: 'All of it' } });
    expect([moving.done.length, moving.failed]).to.deep.equal([chosen.length, []]);
    const { made } = moving;
    const moved = await check(changed(first.rows, chosen, () => ({ sessionId: made! })));
    const session = moved.sessions.get(made!);
    expect(moved.sessions.size).to.equal(first.sessions.size + 1);
    expect([session?.title, session?.counts?.total]).to.deep.equal(['All of it', chosen.length]);
    expect(session?.brief).to.deep.equal(first.sessions.get(first.rows.get(chosen[0]!)!.sessionId)?.brief);

    const back = await history.undo();
    expect([back?.done.length, back?.failed, back?.left]).to.deep.equal([chosen.length, [], []]);
    const home = await check(first.rows);
    expect([...home.sessions.keys()].sort()).to.deep.equal([...first.sessions.keys()].sort());

    const project = await createProject(store, { name: 'Picks' });
    const both = ['project-1', project.id];
    const filing = await reassign(store, chosen, { projects: { add: both } });
    expect([filing.done.length, filing.failed]).to.deep.equal([chosen.length, []]);
    const filed = changed(first.rows, chosen, ({ projects }) => ({
      projects: [...new Set([...projects, ...both])].sort(),
    }));
    const last = await check(filed);
    expect(last.projects).to.deep.equal(['Autumn campaign', 'Picks', 'Sketches']);
    close();

    const again = await open(name);
    expect((await stored(name)).rows).to.deep.equal(filed);
    expect(again.list.value.ids).to.deep.equal(ids);
    for (const id of ids) {
      expect([...(again.store.iteration(id)?.projectIds ?? [])].sort()).to.deep.equal(filed.get(id)?.projects);
    }
    again.close();
  });
});
