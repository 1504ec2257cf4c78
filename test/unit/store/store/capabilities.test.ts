import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { settle } from '../../../support/fake-clock.js';
import { iteration, session } from '../../../support/rows.js';
import { setUp } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

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
