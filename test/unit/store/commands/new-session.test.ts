import { expect } from '@open-wc/testing';
import { AdapterError, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { omit } from '../../../../src/internal/omit.js';
import { createProject, historyOf, projectList, reassign } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { faultyAdapter } from '../../../../src/testing/index.js';
import { gate } from '../../../support/fake-backend.js';
import { waitUntil } from '../../../support/wait.js';
import { call, library, shown, stored, write, type Library } from './set-up.js';

const withoutUndo = (backend: ImaginationsAdapter): ImaginationsAdapter => omit(backend, 'undo');
const homesOf = ({ store }: Library, ids: readonly string[]) => ids.map((id) => store.iteration(id)?.sessionId);
const sessionsThere = async ({ backend }: Library, archived: 'exclude' | 'only' = 'exclude') =>
  (await backend.listSessions({ limit: 100, filter: { archived } }, call)).items.map(({ id }) => id).sort();

describe('a move into a new session', () => {
  before(() => loadLater());

  it('takes rows from where they were at once, and shows the session when it is there', async () => {
    const open = gate();
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      reassign: async (...args) => {
        await open.promise;
        return backend.reassign!(...args);
      },
    });
    const one = await library({ change });
    const release = one.store.retain();
    const ids = one.ids.slice(0, 3);
    const home = one.store.iteration(ids[0]!)!.sessionId;
    const total = one.store.session(home)!.counts!.total;
    const moving = reassign(one.store, ids, { create: { title: 'Apart' } });
    expect(homesOf(one, ids)).to.not.include(home);
    expect(one.store.session(home)?.counts?.total).to.equal(total - 3);
    const everything = one.store.iterationList({ filter: { archived: 'include' } });
    expect(everything.value.ids).to.deep.equal(one.ids);
    open.open();
    const { made, done, failed } = await moving;
    expect([done, failed]).to.deep.equal([ids, []]);
    expect(homesOf(one, ids)).to.deep.equal(ids.map(() => made));
    await waitUntil(() => one.store.session(made!)?.counts?.total === 3);
    expect(one.store.session(made!)?.title).to.equal('Apart');
    expect(one.store.sessionList({ filter: { archived: 'include' } }).value.ids).to.include(made);
    expect(shown(one)).to.deep.equal(await stored(one));
    release();
  });

  for (const batchSize of [500, 2]) {
    it(`is taken back with the session, and done again into the same one, in portions of ${batchSize}`, async () => {
      const one = await library({ limits: { batchSize } });
      const release = one.store.retain();
      const before = await stored(one);
      const there = await sessionsThere(one);
      const ids = one.ids.slice(0, 5);
      const { made } = await reassign(one.store, ids, { create: {} });
      expect((await sessionsThere(one)).length).to.equal(there.length + 1);
      const history = historyOf(one.store);
      const back = await history.undo();
      expect([back?.done.length, back?.failed, back?.left]).to.deep.equal([5, [], []]);
      expect(await stored(one)).to.deep.equal(before);
      expect(await sessionsThere(one)).to.deep.equal(there);
      expect(one.store.session(made!)).to.equal(undefined);
      const again = await history.redo();
      expect([again?.done.length, again?.failed]).to.deep.equal([5, []]);
      expect(homesOf(one, ids)).to.deep.equal(ids.map(() => made));
      expect((await one.backend.getSession!(made!, call))?.counts?.total).to.equal(5);
      await history.undo();
      expect(await sessionsThere(one)).to.deep.equal(there);
      expect(shown(one)).to.deep.equal(before);
      release();
    });
  }

  it('puts the emptied session away where the adapter has no undo, and brings it back', async () => {
    const one = await library({ limits: { batchSize: 2 }, change: withoutUndo });
    const there = await sessionsThere(one);
    const ids = one.ids.slice(0, 3);
    const { made } = await reassign(one.store, ids, { create: { title: 'Apart' } });
    const history = historyOf(one.store);
    await history.undo();
    expect(await sessionsThere(one)).to.deep.equal(there);
    expect(await sessionsThere(one, 'only')).to.include(made);
    await history.redo();
    expect(await sessionsThere(one)).to.include(made);
    expect((await stored(one)).get(ids[2]!)?.sessionId).to.equal(made);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('leaves an emptied session that has another name by now', async () => {
    const one = await library({ change: withoutUndo });
    const { made } = await reassign(one.store, one.ids.slice(0, 3), { create: {} });
    await one.backend.updateSession!(made!, { title: 'Theirs' }, undefined, write());
    await historyOf(one.store).undo();
    expect(await sessionsThere(one)).to.include(made);
  });

  it('makes another session where the first one is no more when it is done again', async () => {
    // Takes back by a token, but not that.
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      undo: async (...args) => omit(await backend.undo!(...args), 'undo'),
    });
    const one = await library({ limits: { batchSize: 2 }, change });
    const there = await sessionsThere(one);
    const ids = one.ids.slice(0, 3);
    const { made } = await reassign(one.store, ids, { create: { title: 'Apart' } });
    const history = historyOf(one.store);
    await history.undo();
    const again = await history.redo();
    expect([again?.done.length, again?.failed]).to.deep.equal([3, []]);
    const [next] = homesOf(one, ids);
    expect(next).to.not.equal(made);
    expect((await one.backend.getSession!(next!, call))?.title).to.equal('Apart');
    expect(shown(one)).to.deep.equal(await stored(one));
    await history.undo();
    expect(await sessionsThere(one)).to.deep.equal(there);
  });

  it('makes one session however many calls it takes, also where the first moves nothing', async () => {
    const calls: unknown[] = [];
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      reassign: (selection, to, options) => {
        calls.push(to);
        return backend.reassign!(selection, to, options);
      },
    });
    const one = await library({ limits: { batchSize: 2 }, change });
    const there = await sessionsThere(one);
    const ids = ['nobody', 'nobody-2', ...one.ids.slice(0, 4)];
    const { made, done, failed } = await reassign(one.store, ids, { create: {} });
    expect(calls).to.deep.equal([{ create: {} }, { create: {} }, { sessionId: made }]);
    expect([done, failed.map(({ id }) => id)]).to.deep.equal([one.ids.slice(0, 4), ['nobody', 'nobody-2']]);
    expect((await sessionsThere(one)).length).to.equal(there.length + 1);
  });

  it('asks for the same again where an answer was lost', async () => {
    let lost = 0;
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(backend, (method, nth) =>
        method === 'reassign' && nth === 1 && ++lost > 0 ? { lose: new AdapterError('network') } : undefined,
      );
    const one = await library({ change });
    const there = await sessionsThere(one);
    const { done } = await reassign(one.store, one.ids.slice(0, 2), { create: {} });
    expect([lost, done.length]).to.deep.equal([1, 2]);
    expect((await sessionsThere(one)).length).to.equal(there.length + 1);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('leaves every row where it was that could not be moved', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(backend, (method, nth) =>
        method === 'reassign' && nth > 1 ? { reject: new AdapterError('forbidden') } : undefined,
      );
    const one = await library({ limits: { batchSize: 2 }, change });
    const before = await stored(one);
    const { made, done, failed } = await reassign(one.store, one.ids.slice(0, 5), { create: {} });
    expect([done, failed.map(({ id }) => id)]).to.deep.equal([one.ids.slice(0, 2), one.ids.slice(2, 5)]);
    expect(shown(one)).to.deep.equal(await stored(one));
    for (const id of one.ids.slice(2, 5)) expect(shown(one).get(id)).to.deep.equal(before.get(id));
    expect(shown(one).get(one.ids[0]!)?.sessionId).to.equal(made);
  });

  it('finds the session that the answer does not name', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      reassign: async (...args) => omit(await backend.reassign!(...args), 'touched'),
    });
    const one = await library({ limits: { batchSize: 2 }, change });
    const ids = one.ids.slice(0, 4);
    const { made } = await reassign(one.store, ids, { create: {} });
    expect([...new Set([...(await stored(one)).values()].map((row) => row?.sessionId))]).to.include(made);
    expect(homesOf(one, ids)).to.deep.equal(ids.map(() => made));
  });

  it('takes a query as one command, and it back', async () => {
    const one = await library();
    const release = one.store.retain();
    const before = await stored(one);
    const there = await sessionsThere(one);
    const query = { filter: { kinds: ['audio' as const] } };
    const { made, count } = await reassign(one.store, { query }, { create: {} });
    expect((await one.backend.getSession!(made!, call))?.counts?.total).to.equal(count);
    expect(shown(one)).to.deep.equal(await stored(one));
    await historyOf(one.store).undo();
    expect(await stored(one)).to.deep.equal(before);
    expect(await sessionsThere(one)).to.deep.equal(there);
    release();
  });

  it('is not tried where the adapter does not say that it makes sessions', async () => {
    const one = await library({ limits: { reassignTo: ['session'] } });
    const { failed } = await reassign(one.store, one.ids.slice(0, 1), { create: {} });
    expect(failed.map(({ error }) => error.code)).to.deep.equal(['unsupported']);
  });
});

