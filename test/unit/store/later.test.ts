import { expect } from '@open-wc/testing';
import { ImaginationsStore } from '../../../src/store/index.js';
import { later, loadLater } from '../../../src/store/later.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

describe('store: what comes after the first rows', () => {
  it('is not needed for them, and is there as soon as it has come', async () => {
    const backend = new FakeBackend().add(session('s1'), iteration('i1', { createdAt: instant(1) }));
    const clock = new FakeClock();
    const store = new ImaginationsStore(backend.adapter({ stream: true, counts: true }), { clock });
    const release = store.retain();
    const list = store.iterationList();
    const read = list.load();
    expect([later(), store.counts().value]).to.deep.equal([undefined, null]);
    // What changes while the rows are read must not be missed.
    expect(backend.subscribed).to.equal(1);
    backend.subscription?.state('live');
    backend.subscription?.change([{ type: 'iteration', item: iteration('i2', { createdAt: instant(2) }) }]);
    await read;
    expect(list.value.ids).to.deep.equal(['i1']);
    let heard = 0;
    store.subscribe(() => heard++);
    await loadLater();
    await settle();
    expect(heard).to.be.greaterThan(0);
    await clock.advance(100);
    expect(list.value.ids).to.deep.equal(['i2', 'i1']);
    store.counts();
    await settle();
    expect(store.counts().value?.total).to.equal(1);
    release();
    store.dispose();
  });
});
