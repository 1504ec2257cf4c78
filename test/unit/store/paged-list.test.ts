import { expect } from '@open-wc/testing';
import { AdapterError, type Page, type PageRequest } from '../../../src/data/index.js';
import type { Iteration, Query } from '../../../src/model/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore, type PagedList } from '../../../src/store/index.js';
import { LAG_MS } from '../../../src/store/entity-table.js';
import { FakeBackend, gate, type Parts } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

const names = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `i${String(index + from).padStart(3, '0')}`);

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly list: PagedList<Iteration>;
}

/** `count` iterations, the newest with the highest number, in pages of 10. */
function setUp(count: number, query: Query = {}, parts: Parts = {}): Setup {
  const backend = new FakeBackend().add(session('s1'), session('s2'));
  names(count).forEach((id, index) => backend.add(iteration(id, { createdAt: instant(index) })));
  const clock = new FakeClock();
  const store = new ImaginationsStore(backend.adapter({ limits: { pageSize: 10 }, ...parts }), { clock });
  return { backend, clock, store, list: store.iterationList(query) };
}

/** A list of answers that a test writes itself. */
function answering(answer: (request: PageRequest, calls: number) => unknown, limits = {}): Setup {
  const made = setUp(0);
  const requests: PageRequest[] = [];
  const adapter = {
    ...made.backend.adapter({ limits: { pageSize: 10, ...limits } }),
    listIterations: (request: PageRequest) => {
      requests.push(request);
      made.backend.calls.push({
        method: 'listIterations',
        args: [request],
        signal: new AbortController().signal,
        idempotencyKey: undefined,
      });
      return Promise.resolve(answer(request, requests.length) as Page<Iteration>);
    },
  };
  const store = new ImaginationsStore(adapter, { clock: made.clock });
  return { ...made, store, list: store.iterationList() };
}

/** The rows of a run of numbers, newest first. */
const rows = (from: number, count: number): Iteration[] =>
  names(count, from)
    .map((id, index) => iteration(id, { createdAt: instant(from + index) }))
    .reverse();

