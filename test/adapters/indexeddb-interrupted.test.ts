import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { createIndexedDbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import { fakeGenerator } from '../../src/testing/index.js';
import { call, ended, start } from './calls.js';
import { deleteDatabases, freshName } from './database.js';
import { waitUntil } from '../support/wait.js';

after(deleteDatabases);

/** A generator that waits for a word. */
function held() {
  let release: () => void = () => undefined;
  const word = new Promise<void>((resolve) => (release = resolve));
  return { generator: fakeGenerator({ beforeStep: () => word }), release };
}

const statusOf = async (adapter: IndexedDbAdapter, id: string) => {
  const database = await adapter.listIterations({ limit: 10, filter: { generationId: id } }, call);
  return database.items.map(({ status }) => status);
};

describe('indexeddb: a page that goes while something is being made', () => {
  it('leaves failures that can be tried again, found by the next page', async () => {
    const name = freshName();
    const first = createIndexedDbAdapter({ name, generator: held().generator });
    const { generation, session } = await start(first, 'a tree', 3);
    await waitUntil(async () => (await statusOf(first, generation.id)).includes('running'));
    first.dispose();
    const second = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    const state = await ended(second, generation.id);
    expect(state.generation).to.include({ status: 'failed' });
    expect(state.iterations.map(({ status, error }) => [status, error?.code, error?.retryable])).to.deep.equal(
      Array.from({ length: 3 }, () => ['failed', 'unavailable', true]),
    );
    expect((await second.getSession(session.id, call))?.counts).to.include({ total: 3, active: 0, failed: 3 });
    second.dispose();
  });

  it('leaves them to a page that is open already, too', async () => {
    const name = freshName();
    const first = createIndexedDbAdapter({ name, generator: held().generator });
    const second = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    await second.listIterations({ limit: 1 }, call);
    const { generation } = await start(first, 'a tree', 1);
    await waitUntil(async () => (await statusOf(second, generation.id)).includes('running'));
    first.dispose();
    expect((await ended(second, generation.id)).generation.status).to.equal('failed');
    second.dispose();
  });

  it('is left in peace while it is there', async () => {
    const name = freshName();
    const { generator, release } = held();
    const first = createIndexedDbAdapter({ name, generator });
    const { generation } = await start(first, 'a tree', 1);
    await waitUntil(async () => (await statusOf(first, generation.id)).includes('running'));
    const second = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    expect(await statusOf(second, generation.id)).to.deep.equal(['running']);
    release();
    expect((await ended(second, generation.id)).generation.status).to.equal('succeeded');
    first.dispose();
    second.dispose();
  });
});

describe('indexeddb: where there are no locks', () => {
  beforeEach(() => Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined }));
  afterEach(() => void Reflect.deleteProperty(navigator, 'locks'));

  it('a page that was heard of lately is left in peace, one that was not is given up', async () => {
    const name = freshName();
    const first = createIndexedDbAdapter({ name, generator: held().generator });
    const { generation } = await start(first, 'a tree', 1);
    await waitUntil(async () => (await statusOf(first, generation.id)).includes('running'));
    const second = createIndexedDbAdapter({ name });
    expect(await statusOf(second, generation.id)).to.deep.equal(['running']);
    second.dispose();
    first.dispose();
    const database = await openDB(name);
    const [row] = (await database.getAll('runners')) as readonly { readonly value: { readonly beat: number } }[];
    await database.put('runners', { ...row, value: { beat: row!.value.beat - 60_000 } });
    database.close();
    const third = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    expect((await ended(third, generation.id)).generation.status).to.equal('failed');
    third.dispose();
  });
});