describe('a new project', () => {
  before(() => loadLater());

  it('stands first in every list that finds it, once, and can be filed in', async () => {
    const one = await library({ limits: { pageSize: 1 } });
    const [early, all, other] = [projectList(one.store), projectList(one.store), projectList(one.store)];
    await all.load();
    await other.search('ketch');
    const made = await createProject(one.store, { name: ' Another ' });
    expect(made.name).to.equal('Another');
    expect(all.value.projects[0]).to.deep.equal(made);
    expect(other.value.projects.map(({ id }) => id)).to.not.include(made.id);
    await early.load();
    for (const list of [early, all]) {
      while (!list.value.complete) await list.more();
      const ids = list.value.projects.map(({ id }) => id);
      expect([ids[0], [...ids].sort()]).to.deep.equal([made.id, [made.id, 'project-0', 'project-1'].sort()]);
    }
    const [id] = one.ids;
    await reassign(one.store, [id!], { projects: { add: [made.id] } });
    expect((await stored(one)).get(id!)?.projects).to.include(made.id);
  });

  it('fails with what was wrong, and changes nothing', async () => {
    const one = await library();
    const list = projectList(one.store);
    await list.load();
    const before = list.value.projects;
    const failure = async (name: string, from: Library): Promise<AdapterError> => {
      try {
        await createProject(from.store, { name });
      } catch (thrown) {
        return thrown as AdapterError;
      }
      throw new Error('made');
    };
    const invalid = await failure('  ', one);
    expect([invalid.code, invalid.fields?.[0]?.path]).to.deep.equal(['invalid', 'name']);
    expect(list.value.projects).to.equal(before);
    const none = await library({ change: (backend) => omit(backend, 'createProject') });
    expect((await failure('A', none)).code).to.equal('unsupported');
    const odd = await library({
      change: (backend) => ({ ...backend, createProject: () => Promise.resolve({ name: 'A' } as never) }),
    });
    expect((await failure('A', odd)).code).to.equal('internal');
  });
});