describe('paged list: reading', () => {
  it('reads on for whoever asks for more as soon as a page is in', async () => {
    const { store, list } = setUp(45);
    // What a grid does that is higher than all its tiles.
    store.subscribe(() => {
      const { status, complete, loadingMore } = list.value;
      if (status === 'ready' && !complete && !loadingMore) void list.more();
    });
    await list.load();
    for (let turns = 0; turns < 20; turns++) await settle();
    expect(list.value.ids.length).to.equal(45);
    expect(list.value.complete).to.equal(true);
  });

  it('reads page after page to the end, in order, and knows how many there are', async () => {
    const { backend, list } = setUp(25);
    expect(list.value.status).to.equal('idle');
    const loading = list.load();
    expect(list.value.status).to.equal('loading');
    await loading;
    expect(list.value.ids).to.deep.equal(names(10, 15).reverse());
    expect([list.value.total, list.value.complete, list.value.status]).to.deep.equal([25, false, 'ready']);
    await list.more();
    await list.more();
    expect(list.value.ids).to.deep.equal(backend.listed());
    expect([list.value.total, list.value.complete]).to.deep.equal([25, true]);
    await list.more();
    await list.load();
    expect(backend.count('listIterations')).to.equal(3);
  });

  it('never asks for the same page twice at once', async () => {
    const { backend, list } = setUp(25);
    await Promise.all([list.load(), list.load(), list.more()]);
    await Promise.all([list.more(), list.more(), list.more()]);
    expect(backend.count('listIterations')).to.equal(2);
    expect(list.value.ids.length).to.equal(20);
  });

  it('keeps what is loaded when a page fails, and reads on from there', async () => {
    const { backend, list } = setUp(25);
    await list.load();
    backend.before = () => {
      throw new AdapterError('forbidden', 'no');
    };
    await list.more();
    expect([list.value.status, list.value.error?.code]).to.deep.equal(['error', 'forbidden']);
    expect([list.value.ids.length, list.value.loadingMore]).to.deep.equal([10, false]);
    backend.before = () => undefined;
    await list.more();
    await list.more();
    expect(list.value.ids).to.deep.equal(backend.listed());
    expect(list.value.error).to.equal(null);
  });

  it('starts again after a first page that failed', async () => {
    const { backend, list } = setUp(5);
    backend.before = () => {
      throw new AdapterError('internal');
    };
    await list.load();
    expect(list.value.status).to.equal('error');
    backend.before = () => undefined;
    await list.more();
    expect([list.value.status, list.value.ids.length]).to.deep.equal(['ready', 5]);
  });

  it('is no dead end where the adapter aborts by itself', async () => {
    const { backend, clock, list } = setUp(5);
    backend.before = () => {
      throw new DOMException('navigated', 'AbortError');
    };
    void list.load();
    await clock.advance(20_000);
    expect([list.value.status, list.value.error?.code]).to.deep.equal(['error', 'unavailable']);
  });

  it('goes on from the start when its cursor has expired, and skips nothing', async () => {
    const { backend, list } = setUp(45);
    await list.load();
    await list.more();
    let refused = 0;
    backend.before = (method, [request]) => {
      const { cursor } = request as PageRequest;
      if (method === 'listIterations' && cursor !== undefined && refused++ === 0)
        throw new AdapterError('cursor-expired');
    };
    await list.more();
    expect(list.value.ids).to.deep.equal(backend.listed().slice(0, 30));
    expect(list.value.status).to.equal('ready');
  });

  it('gives up where every cursor expires at once', async () => {
    const { backend, list } = setUp(45);
    await list.load();
    backend.before = (_, [request]) => {
      if ((request as PageRequest).cursor !== undefined) throw new AdapterError('cursor-expired');
    };
    await list.more();
    expect([list.value.status, list.value.error?.code]).to.deep.equal(['error', 'cursor-expired']);
    expect(list.value.ids.length).to.equal(10);
    expect(backend.count('listIterations')).to.be.below(10);
  });

  it('never sends a filter that the adapter does not offer, and filters by itself', async () => {
    const limits = { pageSize: 10, filters: ['sessionId'] as const };
    const { backend, list } = setUp(30, { filter: { kinds: ['video'] } }, { limits });
    for (const id of ['i003', 'i029']) backend.change(id, { kind: 'video' });
    while (!list.value.complete) await list.more();
    const asked = backend.calls.map(({ args }) => (args[0] as PageRequest).filter);
    expect(asked.every((filter) => filter && Object.keys(filter).length === 0)).to.equal(true);
    expect(list.value.ids).to.deep.equal(['i029', 'i003']);
    expect(list.value.total).to.equal(2);
  });
});

