import { expect } from '@open-wc/testing';
import { ImaginationsStore } from '../../../src/store/index.js';
import { laterCode, loadLater } from '../../../src/store/later.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

describe('store: what the stream says before the rest of its code is there', () => {
  it('does not overwrite an answer that came after it', async () => {
    const { fetch } = laterCode;
    let come: () => void = () => undefined;
    laterCode.fetch = () => new Promise((resolve) => (come = () => resolve(fetch())));
    // Without revs, the order of arrival is all there is.
    const backend = new FakeBackend().add(session('s1'), iteration('i1', { createdAt: instant(1), prompt: 'new' }));
    backend.withRev = false;
    const clock = new FakeClock();
    const store = new ImaginationsStore(backend.adapter({ stream: true }), { clock });
    const release = store.retain();
    backend.subscription?.state('live');
    backend.subscription?.change([
      { type: 'iteration', item: iteration('i1', { createdAt: instant(1), prompt: 'old' }) },
    ]);
    await store.iterationList().load();
    expect(store.iteration('i1')?.prompt).to.equal('new');
    come();
    await loadLater();
    await settle();
    await clock.advance(1000);
    expect(store.iteration('i1')?.prompt).to.equal('new');
    release();
    store.dispose();
    laterCode.fetch = fetch;
  });
});
