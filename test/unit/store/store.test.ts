import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { AdapterError } from '../../../src/data/index.js';
import type { RunStatus } from '../../../src/model/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore, storeFor } from '../../../src/store/index.js';
import { FakeBackend, gate, type Parts } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { generation, instant, iteration, running, session } from '../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
}

function setUp(parts: Parts = {}): Setup {
  const backend = new FakeBackend().add(session('s1'), iteration('i1', { createdAt: instant(1) }));
  const clock = new FakeClock();
  return { backend, clock, store: new ImaginationsStore(backend.adapter({ stream: true, ...parts }), { clock }) };
}

describe('store: one for an adapter', () => {
  it('is the same for the same adapter, and another for another', () => {
    const backend = new FakeBackend();
    const [one, two] = [backend.adapter(), backend.adapter()];
    expect(storeFor(one)).to.equal(storeFor(one));
    expect(storeFor(one) === storeFor(two)).to.equal(false);
  });

  it('is a new one after it was disposed of', () => {
    const adapter = new FakeBackend().adapter();
    const store = storeFor(adapter);
    store.dispose();
    expect(storeFor(adapter) === store).to.equal(false);
    expect(store.isDisposed).to.equal(true);
  });

  it('has one list per meaning of a query', () => {
    const { store } = setUp();
    expect(store.iterationList()).to.equal(store.iterationList({ filter: { archived: 'exclude' }, order: 'newest' }));
    expect(store.iterationList({ filter: { kinds: ['image', 'video'] } })).to.equal(
      store.iterationList({ filter: { kinds: ['video', 'image'] } }),
    );
    expect(store.iterationList() === store.iterationList({ order: 'oldest' })).to.equal(false);
  });

  it('forgets lists that nobody looks at, and none that somebody does', async () => {
    const { clock, store } = setUp();
    const search = (text: string): ReturnType<typeof store.iterationList> => store.iterationList({ filter: { text } });
    const used = search('used');
    const unused = search('unused');
    for (let i = 0; i < 100; i++) {
      search(`text ${i}`);
      await clock.advance(1000);
      used.value;
    }
    expect(search('used')).to.equal(used);
    expect(search('unused') === unused).to.equal(false);
  });
});

describe('store: its connection', () => {
  it('is there while somebody holds it, and a moment longer: a move does not restart it', async () => {
    const { backend, clock, store } = setUp();
    const first = store.retain();
    const second = store.retain();
    expect(backend.subscribed).to.equal(1);
    first();
    first();
    await clock.advance(5000);
    expect(backend.subscription?.signal.aborted).to.equal(false);
    second();
    await clock.advance(999);
    const third = store.retain();
    await clock.advance(5000);
    expect([backend.subscribed, backend.subscription?.signal.aborted]).to.deep.equal([1, false]);
    third();
    await clock.advance(1000);
    expect(backend.subscription?.signal.aborted).to.equal(true);
    expect(clock.waiting).to.equal(0);
  });

  it('says how it stands', async () => {
    const { backend, clock, store } = setUp();
    expect(store.status.value.connection).to.equal('connecting');
    const release = store.retain();
    backend.subscription?.state('live');
    expect(store.status.value.connection).to.equal('live');
    release();
    await clock.advance(1000);
    expect(store.status.value.connection).to.equal('connecting');
    expect(setUp({ stream: false }).store.status.value.connection).to.equal('none');
  });

  it('reads again what failed for want of it', async () => {
    const { backend, clock, store } = setUp();
    store.retain();
    backend.subscription?.state('offline');
    backend.before = () => {
      throw new AdapterError('network');
    };
    const list = store.iterationList();
    void list.load();
    await clock.advance(5000);
    expect(list.value.status).to.equal('error');
    backend.before = () => undefined;
    backend.subscription?.state('live');
    await settle();
    expect([list.value.status, list.value.ids]).to.deep.equal(['ready', ['i1']]);
  });

  it('ends with the store, for good', async () => {
    const { backend, clock, store } = setUp();
    store.retain();
    void store.iterationList().load();
    store.dispose();
    store.dispose();
    expect(backend.subscription?.signal.aborted).to.equal(true);
    store.retain();
    backend.send([{ type: 'iteration', item: iteration('late') }]);
    await clock.advance(60_000);
    expect([backend.subscribed, store.iteration('late'), clock.waiting]).to.deep.equal([1, undefined, 0]);
  });
});

