import { expect } from '@open-wc/testing';
import { AdapterError, type Selection } from '../../../src/data/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { FakeBackend, gate, type Parts } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly ids: readonly string[];
}

async function setUp(count = 6, parts: Parts = {}, withRev = true): Promise<Setup> {
  const backend = new FakeBackend();
  backend.withRev = withRev;
  backend.add(session('s1'));
  for (let i = 0; i < count; i++) backend.add(iteration(`i${i}`, { createdAt: instant(i) }));
  const clock = new FakeClock();
  const store = new ImaginationsStore(backend.adapter({ limits: { pageSize: 10_000 }, ...parts }), { clock });
  const list = store.iterationList();
  await list.load();
  return { backend, clock, store, ids: list.value.ids };
}

const isArchived = (store: ImaginationsStore, id: string): boolean => Boolean(store.iteration(id)?.archivedAt);

const sentIds = (backend: FakeBackend): (readonly string[])[] =>
  backend.calls.filter(({ method }) => method === 'archive').map(({ args }) => (args[0] as { ids: string[] }).ids);

describe('archive', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('shows at once, and stays when the backend has done it', async () => {
    const { backend, store } = await setUp();
    const archiving = store.archive('iteration', ['i1', 'i2']);
    expect(store.iterationList().value.ids).to.deep.equal(['i5', 'i4', 'i3', 'i0']);
    const { done, failed } = await archiving;
    expect([done, failed]).to.deep.equal([['i1', 'i2'], []]);
    await store.iterationList().refresh();
    expect(store.iterationList().value.ids).to.deep.equal(['i5', 'i4', 'i3', 'i0']);
    expect(backend.count('archive')).to.equal(1);
  });

  it('rolls back the rows that failed, keeps the others, and says which and why', async () => {
    const { backend, store } = await setUp();
    backend.iterations.delete('i2');
    const { done, failed, undo } = await store.archive('iteration', ['i1', 'i2', 'i3']);
    expect(done).to.deep.equal(['i1', 'i3']);
    expect(failed.map(({ id, error }) => [id, error.code])).to.deep.equal([['i2', 'not-found']]);
    expect(['i1', 'i2', 'i3'].map((id) => isArchived(store, id))).to.deep.equal([true, false, true]);
    const back = await undo?.();
    expect(back?.done).to.deep.equal(['i1', 'i3']);
    expect(['i1', 'i3'].map((id) => isArchived(store, id))).to.deep.equal([false, false]);
  });

  it('never rejects: all rows fail where the call does', async () => {
    const { backend, store } = await setUp();
    backend.before = (method) => {
      if (method === 'archive') throw new AdapterError('forbidden', 'no');
    };
    const { done, failed, undo } = await store.archive('iteration', ['i1', 'i2']);
    expect([done, failed.map(({ error }) => error.code), undo]).to.deep.equal([
      [],
      ['forbidden', 'forbidden'],
      undefined,
    ]);
    expect([isArchived(store, 'i1'), isArchived(store, 'i2')]).to.deep.equal([false, false]);
  });

  it('says so where the adapter cannot', async () => {
    const { store } = await setUp();
    Object.assign(store.adapter, { archive: undefined });
    const { done, failed } = await store.archive('iteration', ['i1']);
    expect([done, failed.map(({ error }) => error.code)]).to.deep.equal([[], ['unsupported']]);
    expect(isArchived(store, 'i1')).to.equal(false);
  });

  const answers: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'ok'],
    ['results that are no list', { results: { i1: true } }],
    ['results of null, of numbers, and without ids', { results: [null, 7, {}, { ok: true }, { id: 5, ok: true }] }],
    ['results of foreign ids only', { results: [{ id: 'other', ok: true }] }],
    ['a result that is neither', { results: [{ id: 'i1' }, { id: 'i1', ok: 'yes' }] }],
  ];
  for (const [name, answer] of answers) {
    it(`counts a row as failed when the adapter answers with ${name}`, async () => {
      const { store } = await setUp();
      Object.assign(store.adapter, { archive: () => Promise.resolve(answer) });
      const { done, failed } = await store.archive('iteration', ['i1']);
      expect([done, failed.map(({ id, error }) => [id, error.code])]).to.deep.equal([[], [['i1', 'internal']]]);
      expect(isArchived(store, 'i1')).to.equal(false);
      expect(store.iteration('other')).to.equal(undefined);
    });
  }

  it('takes each id once, and ignores results for others', async () => {
    const { backend, store } = await setUp();
    const { done } = await store.archive('iteration', ['i1', 'i1', 'i2', 'i1']);
    expect(done).to.deep.equal(['i1', 'i2']);
    expect(sentIds(backend)).to.deep.equal([['i1', 'i2']]);
  });

  it('cuts a batch as the adapter wants it, with a key for each portion', async () => {
    const { backend, store, ids } = await setUp(25, { limits: { pageSize: 100, batchSize: 10 } });
    const { done } = await store.archive('iteration', ids);
    expect(sentIds(backend).map(({ length }) => length)).to.deep.equal([10, 10, 5]);
    expect(done).to.deep.equal(ids);
    const keys = backend.calls.filter(({ method }) => method === 'archive').map((call) => call.idempotencyKey);
    expect(new Set(keys).size).to.equal(3);
  });

  it('applies a batch once whose answer was lost: the same key again', async () => {
    const { backend, clock, store } = await setUp();
    const { adapter } = store;
    const archive = adapter.archive?.bind(adapter);
    let lost = 0;
    Object.assign(adapter, {
      archive: async (...args: Parameters<NonNullable<typeof archive>>) => {
        const answer = await archive?.(...args);
        if (lost++ === 0) throw new AdapterError('network');
        return answer;
      },
    });
    const archiving = store.archive('iteration', ['i1']);
    await clock.advance(5000);
    expect((await archiving).done).to.deep.equal(['i1']);
    const [first, second] = backend.calls.filter(({ method }) => method === 'archive');
    expect(first?.idempotencyKey).to.equal(second?.idempotencyKey);
  });

  it('reads again what may have been done although the answer never came', async () => {
    const { backend, clock, store } = await setUp();
    const { adapter } = store;
    const archive = adapter.archive?.bind(adapter);
    Object.assign(adapter, {
      archive: async (...args: Parameters<NonNullable<typeof archive>>) => {
        await archive?.(...args);
        throw new AdapterError('network');
      },
    });
    const archiving = store.archive('iteration', ['i1']);
    await clock.advance(10_000);
    expect((await archiving).failed.length).to.equal(1);
    await settle();
    expect(isArchived(store, 'i1')).to.equal(true);
    expect(backend.last('getIterations')?.args[0]).to.deep.equal(['i1']);
  });

  it('sends what a person does in the order in which it was done', async () => {
    const { backend, store } = await setUp();
    const door = gate();
    let first = true;
    backend.before = async (method) => {
      if (method !== 'archive' || !first) return;
      first = false;
      await door.promise;
    };
    const one = store.archive('iteration', ['i1']);
    const two = store.unarchive('iteration', ['i1']);
    await settle();
    expect(isArchived(store, 'i1')).to.equal(false);
    expect(backend.count('archive')).to.equal(1);
    door.open();
    await Promise.all([one, two]);
    expect(Boolean(backend.iterations.get('i1')?.archivedAt)).to.equal(false);
    expect(isArchived(store, 'i1')).to.equal(false);
  });

  it('does nothing to a placeholder', async () => {
    const { backend, store } = await setUp();
    backend.before = (method) => (method === 'start' ? new Promise(() => undefined) : undefined);
    void store.imagine({ prompt: 'x', kind: 'image', count: 1, sessionId: 's1' });
    const [placeholder = ''] = store.iterationList().value.ids;
    const { done, failed } = await store.archive('iteration', [placeholder, 'i1']);
    expect([done, failed.map(({ id }) => id)]).to.deep.equal([['i1'], [placeholder]]);
    expect(sentIds(backend)).to.deep.equal([['i1']]);
  });

  for (const withRev of [true, false]) {
    it(`does not flicker when a page read before it arrives after it, ${withRev ? 'with' : 'without'} revs`, async () => {
      const { backend, store } = await setUp(6, {}, withRev);
      const door = gate();
      backend.looksFirst = true;
      backend.before = (method) => (method === 'listIterations' ? door.promise : undefined);
      const reading = store.iterationList().refresh();
      await settle();
      await store.archive('iteration', ['i1']);
      door.open();
      await reading;
      expect(store.iterationList().value.ids).to.not.include('i1');
    });
  }

  it('of 2,000 rows of 100,000 is four calls and few updates', async function () {
    this.timeout(20_000);
    const { backend, store, ids } = await setUp(100_000, { limits: { pageSize: 100_000 } });
    let changes = 0;
    store.subscribe(() => changes++);
    const chosen = ids.filter((_, index) => index % 50 === 0);
    const outcome = store.archive('iteration', chosen);
    expect(store.iterationList().value.ids.length).to.equal(98_000);
    expect((await outcome).done.length).to.equal(2000);
    expect(backend.count('archive')).to.equal(4);
    expect(changes).to.be.below(20);
  });
});

