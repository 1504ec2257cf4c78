import { expect } from '@open-wc/testing';
import type { RunStatus } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { iteration, running } from '../../../support/rows.js';
import { setUp } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

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
