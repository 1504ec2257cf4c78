import { expect } from '@open-wc/testing';
import { AdapterError, type PageRequest } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { settle } from '../../../support/fake-clock.js';
import { names, setUp } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

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