describe('archive: taking it back', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('restores exactly what was there, and not what had been put away before', async () => {
    const { backend, store } = await setUp();
    backend.change('i1', { archivedAt: instant(1) });
    await store.loadIteration('i1');
    await store.iterationList({ filter: { archived: 'only' } }).load();
    const { done, undo } = await store.archive('iteration', ['i1', 'i2']);
    expect(done).to.deep.equal(['i1', 'i2']);
    await undo?.();
    expect([isArchived(store, 'i1'), isArchived(store, 'i2')]).to.deep.equal([true, false]);
    expect(sentIds(backend).at(-1)).to.deep.equal(['i2']);
  });

  it('is not offered where nothing has changed', async () => {
    const { store } = await setUp();
    expect((await store.unarchive('iteration', ['i1'])).undo).to.equal(undefined);
  });

  it('leaves alone what somebody has changed since', async () => {
    const { backend, store } = await setUp(6, { stream: true });
    store.retain();
    const { undo } = await store.archive('iteration', ['i1', 'i2']);
    backend.change('i1', { archivedAt: null });
    backend.send([{ type: 'iteration', item: backend.change('i1', { archivedAt: instant(7) }) }]);
    await store.iterationList({ filter: { archived: 'only' } }).load();
    const back = await undo?.();
    expect(back?.done).to.deep.equal(['i2']);
    expect([isArchived(store, 'i1'), isArchived(store, 'i2')]).to.deep.equal([true, false]);
  });

  it('takes back a running row that has finished since', async () => {
    const { backend, store } = await setUp(6, { stream: true });
    store.retain();
    backend.add(iteration('r', { status: 'running', createdAt: instant(90) }));
    await store.loadIteration('r');
    const { undo } = await store.archive('iteration', ['r']);
    backend.send([{ type: 'iteration', item: backend.change('r', { status: 'succeeded' }) }]);
    await store.iterationList().refresh();
    expect((await undo?.())?.done).to.deep.equal(['r']);
  });

  it("uses the adapter's own undo where it gave a token", async () => {
    const { backend, store } = await setUp(6, { undo: true });
    const { undo } = await store.archive('iteration', ['i1', 'i2']);
    const undoing = undo?.();
    expect([isArchived(store, 'i1'), isArchived(store, 'i2')]).to.deep.equal([false, false]);
    expect((await undoing)?.done).to.deep.equal(['i1', 'i2']);
    expect([backend.count('undo'), backend.count('archive')]).to.deep.equal([1, 1]);
  });
});

