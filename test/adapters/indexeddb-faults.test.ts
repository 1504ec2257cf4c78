import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { AdapterError } from '../../src/data/index.js';
import { fakeGenerator, seedLibrary, tinyPng } from '../../src/testing/index.js';
import { all, call, codeOf, ended, start, write } from './calls.js';
import { deleteDatabases, freshName } from './database.js';

type Undo = () => void;
const undos: Undo[] = [];

/** Replaces a method until the test ends. */
function patch<T extends object, K extends keyof T>(target: T, name: K, replacement: (original: T[K]) => T[K]): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value: replacement(target[name]) });
  undos.push(() => (own ? Object.defineProperty(target, name, own) : void Reflect.deleteProperty(target, name)));
}

afterEach(() => {
  for (const undo of undos.splice(0)) undo();
});
after(deleteDatabases);

/** Makes writes into one table fail as they do when the disk is full. */
function fill(table: string): void {
  patch(
    IDBObjectStore.prototype,
    'put',
    (put) =>
      function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.name === table) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, args);
      },
  );
}

const errorOf = (work: Promise<unknown>): Promise<AdapterError> =>
  work.then(
    () => Promise.reject(new Error('it resolved')),
    (error: unknown) => error as AdapterError,
  );

async function rowsOf(name: string): Promise<{ readonly [table: string]: number }> {
  const database = await openDB(name);
  const counts: { [table: string]: number } = {};
  for (const table of database.objectStoreNames) counts[table] = await database.count(table);
  database.close();
  return counts;
}

/** A request to open that fails by itself, or never answers. */
function request(error?: DOMException): IDBOpenDBRequest {
  const addEventListener = (type: string, listener: () => void) => {
    if (error && type === 'error') queueMicrotask(listener);
  };
  const fake = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
  const value = (what: unknown) => ({ value: what });
  return Object.defineProperties(fake, {
    addEventListener: value(addEventListener),
    removeEventListener: value(() => undefined),
    error: value(error),
  });
}

describe('indexeddb: a browser that denies it', () => {
  const denials: readonly (readonly [string, (open: IDBFactory['open']) => IDBFactory['open']])[] = [
    [
      'throws',
      () => () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['fails', () => () => request(new DOMException('private window', 'InvalidStateError'))],
    ['hangs', () => () => request()],
  ];
  for (const [how, open] of denials) {
    it(`is unavailable when opening ${how}`, async () => {
      patch(indexedDB, 'open', open);
      const adapter = createIndexedDbAdapter({ name: freshName(), openMs: 30 });
      const error = await errorOf(adapter.listIterations({ limit: 1 }, call));
      expect(error.code).to.equal('unavailable');
      expect(error.userMessage).to.be.a('string');
      adapter.dispose();
    });
  }

  it('works once it does not any more', async () => {
    patch(indexedDB, 'open', () => () => {
      throw new DOMException('denied', 'SecurityError');
    });
    const adapter = createIndexedDbAdapter({ name: freshName() });
    expect(await codeOf(adapter.listIterations({ limit: 1 }, call))).to.equal('unavailable');
    undos.splice(0).forEach((undo) => undo());
    expect((await adapter.listIterations({ limit: 1 }, call)).items).to.deep.equal([]);
    adapter.dispose();
  });
});

describe('indexeddb: a connection that has died', () => {
  it('is opened again, once', async () => {
    const adapter = createIndexedDbAdapter({ name: freshName() });
    await adapter.load(seedLibrary(3));
    let deaths = 1;
    patch(
      IDBDatabase.prototype,
      'transaction',
      (transaction) =>
        function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
          if (deaths-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
          return transaction.apply(this, args);
        },
    );
    expect((await adapter.listIterations({ limit: 5 }, call)).total).to.equal(3);
    deaths = 2;
    expect(await codeOf(adapter.listIterations({ limit: 5 }, call))).to.equal('unavailable');
    expect((await adapter.listIterations({ limit: 5 }, call)).total).to.equal(3);
    adapter.dispose();
  });
});

describe('indexeddb: a disk that is full', () => {
  it('refuses an upload with quota and leaves nothing behind', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name });
    const file = new File([tinyPng(4, 4, () => [1, 2, 3])], 'a.png', { type: 'image/png' });
    await adapter.listSessions({ limit: 1 }, call);
    const before = await rowsOf(name);
    fill('files');
    const key = write();
    expect(await codeOf(adapter.upload(file, {}, key))).to.equal('quota');
    expect(await rowsOf(name)).to.deep.equal(before);
    undos.splice(0).forEach((undo) => undo());
    const reference = await adapter.upload(file, {}, key);
    expect(reference).to.deep.include({ name: 'a.png', kind: 'image' });
    expect(reference.source).to.deep.include({ mime: 'image/png', width: 4, height: 4, bytes: file.size });
    adapter.dispose();
  });

  it('refuses an attempt with quota and records nothing of it', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    await adapter.listSessions({ limit: 1 }, call);
    const before = await rowsOf(name);
    fill('generations');
    expect(await codeOf(start(adapter, 'a tree', 2))).to.equal('quota');
    expect(await rowsOf(name)).to.deep.equal(before);
    adapter.dispose();
  });

  it('records that an output could not be kept, without half of it', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name, generator: fakeGenerator() });
    fill('blobs');
    const { generation, session } = await start(adapter, 'a tree', 2);
    const state = await ended(adapter, generation.id);
    expect(state.generation.status).to.equal('failed');
    expect(state.iterations.map(({ error, media }) => [error?.code, media])).to.deep.equal([
      ['quota', undefined],
      ['quota', undefined],
    ]);
    expect(await rowsOf(name)).to.include({ blobs: 0, files: 0, iterations: 2, generations: 1 });
    expect((await adapter.getSession(session.id, call))?.counts).to.include({ total: 2, active: 0, failed: 2 });
    adapter.dispose();
  });
});