describe('store: changes', () => {
  const flush = async ({ clock }: Setup): Promise<void> => clock.advance(100);

  it('puts what is new where it belongs', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.send([
      { type: 'iteration', item: iteration('old', { createdAt: instant(0) }) },
      { type: 'iteration', item: iteration('new', { createdAt: instant(9) }) },
      { type: 'session', item: session('s2') },
      { type: 'generation', item: generation('g1') },
    ]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal(['new', 'i1', 'old']);
    expect([made.store.session('s2')?.id, made.store.generation('g1')?.id]).to.deep.equal(['s2', 'g1']);
  });

  it('tells its listeners once of a whole batch', async () => {
    const made = setUp();
    let heard = 0;
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    await settle();
    made.store.subscribe(() => heard++);
    made.backend.send(Array.from({ length: 500 }, (_, i) => ({ type: 'iteration', item: iteration(`n${i}`) })));
    await flush(made);
    expect(heard).to.equal(1);
    expect(made.store.iterationList().value.ids.length).to.equal(501);
    await settle();
    expect(heard).to.equal(1);
  });

  it('survives changes that are anything at all, and takes the good ones among them', async () => {
    const change = fc.oneof(
      fc.anything(),
      fc.record(
        {
          type: fc.constantFrom('iteration', 'session', 'generation', 'removed', 'progress', 'stale', 'resync', 'new'),
          item: fc.oneof(fc.anything(), fc.record({ id: fc.anything(), createdAt: fc.anything() })),
          entity: fc.constantFrom('iteration', 'session', 'constructor', '__proto__', undefined, 7),
          id: fc.anything(),
          ids: fc.anything(),
          sessionId: fc.anything(),
          rev: fc.anything(),
          generationId: fc.anything(),
          iterationId: fc.constantFrom('i1', 5, null),
          progress: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const made = setUp();
        made.store.retain();
        made.backend.send([...changes, { type: 'iteration', item: iteration('good', { createdAt: instant(3) }) }]);
        await flush(made);
        expect(made.store.iteration('good')?.id).to.equal('good');
        made.store.dispose();
      }),
      { numRuns: 300 },
    );
  });

  it('is not stopped for ever by a rev that is no number', async () => {
    const made = setUp();
    made.store.retain();
    for (const rev of [NaN, 'ten', null, Infinity]) {
      made.backend.send([{ type: 'iteration', item: { ...iteration('x', { status: 'running' }), rev } }]);
      await flush(made);
    }
    made.backend.send([{ type: 'iteration', item: iteration('x', { rev: 2 }) }]);
    await flush(made);
    expect(made.store.iteration('x')?.status).to.equal('succeeded');
  });

  it('asks once for a session it has never heard of, for it decides what is visible', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.add(session('hidden', { archivedAt: instant(1) }));
    for (const id of ['a', 'b']) {
      made.backend.send([{ type: 'iteration', item: iteration(id, { sessionId: 'hidden', createdAt: instant(5) }) }]);
      await flush(made);
    }
    expect(made.store.iterationList().value.ids).to.deep.equal(['i1']);
    expect(made.backend.calls.filter(({ args }) => args[0] === 'hidden').length).to.equal(1);
  });

  it('reads rows again that are said to be stale, and drops those that are gone', async () => {
    const made = setUp();
    made.backend.add(iteration('i2', { createdAt: instant(2) }));
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.change('i1', { starred: true });
    made.backend.iterations.delete('i2');
    made.backend.send([{ type: 'stale', ids: ['i1', 'i2'] }]);
    await flush(made);
    expect([made.store.iteration('i1')?.starred, made.store.iterationList().value.ids]).to.deep.equal([true, ['i1']]);
    expect(made.backend.count('listIterations')).to.equal(1);
  });

  it('reads its lists again where rows cannot be read by themselves', async () => {
    const made = setUp({ lookup: false });
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.change('i1', { starred: true });
    made.backend.send([{ type: 'stale', ids: ['i1'] }]);
    await flush(made);
    expect(made.store.iteration('i1')?.starred).to.equal(true);
  });

  it('reads a session and the lists it is in again, and no others', async () => {
    const made = setUp();
    made.backend.add(session('s2'));
    made.store.retain();
    const own = made.store.iterationList({ filter: { sessionId: 's1' } });
    const other = made.store.iterationList({ filter: { sessionId: 's2' } });
    await Promise.all([own.load(), other.load(), made.store.sessionList().load()]);
    const before = made.backend.count('listIterations');
    made.backend.changeSession('s1', { title: 'New' });
    made.backend.add(iteration('i2', { createdAt: instant(2) }));
    made.backend.send([{ type: 'stale', sessionId: 's1' }]);
    await flush(made);
    expect([made.store.session('s1')?.title, own.value.ids]).to.deep.equal(['New', ['i2', 'i1']]);
    expect(made.backend.count('listIterations') - before).to.equal(1);
  });

  it('reads everything it holds again after a resync, keeps the screen, and drops what did not come back', async () => {
    const made = setUp();
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    const door = gate();
    made.backend.before = () => door.promise;
    made.backend.iterations.delete('i1');
    made.backend.add(iteration('i2'), session('s2'));
    made.backend.send([{ type: 'resync' }]);
    await flush(made);
    expect([made.store.iterationList().value.ids, made.store.iterationList().value.status]).to.deep.equal([
      ['i1'],
      'ready',
    ]);
    door.open();
    await settle();
    expect(made.store.iterationList().value.ids).to.deep.equal(['i2']);
    expect(made.store.sessionList().value.ids).to.deep.equal(['s2', 's1']);
  });

  it('takes out what was removed, for good', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.send([{ type: 'removed', entity: 'iteration', id: 'i1', rev: 2 }]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
    await made.store.iterationList().refresh();
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
  });

  it('reads its lists again when a session was removed: what became of its iterations only the backend knows', async () => {
    const made = setUp();
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    made.backend.iterations.delete('i1');
    made.backend.sessions.delete('s1');
    made.backend.send([{ type: 'removed', entity: 'session', id: 's1', rev: 2 }]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
  });

  it('takes what the stream said before an answer before it', async () => {
    const made = setUp();
    made.backend.withRev = false;
    made.store.retain();
    made.backend.send([{ type: 'iteration', item: running('x', 'g', { status: 'running' }) }]);
    made.backend.add(iteration('x', { archivedAt: instant(1) }));
    await made.store.loadIteration('x');
    await flush(made);
    expect(made.store.iteration('x')).to.include({ status: 'succeeded', archivedAt: instant(1) });
  });
});

