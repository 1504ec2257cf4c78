import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { Connection } from '../../src/adapters/indexeddb/connection.js';
import { IndexedDbStorage } from '../../src/adapters/indexeddb/indexeddb-storage.js';
import { createLocalAdapter, type LocalAdapter } from '../../src/adapters/local/local-adapter.js';
import { lonelyPresence } from '../../src/adapters/local/presence.js';
import type { RowStorage } from '../../src/adapters/local/storage.js';
import { MemoryStorage } from '../../src/adapters/memory/memory-storage.js';
import { toFailure, type Write } from '../../src/data/index.js';
import {
  addToCounts,
  comparator,
  matchesIteration,
  NO_COUNTS,
  type Iteration,
  type Query,
  type Session,
} from '../../src/model/index.js';
import { seedLibrary } from '../../src/testing/index.js';
import { call } from './calls.js';
import { deleteDatabases, freshName } from './database.js';

after(deleteDatabases);

const ROWS = 24;
const { iterations, sessions } = seedLibrary(ROWS);
const iterationIds = [...iterations.map(({ id }) => id), 'nobody'];
const sessionIds = [...sessions.map(({ id }) => id), 'nobody'];

/** A backend whose clock and ids are the same for the same commands. */
function deterministic(storage: RowStorage): LocalAdapter {
  let time = Date.UTC(2026, 11, 1);
  let count = 0;
  const clock = () => (time += 10);
  const newId = () => `made-${String(count++).padStart(6, '0')}`;
  return createLocalAdapter('test', { storage, presence: lonelyPresence('test'), clock, newId }).adapter;
}

const ids = fc.uniqueArray(fc.constantFrom(...iterationIds), { minLength: 1, maxLength: 5 });
const someSessions = fc.uniqueArray(fc.constantFrom(...sessionIds), { minLength: 1, maxLength: 2 });
const tags = fc.uniqueArray(fc.constantFrom('draft', 'cover', 'new'), { maxLength: 2 });
const project = fc.constantFrom('project-0', 'project-1', 'nobody');

type Step = (adapter: LocalAdapter, write: Write, tokens: string[]) => Promise<unknown>;

const command: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(ids, fc.boolean()).map(
    ([chosen, on]): Step =>
      (adapter, write) =>
        adapter.archive({ ids: chosen }, 'iteration', on, write),
  ),
  fc.tuple(someSessions, fc.boolean()).map(
    ([chosen, on]): Step =>
      (adapter, write) =>
        adapter.archive({ ids: chosen }, 'session', on, write),
  ),
  fc.tuple(ids, fc.constantFrom(...sessionIds)).map(
    ([chosen, sessionId]): Step =>
      (adapter, write) =>
        adapter.reassign({ ids: chosen }, { sessionId }, write),
  ),
  fc.tuple(ids, fc.constantFrom('New', undefined)).map(
    ([chosen, title]): Step =>
      (adapter, write) =>
        adapter.reassign({ ids: chosen }, { create: { ...(title !== undefined && { title }) } }, write),
  ),
  fc.constantFrom('New', '  ', ' wide  name ').map(
    (name): Step =>
      (adapter, write) =>
        adapter.createProject({ name }, write),
  ),
  fc.tuple(ids, project, project).map(
    ([chosen, add, remove]): Step =>
      (adapter, write) =>
        adapter.reassign({ ids: chosen }, { projects: { add: [add], remove: [remove] } }, write),
  ),
  fc.tuple(ids, fc.boolean(), fc.constantFrom(0, 3, 5, undefined), tags, tags).map(
    ([chosen, starred, rating, add, remove]): Step =>
      (adapter, write) =>
        adapter.annotate(
          { ids: chosen },
          { starred, tags: { add, remove }, ...(rating !== undefined && { rating: rating }) },
          write,
        ),
  ),
  ids.map(
    (chosen): Step =>
      (adapter, write) =>
        adapter.remove({ ids: chosen.slice(0, 2) }, 'iteration', write),
  ),
  someSessions.map(
    (chosen): Step =>
      (adapter, write) =>
        adapter.remove({ ids: chosen.slice(0, 1) }, 'session', write),
  ),
  fc.constantFrom(...sessionIds).map(
    (id): Step =>
      (adapter, write) =>
        adapter.updateSession(id, { title: `title ${id}`, projects: { add: ['project-1'] } }, undefined, write),
  ),
  fc.nat(5).map(
    (index): Step =>
      (adapter, write, tokens) =>
        adapter.undo(tokens[index % Math.max(1, tokens.length)] ?? 'none', write),
  ),
  fc.constantFrom('image', 'audio').map(
    (kind): Step =>
      (adapter, write) =>
        adapter.archive(
          { query: { filter: { kinds: [kind] } }, except: ['iteration-0000001'] },
          'iteration',
          true,
          write,
        ),
  ),
);