describe('indexeddb: rows that are broken', () => {
  it('are passed over, and the rest is there', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name });
    await adapter.load(seedLibrary(12, { finished: true }));
    const rows = await all(adapter);
    const database = await openDB(name);
    const broken = rows.slice(2, 9).map(({ id }) => id);
    for (const [index, id] of broken.entries()) {
      const row = (await database.get('iterations', id)) as { value: { item: object } };
      const value = [undefined, null, {}, { item: null }, { item: { id } }, 'text', 7][index];
      await database.put('iterations', { ...row, value });
    }
    database.close();
    const left = rows.map(({ id }) => id).filter((id) => !broken.includes(id));
    expect((await all(adapter)).map(({ id }) => id)).to.deep.equal(left);
    const oldest = await adapter.listIterations({ limit: 4, order: 'oldest' }, call);
    expect(oldest.items.map(({ id }) => id)).to.deep.equal(left.toReversed().slice(0, 4));
    expect(await adapter.getIterations([broken[0]!, left[0]!], call)).to.deep.equal([null, rows[0]]);
    adapter.dispose();
  });
});

describe('indexeddb: what it says about room', () => {
  // The real one may ask the person, and wait for the answer.
  const pretend = (storage: object | undefined) => {
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    undos.push(() => void Reflect.deleteProperty(navigator, 'storage'));
  };

  it('passes on what the browser answers to persist and estimate', async () => {
    const adapter = createIndexedDbAdapter({ name: freshName() });
    const estimate = { usage: 1, quota: 2 };
    pretend({ persist: () => Promise.resolve(true), estimate: () => Promise.resolve(estimate) });
    expect(await adapter.persist()).to.equal(true);
    expect(await adapter.estimate()).to.equal(estimate);
    adapter.dispose();
  });

  it('does without where the browser has neither', async () => {
    const adapter = createIndexedDbAdapter({ name: freshName() });
    pretend(undefined);
    expect(await adapter.persist()).to.equal(false);
    expect(await adapter.estimate()).to.equal(undefined);
    adapter.dispose();
  });
});