describe('archive of a session', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('hides its iterations at once, and touches none of them', async () => {
    const { backend, store } = await setUp();
    await store.sessionList().load();
    const archiving = store.archive('session', ['s1']);
    expect(store.iterationList().value.ids).to.deep.equal([]);
    expect(store.sessionList().value.ids).to.deep.equal([]);
    await archiving;
    expect(backend.iterations.get('i1')?.archivedAt).to.equal(undefined);
    expect((backend.last('archive')?.args[0] as Selection & { ids: string[] }).ids).to.deep.equal(['s1']);
  });

  it('brings back exactly those that were not archived themselves', async () => {
    const { clock, store } = await setUp();
    await store.sessionList().load();
    await store.archive('iteration', ['i3']);
    const { undo } = await store.archive('session', ['s1']);
    await undo?.();
    await clock.advance(500);
    expect(store.iterationList().value.ids).to.deep.equal(['i5', 'i4', 'i2', 'i1', 'i0']);
  });

  it('comes back with iterations that were never read', async () => {
    const { backend, clock, store } = await setUp();
    backend.add(session('s2', { archivedAt: instant(1) }));
    backend.add(iteration('hidden', { sessionId: 's2', createdAt: instant(50) }));
    const archive = store.sessionList({ filter: { archived: 'only' } });
    await archive.load();
    expect(archive.value.ids).to.deep.equal(['s2']);
    await store.unarchive('session', ['s2']);
    await clock.advance(400);
    expect(store.iterationList().value.ids[0]).to.equal('hidden');
  });

  it('has its iterations in the archive, also while only the backend knows the session', async () => {
    const { backend, store } = await setUp();
    backend.add(session('s2', { archivedAt: instant(1) }));
    backend.add(iteration('hidden', { sessionId: 's2', createdAt: instant(50) }));
    backend.add(iteration('away', { sessionId: 's3', createdAt: instant(40), archivedAt: instant(41) }));
    const archive = store.iterationList({ filter: { archived: 'only' } });
    await archive.load();
    expect(archive.value.ids).to.deep.equal(['hidden', 'away']);
    await store.unarchive('iteration', ['away']);
    expect(archive.value.ids).to.deep.equal(['hidden']);
    expect(store.iterationList().value.ids[0]).to.equal('away');
  });

  it('still shows them on its own page', async () => {
    const { store } = await setUp();
    await store.sessionList().load();
    const page = store.iterationList({ filter: { sessionId: 's1' } });
    await page.load();
    await store.archive('session', ['s1']);
    expect(page.value.ids.length).to.equal(6);
  });
});