describe('paged list: pages that lie', () => {
  it('ends at cursors that come round again', async () => {
    const { backend, list } = answering((_, calls) => ({
      items: rows(calls % 2 ? 10 : 0, 10),
      nextCursor: calls % 2 ? 'a' : 'b',
    }));
    for (let i = 0; i < 20; i++) await list.more();
    expect(list.value.complete).to.equal(true);
    expect(backend.count('listIterations')).to.equal(3);
    expect(new Set(list.value.ids).size).to.equal(list.value.ids.length);
    expect(list.value.ids.length).to.equal(20);
  });

  it('ends at pages without end that bring nothing new, after three', async () => {
    const { backend, list } = answering((_, calls) => ({ items: rows(0, 10), nextCursor: `c${calls}` }));
    for (let i = 0; i < 20; i++) await list.more();
    expect(list.value.complete).to.equal(true);
    expect(backend.count('listIterations')).to.equal(4);
    expect(list.value.ids.length).to.equal(10);
  });

  it('goes on past an empty page that is not the end', async () => {
    const { list } = answering((_, calls) =>
      calls === 2
        ? { items: [], nextCursor: 'c2' }
        : { items: rows(calls === 1 ? 20 : 10, 5), nextCursor: calls < 3 ? `c${calls}` : null },
    );
    await list.load();
    await list.more();
    expect(list.value.ids.length).to.equal(10);
    expect(list.value.complete).to.equal(true);
  });

  it('shows a row once, however often pages carry it, and its last version', async () => {
    const doubled = [...rows(0, 5), ...rows(3, 2), iteration('i004', { createdAt: instant(4), starred: true })];
    const { list, store } = answering(() => ({ items: doubled, nextCursor: null }));
    await list.load();
    expect(list.value.ids).to.deep.equal(names(5).reverse());
    expect(store.iteration('i004')?.starred).to.equal(true);
  });

  it('takes short pages and pages longer than asked for', async () => {
    const { list } = answering(({ cursor }) =>
      cursor === undefined ? { items: rows(40, 3), nextCursor: 'next' } : { items: rows(0, 40), nextCursor: null },
    );
    await list.load();
    await list.more();
    expect(list.value.ids.length).to.equal(43);
  });

  for (const total of [0, -1, 1.5, 3, 1_000_000, NaN, '12', null]) {
    it(`is never misled by a total of ${String(total)}`, async () => {
      const { list } = answering(({ cursor }) =>
        cursor === undefined
          ? { items: rows(10, 10), nextCursor: 'next', total }
          : { items: rows(0, 10), nextCursor: null, total },
      );
      await list.load();
      const { value } = list;
      if (value.total !== null) expect(value.total).to.be.at.least(10);
      await list.more();
      expect([list.value.total, list.value.complete]).to.deep.equal([20, true]);
    });
  }

  it('leaves out rows that cannot be drawn, counts them, and shows the rest', async () => {
    const garbage: unknown[] = [
      null,
      undefined,
      7,
      'row',
      [],
      {},
      { id: '' },
      { ...iteration('a'), id: 5 },
      { ...iteration('b'), createdAt: 'yesterday' },
      { ...iteration('c'), media: 'https://media.test/c' },
      { ...iteration('d'), media: { mime: 'image/webp' } },
      { ...iteration('e'), tags: [1] },
      { ...iteration('f'), prompt: { text: 'x' } },
      { ...iteration('g'), parents: [null] },
    ];
    const { list } = answering(() => ({ items: [...garbage, ...rows(0, 3)], nextCursor: null, total: 17 }));
    await list.load();
    expect(list.value.ids).to.deep.equal(names(3).reverse());
    expect(list.value.dropped).to.equal(garbage.length);
    expect(list.value.status).to.equal('ready');
  });

  for (const answer of [null, undefined, 'html', [], {}, { items: 'none' }, { items: null }]) {
    it(`says what is wrong when a page is ${JSON.stringify(answer)}`, async () => {
      const { list } = answering(() => answer);
      await list.load();
      expect([list.value.status, list.value.error?.code]).to.deep.equal(['error', 'internal']);
    });
  }

  it('walks by offset where there is a total and no cursor', async () => {
    const all = rows(0, 25);
    const { list } = answering(({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: 25 }), {
      random: 'offset',
    });
    await list.load();
    expect(list.value.complete).to.equal(false);
    await list.more();
    await list.more();
    expect([list.value.ids.length, list.value.complete]).to.deep.equal([25, true]);
  });

  it('skips nothing when rows are removed under its offsets', async () => {
    let all = rows(0, 35);
    const { list } = answering(
      ({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: all.length }),
      { random: 'offset' },
    );
    await list.load();
    await list.more();
    all = all.slice(5);
    await list.more();
    await settle();
    for (let i = 0; i < 10 && !list.value.complete; i++) await list.more();
    await settle();
    expect(list.value.ids).to.deep.equal(all.map(({ id }) => id));
  });

  it('ends by offset where the total promises more than there is', async () => {
    const all = rows(0, 12);
    const { backend, list } = answering(
      ({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: 1000 }),
      { random: 'offset' },
    );
    for (let i = 0; i < 10; i++) await list.more();
    expect([list.value.ids.length, list.value.complete, list.value.total]).to.deep.equal([12, true, 12]);
    expect(backend.count('listIterations')).to.be.at.most(4);
  });
});

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