const FIELDS = {
  kinds: fc.uniqueArray(fc.constantFrom('image' as const, 'video' as const, 'audio' as const)),
  sessionId: fc.constantFrom(...sessionIds),
  projectId: fc.constantFrom(null, 'project-0', 'project-1'),
  statuses: fc.uniqueArray(fc.constantFrom('succeeded' as const, 'failed' as const, 'running' as const)),
  starred: fc.boolean(),
  ratingAtLeast: fc.constantFrom(0, 1, 4, 6),
  flag: fc.constantFrom('pick' as const, 'reject' as const, 'none' as const),
  tags,
  model: fc.constantFrom('model-a', 'model-b'),
  archived: fc.constantFrom('exclude' as const, 'only' as const, 'include' as const),
  text: fc.constantFrom('fox', 'INK', '', 'zzz'),
  createdAfter: fc.constantFrom(...iterations.map(({ createdAt }) => createdAt)),
  createdBefore: fc.constantFrom(...iterations.map(({ createdAt }) => createdAt)),
  generationId: fc.constantFrom('generation-0000001', 'nobody'),
  parentId: fc.constantFrom(...iterationIds),
};

/** A few fields at most: with many, nothing is left to tell right from wrong. */
const filter = fc
  .subarray(Object.keys(FIELDS) as (keyof typeof FIELDS)[], { maxLength: 3 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(names.map((name) => [name, FIELDS[name]])) as { [name: string]: fc.Arbitrary<unknown> },
    ),
  );

const query: fc.Arbitrary<Query> = fc.record({ filter, order: fc.constantFrom('newest', 'oldest') });

async function walk(adapter: LocalAdapter, wanted: Query, limit: number): Promise<readonly Iteration[]> {
  const rows: Iteration[] = [];
  for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
    const page = await adapter.listIterations({ ...wanted, limit, ...(cursor && { cursor }) }, call);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

/** Everything there is, by brute force. */
async function everything(adapter: LocalAdapter) {
  const archived = { filter: { archived: 'include' } } as const;
  const found = await adapter.listSessions({ ...archived, limit: 100 }, call);
  const { items: projects } = await adapter.listProjects({ limit: 100 }, call);
  return { rows: await walk(adapter, archived, 100), sessions: found.items, projects };
}

async function checkQuery(adapter: LocalAdapter, wanted: Query, limit: number): Promise<void> {
  const { rows, sessions: all } = await everything(adapter);
  const byId = new Map(all.map((session) => [session.id, session]));
  const expected = rows
    .filter((row) => matchesIteration(row, byId.get(row.sessionId), wanted.filter))
    .sort(comparator(wanted.order));
  expect(await walk(adapter, wanted, limit)).to.deep.equal(expected);
  const head = await adapter.listIterations({ ...wanted, limit, offset: 2 }, call);
  expect(head.items).to.deep.equal(expected.slice(2, 2 + limit));
  expect(head.total).to.equal(expected.length);
  const counts = expected.reduce((sum, row) => addToCounts(sum, row), NO_COUNTS);
  expect(await adapter.counts(wanted, call)).to.deep.equal(counts);
  const middle = expected[Math.floor(expected.length / 2)];
  if (!middle) return;
  const around = await adapter.listIterations({ ...wanted, limit, around: middle.id }, call);
  const start = around.offset ?? -1;
  expect(around.items).to.deep.equal(expected.slice(start, start + around.items.length));
}

/** Counts and covers are kept, never worked out when read: they must be what working them out gives. */
function checkSessions(rows: readonly Iteration[], all: readonly Session[]): void {
  for (const session of all) {
    const members = rows.filter((row) => row.sessionId === session.id && !row.archivedAt);
    expect(session.counts).to.deep.equal(members.reduce((sum, row) => addToCounts(sum, row), NO_COUNTS));
    expect(session.cover).to.deep.equal([...members].sort(comparator('newest')).slice(0, 4));
  }
}

describe('memory and indexeddb', () => {
  it('answer every command and every query alike, and as brute force does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 1, maxLength: 8 }),
        fc.array(query, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, queries, limit) => {
          const memory = deterministic(new MemoryStorage());
          const database = deterministic(new IndexedDbStorage(new Connection(freshName())));
          const adapters = [memory, database];
          const tokens: string[] = [];
          for (const adapter of adapters) await adapter.load(seedLibrary(ROWS));
          for (const [index, step] of steps.entries()) {
            const write = { ...call, idempotencyKey: `step-${index}` };
            const run = (adapter: LocalAdapter) =>
              step(adapter, write, tokens).catch((error: unknown) => toFailure(error));
            const [first, second] = [await run(memory), await run(database)];
            expect(second).to.deep.equal(first);
            const { undo } = first as { readonly undo?: string };
            if (undo !== undefined) tokens.push(undo);
          }
          const [first, second] = [await everything(memory), await everything(database)];
          expect(second).to.deep.equal(first);
          checkSessions(first.rows, first.sessions);
          for (const wanted of queries) {
            for (const adapter of adapters) await checkQuery(adapter, wanted, limit);
          }
          for (const adapter of adapters) adapter.dispose();
        },
      ),
      { numRuns: 25 },
    );
  }).timeout(60_000);
});
