import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../../src/data/index.js';
import type { Query } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { FakeBackend, gate, type Parts } from '../../../support/fake-backend.js';
import { FakeClock, settle } from '../../../support/fake-clock.js';
import { instant, iteration, session } from '../../../support/rows.js';

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly total: () => number | undefined;
}

async function setUp(query: Query = {}, parts: Parts = {}): Promise<Setup> {
  const counts = { total: 4, image: 4, video: 0, audio: 0, active: 0, failed: 0 };
  const backend = new FakeBackend().add(session('s1'), session('s2', { counts }));
  for (let i = 0; i < 10; i++) {
    backend.add(iteration(`i${i}`, { createdAt: instant(i), sessionId: i < 6 ? 's1' : 's2' }));
  }
  const clock = new FakeClock();
  const store = new ImaginationsStore(backend.adapter({ stream: true, ...parts }), { clock });
  store.retain();
  await store.sessionList({ filter: { archived: 'include' } }).load();
  await store.iterationList().load();
  const view = store.counts(query);
  await settle();
  return { backend, clock, store, total: () => view.value?.total };
}

describe('counts', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('are read once, whoever asks', async () => {
    const { backend, store, total } = await setUp();
    store.counts();
    store.counts({ filter: { archived: 'exclude' } });
    await settle();
    expect(total()).to.equal(10);
    expect(backend.count('counts')).to.equal(1);
  });

  it('are unknown where the adapter does not count, or not by this filter', async () => {
    const without = await setUp({}, { counts: false });
    expect(without.total()).to.equal(undefined);
    const other = await setUp({ filter: { starred: true } });
    expect([other.total(), other.backend.count('counts')]).to.deep.equal([undefined, 0]);
  });

  it('follow an archive at once, and do not jump back while it is under way', async () => {
    const { backend, clock, store, total } = await setUp();
    const door = gate();
    backend.before = (method) => (method === 'archive' ? door.promise : undefined);
    const archiving = store.archive('iteration', ['i1', 'i2', 'i3']);
    expect(total()).to.equal(7);
    await clock.advance(5000);
    expect(total()).to.equal(7);
    expect(backend.count('counts')).to.equal(1);
    door.open();
    await archiving;
    await clock.advance(600);
    expect([total(), backend.count('counts')]).to.deep.equal([7, 2]);
  });

  it('come back when the change is refused', async () => {
    const { backend, store, total } = await setUp();
    backend.before = (method) => {
      if (method === 'archive') throw new AdapterError('forbidden');
    };
    await store.archive('iteration', ['i1', 'i2']);
    expect(total()).to.equal(10);
  });

  it('follow a session with all its iterations, also those that were never read', async () => {
    const { backend, clock, store, total } = await setUp();
    const archiving = store.archive('session', ['s2']);
    expect(total()).to.equal(6);
    await archiving;
    await clock.advance(400);
    expect([total(), backend.count('counts')]).to.deep.equal([6, 2]);
    await store.unarchive('session', ['s2']);
    expect(total()).to.equal(10);
  });

  it('of the archive grow when a session is put there', async () => {
    const { clock, store, total } = await setUp({ filter: { archived: 'only' } });
    expect(total()).to.equal(0);
    await store.archive('session', ['s2']);
    await clock.advance(400);
    expect(total()).to.equal(4);
  });

  it('of one session do not change when it is put away', async () => {
    const { clock, store, total } = await setUp({ filter: { sessionId: 's2' } });
    const archiving = store.archive('session', ['s2']);
    expect(total()).to.equal(4);
    await archiving;
    await clock.advance(400);
    expect(total()).to.equal(4);
  });

  it('take no rows for new that are only read for the first time', async () => {
    const { backend, clock, store, total } = await setUp();
    backend.before = () => undefined;
    for (let i = 0; i < 5; i++) backend.iterations.set(`old${i}`, iteration(`old${i}`, { rev: 1, sessionId: 's1' }));
    await store.iterationList({ filter: { sessionId: 's1' } }).load();
    expect(total()).to.equal(10);
    await clock.advance(400);
    expect(backend.count('counts')).to.equal(1);
  });

  it('take a row for old that is opened before any list has it', async () => {
    const { backend, clock, store, total } = await setUp();
    backend.iterations.set('old', iteration('old', { rev: 1, sessionId: 's1' }));
    expect(await store.loadIteration('old')).to.equal(true);
    expect(total()).to.equal(10);
    await clock.advance(400);
    expect(backend.count('counts')).to.equal(1);
  });

  it('learn of new rows from the stream', async () => {
    const { backend, clock, total } = await setUp();
    backend.add(iteration('new', { createdAt: instant(99) }));
    backend.send([{ type: 'iteration', item: backend.iterations.get('new') }]);
    await clock.advance(500);
    expect(total()).to.equal(11);
  });

  it('are read once more when the backend must have caught up with itself', async () => {
    const { backend, clock, store, total } = await setUp();
    const { adapter } = store;
    const lagging = { total: 10, image: 10 };
    const counts = adapter.counts?.bind(adapter);
    Object.assign(adapter, { counts: () => Promise.resolve(lagging) });
    await store.archive('iteration', ['i1']);
    await clock.advance(400);
    expect(total()).to.equal(10);
    Object.assign(adapter, { counts });
    await clock.advance(10_000);
    expect(total()).to.equal(9);
    await clock.advance(60_000);
    expect(backend.count('counts')).to.equal(2);
  });

  it('ignore an answer that is older than a change, and take the next', async () => {
    const { backend, clock, store, total } = await setUp();
    const door = gate();
    backend.before = (method) => (method === 'counts' ? door.promise : undefined);
    store.refresh();
    await clock.advance(300);
    const old = backend.iterations.get('i1');
    await store.archive('iteration', ['i1']);
    const now = backend.iterations.get('i1');
    if (old) backend.iterations.set('i1', old);
    door.open();
    await settle();
    expect(total()).to.equal(9);
    if (now) backend.iterations.set('i1', now);
    await clock.advance(600);
    expect(total()).to.equal(9);
  });

  it('recover from a failure with the next change', async () => {
    const { backend, clock, store, total } = await setUp();
    backend.before = (method) => {
      if (method === 'counts') throw new AdapterError('internal');
    };
    store.refresh();
    await clock.advance(400);
    expect(total()).to.equal(10);
    backend.before = () => undefined;
    await store.archive('iteration', ['i1']);
    await clock.advance(400);
    expect(total()).to.equal(9);
  });

  for (const answer of [null, 5, 'many', [], {}, { total: -1 }, { total: NaN }, { total: '7' }]) {
    it(`stay unknown when the answer is ${JSON.stringify(answer)}`, async () => {
      const { store } = await setUp();
      Object.assign(store.adapter, { counts: () => Promise.resolve(answer) });
      const view = store.counts({ filter: { kinds: ['video'] } });
      await settle();
      expect(view.value).to.equal(null);
    });
  }

  it('never fall below nothing', async () => {
    const { store, total } = await setUp();
    Object.assign(store.adapter, { counts: () => Promise.resolve({ total: 0 }) });
    const view = store.counts({ filter: { kinds: ['image'] } });
    await settle();
    await store.archive('iteration', ['i1', 'i2']);
    expect(view.value?.total).to.equal(0);
    expect(total()).to.equal(8);
  });
});
