import { expect } from '@open-wc/testing';
import { Sequence } from '../../../src/elements/iteration-lightbox/sequence.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { MOST_HELD } from '../../../src/store/upkeep/row-budget.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { iteration, session } from '../../support/rows.js';

const usual = { ...MOST_HELD };

describe('lightbox: what an iteration came from', () => {
  before(() => Object.assign(MOST_HELD, { iterations: 20 }));
  after(() => Object.assign(MOST_HELD, usual));

  it('is held for as long as that is shown, however much else is read', async () => {
    const backend = new FakeBackend().add(session('s1'), session('s2'));
    backend.add(iteration('shown', { parents: [{ iterationId: 'parent', role: 'remix' }] }));
    const others = Array.from({ length: 200 }, (_, n) => `other${n}`);
    for (const id of ['parent', ...others]) {
      backend.add(iteration(id, { sessionId: 's2' }));
    }
    const clock = new FakeClock();
    const store = new ImaginationsStore(backend.adapter(), { clock });
    const sequence = new Sequence();
    store.subscribe(() => sequence.read(store));
    await Promise.all([store.loadIteration('shown'), store.loadIteration('parent')]);
    store.navigate({ iterationId: 'shown' });
    for (const id of others) {
      await store.loadIteration(id);
      await clock.advance(1000);
    }
    expect(store.core.iterations.known.size).to.be.below(30);
    expect(store.iteration('parent')).to.include({ id: 'parent' });
    store.navigate({ iterationId: null });
    for (const id of others) {
      await store.loadIteration(id);
      await clock.advance(1000);
    }
    expect(store.iteration('parent')).to.equal(undefined);
  });
});
