import { expect } from '@open-wc/testing';
import { AdapterError, type PageRequest } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { LAG_MS } from '../../../../src/store/entity-table.js';
import { gate } from '../../../support/fake-backend.js';
import { settle } from '../../../support/fake-clock.js';
import { instant, iteration } from '../../../support/rows.js';
import { names, setUp } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

describe('paged list: changes while it is read', () => {
  it('keeps rows that came, and leaves out rows that went, while a page was under way', async () => {
    const { backend, list, store } = setUp(25);
    await list.load();
    const door = gate();
    backend.before = () => door.promise;
    const reading = list.more();
    await settle();
    backend.before = () => undefined;
    void store.archive('iteration', ['i010', 'i020']);
    const made = await store.imagine({ prompt: 'x', kind: 'image', count: 1, sessionId: 's1' });
    expect(made.ok).to.equal(true);
    door.open();
    await reading;
    expect(list.value.ids).to.deep.equal(backend.listed().slice(0, list.value.ids.length));
    expect(list.value.ids.length).to.be.at.least(18);
  });

  it('has a row that came to match beyond its end while the page with its place was under way', async () => {
    const { backend, list, store } = setUp(25);
    backend.change('i012', { archivedAt: instant(1) });
    await list.load();
    await store.loadIteration('i012');
    const door = gate();
    backend.before = async (method) => {
      // The backend has looked already: it answers with what it saw.
      if (method === 'listIterations') await door.promise;
    };
    const stale = backend.listed();
    const reading = list.more();
    await settle();
    backend.before = () => undefined;
    await store.unarchive('iteration', ['i012']);
    backend.change('i012', { archivedAt: instant(1) });
    door.open();
    await reading;
    expect(stale).to.not.include('i012');
    expect(list.value.ids.indexOf('i012')).to.equal(list.value.ids.indexOf('i013') + 1);
  });

  it('keeps the screen while it reads again, then has all that is new and nothing that is gone', async () => {
    const { backend, list } = setUp(45);
    await list.load();
    await list.more();
    const before = list.value.ids;
    backend.add(...names(15, 100).map((id, index) => iteration(id, { createdAt: instant(100 + index) })));
    backend.iterations.delete('i040');
    const reading = list.refresh();
    expect([list.value.ids, list.value.status]).to.deep.equal([before, 'ready']);
    await reading;
    const { ids } = list.value;
    expect(ids).to.deep.equal(backend.listed().slice(0, ids.length));
    // What was on the screen, at the list's end too, is still there.
    expect(ids).to.include('i025');
    await list.more();
    expect(list.value.ids).to.deep.equal(backend.listed().slice(0, list.value.ids.length));
  });

  it('reads once more when it is asked to read again while it reads', async () => {
    const { backend, list } = setUp(5);
    await list.load();
    const door = gate();
    let first = true;
    backend.before = async () => {
      if (first) {
        first = false;
        await door.promise;
      }
    };
    void list.refresh();
    void list.refresh();
    void list.refresh();
    await settle();
    expect(backend.count('listIterations')).to.equal(2);
    door.open();
    await settle();
    expect(backend.count('listIterations')).to.equal(3);
  });

  it('reads again after a first load that was under way', async () => {
    const { backend, list } = setUp(5);
    const door = gate();
    backend.before = () => door.promise;
    void list.load();
    void list.refresh();
    await settle();
    expect(list.value.status).to.equal('loading');
    door.open();
    await settle();
    expect(backend.count('listIterations')).to.equal(2);
    expect(list.value.ids.length).to.equal(5);
  });

  it('stands where it was after a failed refresh, and reads on without a gap', async () => {
    const { backend, list } = setUp(45);
    await list.load();
    await list.more();
    backend.before = (_, [request]) => {
      if ((request as PageRequest).cursor !== undefined) throw new AdapterError('internal');
    };
    await list.refresh();
    expect([list.value.status, list.value.ids.length]).to.deep.equal(['error', 20]);
    backend.before = () => undefined;
    while (!list.value.complete) await list.more();
    expect(list.value.ids).to.deep.equal(backend.listed());
  });

  it('keeps a row that a lagging list does not have yet, and drops it when the list must have it', async () => {
    const { backend, clock, list, store } = setUp(5, {}, { stream: true });
    store.retain();
    await list.load();
    backend.send([{ type: 'iteration', item: iteration('new', { createdAt: instant(500), rev: 1 }) }]);
    await clock.advance(100);
    expect(list.value.ids[0]).to.equal('new');
    await list.refresh();
    expect(list.value.ids[0]).to.equal('new');
    await clock.advance(LAG_MS + 1);
    await list.refresh();
    expect(list.value.ids).to.not.include('new');
  });

  it('does not count what a lagging list still has', async () => {
    const { backend, list, store } = setUp(25);
    await list.load();
    const door = gate();
    backend.looksFirst = true;
    backend.before = (method) => (method === 'listIterations' ? door.promise : undefined);
    const reading = list.refresh();
    await settle();
    await store.archive('iteration', list.value.ids.slice(0, 3));
    door.open();
    await reading;
    expect([list.value.total, list.value.ids.length]).to.deep.equal([22, 7]);
  });

  it('brings back in their places rows whose change was refused, at the end of what is loaded too', async () => {
    const { backend, list, store } = setUp(25);
    await list.load();
    const before = list.value.ids;
    backend.before = (method) => {
      if (method === 'archive') throw new AdapterError('forbidden');
    };
    const archiving = store.archive('iteration', [...before.slice(-3), ...before.slice(0, 2)]);
    expect(list.value.ids).to.deep.equal(before.slice(2, -3));
    expect(list.value.total).to.equal(20);
    await archiving;
    expect(list.value.ids).to.deep.equal(before);
    expect(list.value.total).to.equal(25);
  });

  it('takes no note of how many there are when another list reads rows of it', async () => {
    const { backend, list, store } = setUp(45);
    backend.change('i003', { sessionId: 's2' });
    await list.load();
    await store.iterationList({ filter: { sessionId: 's2' } }).load();
    expect([list.value.total, list.value.ids.length]).to.deep.equal([45, 10]);
    expect(list.value.ids).to.not.include('i003');
  });

  it('leaves the order of a search to the backend, and says when it has become stale', async () => {
    const limits = { pageSize: 10, filters: ['text', 'archived'] as const };
    const { backend, clock, list, store } = setUp(0, { filter: { text: 'cat' } }, { limits, stream: true });
    store.retain();
    const found = [iteration('b', { prompt: 'a feline' }), iteration('a', { prompt: 'cat', createdAt: instant(5) })];
    const { adapter } = store;
    Object.assign(adapter, { listIterations: () => Promise.resolve({ items: found, nextCursor: null }) });
    await list.load();
    expect(list.value.ids).to.deep.equal(['b', 'a']);
    expect(list.value.stale).to.equal(false);
    backend.send([{ type: 'iteration', item: iteration('c', { prompt: 'one more cat', createdAt: instant(9) }) }]);
    backend.send([{ type: 'removed', entity: 'iteration', id: 'a' }]);
    await clock.advance(100);
    expect([list.value.ids, list.value.stale]).to.deep.equal([['b'], true]);
    await list.refresh();
    expect(list.value.stale).to.equal(false);
  });
});