describe('store: progress', () => {
  const progressOf = async (values: readonly unknown[], status: RunStatus = 'running'): Promise<unknown> => {
    const { backend, clock, store } = setUp();
    store.retain();
    backend.add(running('r1', 'g1', { status }));
    await store.loadIteration('r1');
    backend.send(values.map((value) => ({ type: 'progress', iterationId: 'r1', progress: { value } })));
    await clock.advance(100);
    return store.iteration('r1')?.progress?.value;
  };

  it('is between 0 and 1 and never goes back', async () => {
    expect(await progressOf([0.2, 0.5, 0.3])).to.equal(0.5);
    expect(await progressOf([0.2, 100])).to.equal(1);
    expect(await progressOf([0.2, -5])).to.equal(undefined);
    expect(await progressOf([NaN])).to.equal(undefined);
    expect(await progressOf(['half'])).to.equal(undefined);
  });

  it('says nothing of what has ended', async () => {
    for (const status of ['succeeded', 'failed', 'canceled'] as const) {
      expect(await progressOf([0.5], status)).to.equal(undefined);
    }
  });

  it('is kept where a row that is read again says nothing of it, until it stands differently', async () => {
    const { backend, clock, store } = setUp();
    store.retain();
    backend.add(running('r1', 'g1', { status: 'running' }));
    await store.loadIteration('r1');
    backend.send([{ type: 'progress', iterationId: 'r1', progress: { value: 0.4 } }]);
    backend.send([{ type: 'iteration', item: backend.change('r1', { note: 'Read again' }) }]);
    await clock.advance(100);
    expect(store.iteration('r1')).to.deep.include({ note: 'Read again', progress: { value: 0.4 } });
    backend.send([{ type: 'iteration', item: backend.change('r1', { status: 'canceling' }) }]);
    await clock.advance(100);
    expect(store.iteration('r1')?.progress).to.equal(undefined);
  });

  it('is cleaned in rows as well', async () => {
    const { backend, store } = setUp();
    backend.add(running('r1', 'g1', { progress: { value: 7, step: NaN, etaMs: -1, message: 5 as never } }));
    backend.add(iteration('r2', { progress: { value: 0.5 } }));
    await store.iterationList().load();
    expect(store.iteration('r1')?.progress).to.deep.equal({ value: 1 });
    expect(store.iteration('r2')?.progress).to.equal(undefined);
  });
});

