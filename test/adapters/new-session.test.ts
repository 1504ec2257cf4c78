import { expect } from '@open-wc/testing';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { LocalAdapter } from '../../src/adapters/local/local-adapter.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { seedLibrary } from '../../src/testing/index.js';
import { waitUntil } from '../support/wait.js';
import { all, call, codeOf, listen, write } from './calls.js';
import { deleteDatabases, freshName } from './database.js';

after(deleteDatabases);

const ADAPTERS: readonly (readonly [name: string, make: () => LocalAdapter])[] = [
  ['memory', () => createMemoryAdapter()],
  ['indexeddb', () => createIndexedDbAdapter({ name: freshName() })],
];

for (const [name, make] of ADAPTERS) {
  describe(`a new session of the ${name} adapter`, () => {
    async function filled() {
      const adapter = make();
      await adapter.load(seedLibrary(24, { finished: true }));
      const rows = await all(adapter);
      const home = rows[0]!.sessionId;
      const ids = rows.filter(({ sessionId }) => sessionId === home).map(({ id }) => id);
      const sessions = async () => (await adapter.listSessions({ limit: 100 }, call)).items;
      return { adapter, home, ids, rows, sessions };
    }

    it('says in its stream that it is there, and that it has gone', async () => {
      const { adapter, home, ids } = await filled();
      const heard = listen(adapter);
      await heard.live;
      const { undo, touched } = await adapter.reassign({ ids }, { create: { title: 'Apart' } }, write());
      const [made] = touched?.sessionIds ?? [];
      const session = await adapter.getSession(made!, call);
      expect([session?.title, session?.counts?.total, session?.cover?.length]).to.deep.equal(['Apart', 6, 4]);
      expect(session?.lastActivityAt).to.be.a('string');
      await waitUntil(() => heard.changes.some((change) => change.type === 'session' && change.item.id === made));
      await adapter.undo(undo!, write());
      await waitUntil(() => heard.changes.some((change) => change.type === 'removed' && change.id === made));
      expect((await adapter.getSession(home, call))?.counts?.total).to.equal(6);
      heard.stop();
      adapter.dispose();
    });

    it('comes back as itself, with a greater rev, where its undo is undone', async () => {
      const { adapter, home, ids } = await filled();
      const { undo, touched } = await adapter.reassign({ ids }, { create: {} }, write());
      const made = touched!.sessionIds![0]!;
      const before = await adapter.getSession(made, call);
      const back = await adapter.undo(undo!, write());
      expect(await adapter.getSession(made, call)).to.equal(null);
      const again = await adapter.undo(back.undo!, write());
      expect(again.results.every(({ ok }) => ok)).to.equal(true);
      const after = await adapter.getSession(made, call);
      expect(after!.rev).to.be.greaterThan(before!.rev! + 1);
      expect([after?.counts, after?.createdAt]).to.deep.equal([before?.counts, before?.createdAt]);
      expect((await adapter.getSession(home, call))?.counts?.total).to.equal(0);
      await adapter.undo(again.undo!, write());
      expect(await adapter.getSession(made, call)).to.equal(null);
      adapter.dispose();
    });

    it('stays with a name that somebody gave it, and with a row that was changed in it', async () => {
      const { adapter, home, ids } = await filled();
      const [one, two] = ids;
      const named = await adapter.reassign({ ids: [one!] }, { create: {} }, write());
      const [first] = named.touched!.sessionIds!;
      await adapter.updateSession(first!, { title: 'Mine' }, undefined, write());
      await adapter.undo(named.undo!, write());
      expect((await adapter.getSession(first!, call))?.counts?.total).to.equal(0);
      const other = await adapter.reassign({ ids: [one!, two!] }, { create: {} }, write());
      const [second] = other.touched!.sessionIds!;
      await adapter.annotate({ ids: [two!] }, { note: 'later' }, write());
      const back = await adapter.undo(other.undo!, write());
      expect(back.results.map(({ ok }) => ok)).to.deep.equal([true, false]);
      expect((await adapter.getSession(second!, call))?.counts?.total).to.equal(1);
      expect((await all(adapter)).find(({ id }) => id === one)?.sessionId).to.equal(home);
      adapter.dispose();
    });

    it('leaves rows where they are whose old session is no more', async () => {
      const { adapter, home, ids } = await filled();
      const { undo, touched } = await adapter.reassign({ ids }, { create: {} }, write());
      await adapter.remove({ ids: [home] }, 'session', write());
      const back = await adapter.undo(undo!, write());
      expect(back.results.map(({ ok }) => ok)).to.deep.equal(ids.map(() => false));
      expect((await adapter.getSession(touched!.sessionIds![0]!, call))?.counts?.total).to.equal(6);
      adapter.dispose();
    });

    it('takes names of projects of 1 to 200 characters', async () => {
      const adapter = make();
      const made = await adapter.createProject({ name: `  ${'😀'.repeat(200)} ` }, write());
      expect(made.name).to.equal('😀'.repeat(200));
      for (const name of ['', ' ', 'x'.repeat(201), 7 as unknown as string]) {
        expect(await codeOf(adapter.createProject({ name }, write()))).to.equal('invalid');
      }
      const key = write();
      const [first, second] = [
        await adapter.createProject({ name: 'A' }, key),
        await adapter.createProject({ name: 'A' }, key),
      ];
      expect(second).to.deep.equal(first);
      expect(await codeOf(adapter.createProject({ name: 'B' }, key))).to.equal('conflict');
      const { items } = await adapter.listProjects({ limit: 10 }, call);
      expect(items.map(({ id }) => id).sort()).to.deep.equal([made.id, first.id].sort());
      adapter.dispose();
    });
  });
}

describe('a new session of the memory adapter', () => {
  it('is named for a query over thousands of sessions, too', async () => {
    const adapter = createMemoryAdapter(seedLibrary(1300, { finished: true, perSession: 1 }));
    const answer = await adapter.reassign({ query: {} }, { create: {} }, write());
    expect([answer.count, answer.results.length]).to.deep.equal([1300, 0]);
    const [made] = answer.touched?.sessionIds ?? [];
    expect((await adapter.getSession(made!, call))?.counts?.total).to.equal(1300);
    adapter.dispose();
  });
});
