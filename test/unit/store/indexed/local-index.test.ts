import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../../src/adapters/memory/index.js';
import type { Query } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { indexedList } from '../../../../src/store/indexed/indexed-list-of.js';
import { instant, iteration, session } from '../../../support/rows.js';
import { waitUntil } from '../../../support/wait.js';
import { nameOf } from './set-up.js';

before(() => loadLater());

const rows = (from: number, count: number, sessionId = 's1') =>
  Array.from({ length: count }, (_, at) => iteration(nameOf(from + at), { sessionId, createdAt: instant(from + at) }));

describe('indexed list on the memory adapter', () => {
  it('loses nothing when a segment is divided', async () => {
    const sessions = [session('s1')];
    const adapter = createMemoryAdapter({ segmentSize: 10, sessions, iterations: rows(0, 19) });
    const store = new ImaginationsStore(adapter);
    const release = store.retain();
    const list = indexedList(store, adapter.index, {});
    await list.load();
    const { value: before } = list;
    list.want(store, 0, 50);
    await waitUntil(() => list.value.order.id(0) === nameOf(18), 'the rows');
    await adapter.load({ sessions, iterations: rows(19, 4) });
    await waitUntil(() => list.value.order.segments.length > before.order.segments.length, 'two segments');
    await waitUntil(() => {
      list.want(store, 0, 50);
      const { order } = list.value;
      return order.count === 23 && Array.from({ length: 23 }, (_, at) => order.id(at)).every((id) => id !== undefined);
    }, 'all rows');
    const { order } = list.value;
    const ids = Array.from({ length: order.count }, (_, at) => order.id(at));
    expect(ids).to.deep.equal(Array.from({ length: 23 }, (_, at) => nameOf(22 - at)));
    release();
    store.dispose();
    adapter.dispose();
  });

  it('keeps what was archived with a session that was never read', async () => {
    const query: Query = { filter: { archived: 'only' } };
    const sessions = [session('s1'), session('s2', { archivedAt: instant(900) })];
    const adapter = createMemoryAdapter({ sessions, iterations: [...rows(0, 5), ...rows(5, 5, 's2')] });
    const store = new ImaginationsStore(adapter);
    const list = indexedList(store, adapter.index, query);
    await list.load();
    expect(list.value.total).to.equal(5);
    list.want(store, 0, 5);
    await waitUntil(() => store.iteration(nameOf(9)) !== undefined && store.iteration(nameOf(5)) !== undefined, 'rows');
    expect(store.session('s2')).to.equal(undefined);
    expect(list.value.total).to.equal(5);
    expect(list.value.order.id(0)).to.equal(nameOf(9));
    store.dispose();
    adapter.dispose();
  });
});