describe('store: what the adapter can do', () => {
  it('learns limits that have to be asked for, from an adapter that is a class too', async () => {
    const { backend, clock } = setUp();
    class Asked {
      readonly #pageSize = 7;
      readonly contract = 1;
      listSessions = backend.adapter().listSessions.bind(null);
      listIterations = backend.adapter().listIterations.bind(null);
      limits(): Promise<{ pageSize: number }> {
        return Promise.resolve({ pageSize: this.#pageSize });
      }
    }
    const store = new ImaginationsStore(new Asked(), { clock });
    store.retain();
    await settle();
    expect(store.capabilities.limits.pageSize).to.equal(7);
    expect(store.status.value.capabilities.limits.pageSize).to.equal(7);
  });

  it('asks for them again with the next element when that has failed', async () => {
    const { backend, clock } = setUp();
    let asked = 0;
    const limits = (): Promise<never> => {
      asked++;
      return Promise.reject(new AdapterError('internal'));
    };
    const store = new ImaginationsStore({ ...backend.adapter(), limits }, { clock });
    store.retain();
    await settle();
    store.retain();
    await settle();
    expect([asked, store.capabilities.limits.pageSize]).to.deep.equal([2, 100]);
  });

  for (const limits of [
    null,
    'x',
    { pageSize: 0 },
    { pageSize: -1 },
    { pageSize: NaN },
    { pageSize: '9' },
    { filters: 'all', kinds: 7, batchSize: 0.5 },
  ]) {
    it(`uses its defaults where limits are ${JSON.stringify(limits)}`, () => {
      const { store } = setUp({ limits: limits as never });
      const { pageSize, filters, kinds, batchSize } = store.capabilities.limits;
      expect([pageSize, filters, kinds, batchSize]).to.deep.equal([
        100,
        ['kinds', 'sessionId', 'archived'],
        ['image', 'video', 'audio'],
        500,
      ]);
    });
  }

  it('says when the host has to act, whichever call is refused, and reads again when it has', async () => {
    const acts: readonly ((store: ImaginationsStore) => unknown)[] = [
      (store) => store.iterationList().load(),
      (store) => store.archive('iteration', ['i1']),
      (store) => store.rename('s1', 'x'),
      (store) => store.imagine({ prompt: 'x', kind: 'image', count: 1 }),
      (store) => store.counts(),
      (store) => store.loadIteration('other').catch(() => false),
    ];
    for (const act of acts) {
      const { backend, clock, store } = setUp();
      await store.sessionList().load();
      backend.before = () => {
        throw new AdapterError('unauthorized');
      };
      await act(store);
      await clock.advance(1000);
      expect(store.status.value.authRequired, String(act)).to.equal(true);
      backend.before = () => undefined;
      await store.iterationList().load();
      store.resume();
      await settle();
      expect([store.status.value.authRequired, store.iterationList().value.ids]).to.deep.equal([false, ['i1']]);
    }
  });
});

describe('store: single rows', () => {
  it('finds an iteration and its session, asks for nothing it has, and for nothing twice at once', async () => {
    const { backend, store } = setUp();
    expect(await Promise.all([store.loadIteration('i1'), store.loadIteration('i1')])).to.deep.equal([true, true]);
    expect(await store.loadIteration('i1')).to.equal(true);
    expect([backend.count('getIterations'), backend.count('getSession')]).to.deep.equal([1, 1]);
    expect([store.iteration('i1')?.id, store.session('s1')?.id]).to.deep.equal(['i1', 's1']);
    expect(await store.loadIteration('none')).to.equal(false);
    expect(await store.loadSession('none')).to.equal(false);
  });

  it('says when it could not ask', async () => {
    const { backend, store } = setUp();
    backend.before = () => {
      throw new AdapterError('forbidden');
    };
    const code = await store.loadIteration('i1').catch((error: unknown) => (error as AdapterError).code);
    expect(code).to.equal('forbidden');
  });

  it('knows nothing where the adapter cannot look up', async () => {
    const { store } = setUp({ lookup: false });
    expect([await store.loadIteration('i1'), await store.loadSession('s1')]).to.deep.equal([false, false]);
  });

  for (const answer of [null, 'x', {}, [null], [{}], [5, 6]]) {
    it(`survives a lookup that answers ${JSON.stringify(answer)}`, async () => {
      const { store } = setUp();
      Object.assign(store.adapter, {
        getIterations: () => Promise.resolve(answer),
        getSession: () => Promise.resolve(answer),
      });
      expect(await store.loadIteration('i9')).to.equal(false);
      expect(await store.loadSession('s9')).to.equal(false);
    });
  }

  it('takes what sessions show of their iterations, without what cannot be drawn', async () => {
    const { backend, store } = setUp();
    const cover = [iteration('c1'), null, { id: 'broken' }] as never;
    backend.add(session('s2', { cover }), session('s3', { cover: 'x' as never, counts: 7 as never }));
    await store.sessionList().load();
    expect(store.session('s2')?.cover?.map(({ id }) => id)).to.deep.equal(['c1']);
    expect(store.iteration('c1')?.id).to.equal('c1');
    expect([store.session('s3')?.cover, store.session('s3')?.counts]).to.deep.equal([undefined, undefined]);
  });

  it('takes new counts and covers of a session whose rev has not grown', async () => {
    const { backend, clock, store } = setUp();
    store.retain();
    await store.sessionList().load();
    const before = store.session('s1');
    backend.send([{ type: 'session', item: session('s1', { rev: 1 }) }]);
    await clock.advance(100);
    expect(store.session('s1')).to.equal(before);
    backend.send([{ type: 'session', item: session('s1', { rev: 1, counts: { total: 5 } }) }]);
    await clock.advance(100);
    expect(store.session('s1')?.counts?.total).to.equal(5);
  });
});
