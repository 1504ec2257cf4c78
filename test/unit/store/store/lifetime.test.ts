import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { storeFor } from '../../../../src/store/index.js';
import { FakeBackend } from '../../../support/fake-backend.js';
import { settle } from '../../../support/fake-clock.js';
import { iteration } from '../../../support/rows.js';
import { setUp } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

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
