import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { AdapterError } from '../../src/data/index.js';
import { fakeGenerator, seedLibrary } from '../../src/testing/index.js';
import { all, call, codeOf, ended, listen, start, write } from './calls.js';
import { deleteDatabases, freshName } from './database.js';
import { waitUntil } from '../support/wait.js';

after(deleteDatabases);

describe('indexeddb: two pages on one database', () => {
  it('see what the other one does, live', async () => {
    const name = freshName();
    const [here, there] = [
      createIndexedDbAdapter({ name, generator: fakeGenerator() }),
      createIndexedDbAdapter({ name }),
    ];
    const heard = listen(there);
    await heard.live;
    const { generation, iterations } = await start(here, 'a tree', 2);
    await ended(here, generation.id);
    const isDone = () =>
      heard.changes.some((change) => change.type === 'generation' && change.item.status === 'succeeded');
    await waitUntil(isDone, 'the end must be heard of in the other page');
    expect(heard.changes.some(({ type }) => type === 'progress')).to.equal(true);
    expect((await all(there)).map(({ id }) => id)).to.have.members(iterations.map(({ id }) => id));
    await there.archive({ ids: [generation.sessionId] }, 'session', true, write());
    expect((await here.listIterations({ limit: 5 }, call)).total).to.equal(0);
    here.dispose();
    there.dispose();
  });

  it('do not lose an update when both write at once', async () => {
    const name = freshName();
    const pages = [createIndexedDbAdapter({ name }), createIndexedDbAdapter({ name })] as const;
    await pages[0].load(seedLibrary(6));
    const [first] = await all(pages[0]);
    const tag = (index: 0 | 1, text: string) =>
      pages[index].annotate({ ids: [first!.id] }, { tags: { add: [text] } }, write());
    await Promise.all([tag(0, 'a'), tag(1, 'b'), tag(0, 'c'), tag(1, 'd')]);
    const [now] = await pages[0].getIterations([first!.id], call);
    expect(now!.tags).to.include.members(['a', 'b', 'c', 'd']);
    expect(now!.rev).to.equal((first!.rev ?? 0) + 4);
    pages.forEach((page) => page.dispose());
  });

  it('can stop what the other one is making', async () => {
    const name = freshName();
    const never = fakeGenerator({ beforeStep: () => new Promise(() => undefined) });
    const [here, there] = [
      createIndexedDbAdapter({ name, generator: never }),
      createIndexedDbAdapter({ name, generator: never }),
    ];
    const { generation } = await start(here, 'a tree', 3);
    await there.listIterations({ limit: 1 }, call);
    await there.generate!.cancel!(generation.id, write());
    const state = await ended(there, generation.id);
    expect(state.generation.status).to.equal('canceled');
    expect(state.iterations.map(({ status }) => status)).to.deep.equal(['canceled', 'canceled', 'canceled']);
    here.dispose();
    there.dispose();
  });

  it('take nothing over from a forged message', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name });
    const heard = listen(adapter);
    await heard.live;
    const forger = new BroadcastChannel(`imaginations:${name}`);
    const item = seedLibrary(1).iterations[0];
    for (const message of [
      null,
      7,
      'x',
      [],
      {},
      { v: 2, type: 'changed' },
      { v: 1, type: 'iteration', item },
      { v: 1, type: 'progress' },
    ]) {
      forger.postMessage(message);
    }
    const progress = { value: NaN, step: 'x', message: 'm'.repeat(9000), preview: 'data:text/html,<script>', extra: 1 };
    forger.postMessage({ v: 1, type: 'progress', generationId: 'g', iterationId: 'i', progress });
    forger.postMessage({ v: 1, type: 'progress', generationId: 'g', iterationId: 'i', progress: { value: 0.5 } });
    await waitUntil(() => heard.changes.length >= 2);
    forger.close();
    expect(heard.changes).to.deep.equal([
      { type: 'progress', generationId: 'g', iterationId: 'i', progress: { message: 'm'.repeat(500) } },
      { type: 'progress', generationId: 'g', iterationId: 'i', progress: { value: 0.5 } },
    ]);
    adapter.dispose();
  });
});

describe('indexeddb: upgrades and deletions from another page', () => {
  it('lets a newer version upgrade, and then says that the page is out of date', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name });
    await adapter.load(seedLibrary(3));
    const newer = await openDB(name, 99);
    const error = await adapter.listIterations({ limit: 1 }, call).catch((reason: unknown) => reason as AdapterError);
    expect(error).to.include({ code: 'unavailable', providerCode: 'version', retryable: true });
    expect((error as AdapterError).userMessage).to.contain('Reload');
    newer.close();
    adapter.dispose();
  });

  it('does not hang while another page holds an older version, and goes on when it lets go', async () => {
    const name = freshName();
    // A page of before there were tables, which does not listen.
    const older = await openDB(`${name}-x`, 1);
    older.close();
    const { Connection } = await import('../../src/adapters/indexeddb/connection.js');
    const holder = await openDB(name, 1);
    const connection = new Connection(name, { blockedMs: 30 }, [() => undefined, () => undefined]);
    expect(await codeOf(connection.open())).to.equal('unavailable');
    holder.close();
    expect((await connection.open()).version).to.equal(2);
    connection.close();
    await deleteDB(`${name}-x`);
  });

  it('starts anew when the database is deleted under it, and tells', async () => {
    const name = freshName();
    const adapter = createIndexedDbAdapter({ name });
    await adapter.load(seedLibrary(3));
    const heard = listen(adapter);
    await heard.live;
    await deleteDB(name);
    expect((await adapter.listIterations({ limit: 5 }, call)).items).to.deep.equal([]);
    await adapter.load(seedLibrary(2));
    await waitUntil(() => heard.changes.some(({ type }) => type === 'resync'));
    expect((await adapter.listIterations({ limit: 5 }, call)).total).to.equal(2);
    adapter.dispose();
  });
});
