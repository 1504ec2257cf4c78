import { expect } from '@open-wc/testing';
import { ImaginationsStore } from '../../../src/store/index.js';
import { later, laterCode, loadLater } from '../../../src/store/later.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

const { fetch } = laterCode;

/** Keeps the code away until it is let go, as often as it is asked for. */
function hold(): { readonly let: (outcome: 'come' | 'fail') => Promise<void>; readonly asked: () => number } {
  let asked = 0;
  let settleAll: ((outcome: 'come' | 'fail') => void)[] = [];
  laterCode.fetch = () => {
    asked++;
    return new Promise((resolve, reject) => {
      settleAll.push((outcome) => (outcome === 'come' ? resolve(fetch()) : reject(new Error('No connection'))));
    });
  };
  return {
    asked: () => asked,
    let: async (outcome) => {
      for (const one of settleAll) one(outcome);
      settleAll = [];
      if (outcome === 'come') await loadLater();
      await settle();
    },
  };
}

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly errors: unknown[];
}

function setUp(withRev = true): Setup {
  const backend = new FakeBackend().add(session('s1'), iteration('i1', { createdAt: instant(1) }));
  backend.withRev = withRev;
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const adapter = backend.adapter({ stream: true, counts: true });
  // Broken itself, as a host's may be.
  const onError = (error: unknown): never => {
    errors.push(error);
    throw new Error('The sink is broken');
  };
  const store = new ImaginationsStore(adapter, { clock, onError });
  return { backend, clock, store, errors };
}

// In this order: once the code is there, it is there for the whole page.
describe('store: before the rest of its code is there', () => {
  afterEach(() => (laterCode.fetch = fetch));

  it('tries again while somebody holds it, says that it failed, and reads again what nobody can take', async () => {
    const code = hold();
    const { backend, clock, store, errors } = setUp();
    const release = store.retain();
    const list = store.iterationList();
    await list.load();
    await code.let('fail');
    expect([code.asked(), errors.map(String)]).to.deep.equal([1, ['Error: No connection']]);
    // Nobody can take what the stream says: it is seen all the same.
    backend.add(iteration('i2', { createdAt: instant(2) }));
    backend.subscription?.state('live');
    backend.subscription?.change([{ type: 'iteration', item: backend.iterations.get('i2')! }]);
    await clock.advance(200);
    expect(list.value.ids).to.deep.equal(['i2', 'i1']);
    // Holding it again while a try waits does not make it two.
    release();
    await clock.advance(2000);
    const releaseAgain = store.retain();
    await settle();
    await code.let('fail');
    const asked = code.asked();
    await clock.advance(5000);
    expect(code.asked()).to.equal(asked + 1);
    await code.let('fail');
    releaseAgain();
    await clock.advance(20_000);
    expect([code.asked(), clock.waiting]).to.deep.equal([asked + 1, 0]);
    store.dispose();
  });

  it('does nothing any more once it was disposed of', async () => {
    const code = hold();
    const { backend, clock, store } = setUp();
    store.retain();
    const list = store.iterationList();
    await list.load();
    backend.subscription?.change([{ type: 'resync' }]);
    await clock.advance(200);
    store.dispose();
    let heard = 0;
    store.subscribe(() => heard++);
    await code.let('fail');
    expect([heard, list.value.status, clock.waiting]).to.deep.equal([0, 'ready', 0]);
  });

  it('shows rows without it, misses no change meanwhile, and counts as soon as it has come', async () => {
    const code = hold();
    const { backend, clock, store } = setUp();
    const { store: unheld } = setUp();
    const release = store.retain();
    const list = store.iterationList();
    await list.load();
    expect([later(), list.value.ids]).to.deep.equal([undefined, ['i1']]);
    // A host that holds nothing, and keeps what it got.
    const reading = unheld.counts();
    let counted = 0;
    unheld.subscribe(() => (counted = reading.value?.total ?? 0));
    expect(reading.value).to.equal(null);
    backend.add(iteration('i2', { createdAt: instant(2) }));
    backend.subscription?.state('live');
    backend.subscription?.change([{ type: 'iteration', item: backend.iterations.get('i2')! }]);
    await clock.advance(200);
    expect(list.value.ids).to.deep.equal(['i1']);
    await code.let('come');
    await settle();
    expect(list.value.ids).to.deep.equal(['i2', 'i1']);
    expect(counted).to.equal(1);
    release();
    store.dispose();
    unheld.dispose();
  });
});
