import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../../src/adapters/memory/index.js';
import type { Filter } from '../../../../src/model/index.js';
import { sessionSelectionOf, storeFor, type ImaginationsStore } from '../../../../src/store/index.js';
import { rememberIterations, selectedIterations } from '../../../../src/store/selection/session-selection.js';
import { instant, iteration, session } from '../../../support/rows.js';
import { waitUntil } from '../../../support/wait.js';

/** Ten sessions, each with as many iterations as its number says; pages of four. */
function setUp(): ImaginationsStore {
  const sessions = Array.from({ length: 10 }, (_, at) =>
    session(`s${at}`, { createdAt: instant(at), title: at < 6 ? 'red' : 'blue' }),
  );
  const iterations = sessions.flatMap(({ id }, number) =>
    Array.from({ length: number }, (_, at) => iteration(`${id}-${at}`, { sessionId: id, createdAt: instant(at) })),
  );
  return storeFor(createMemoryAdapter({ sessions, iterations, limits: { pageSize: 4 } }));
}

async function all(filter: Filter): Promise<{ readonly store: ImaginationsStore; readonly more: () => Promise<void> }> {
  const store = setUp();
  const list = store.sessionList({ filter });
  await list.load();
  sessionSelectionOf(store).all({ filter }, instant(100));
  return { store, more: () => list.more() };
}

const touched = (store: ImaginationsStore): unknown => selectedIterations(store, sessionSelectionOf(store));

describe('how many iterations the selected sessions hold', () => {
  it('is the count of all where all sessions are selected', async () => {
    const { store } = await all({});
    const release = store.retain();
    await waitUntil(() => store.counts({}).value, 'they are counted');
    expect(touched(store)).to.deep.equal({ count: 45, isAtLeast: false });
    release();
  });

  it('is at least what has been read, where a filter says which, until all of these are', async () => {
    const { store, more } = await all({ text: 'red' });
    const release = store.retain();
    await waitUntil(() => store.counts({}).value, 'all are counted');
    expect(touched(store)).to.deep.equal({ count: 5 + 4 + 3 + 2, isAtLeast: true });
    await more();
    expect(touched(store)).to.deep.equal({ count: 15, isAtLeast: false });
    release();
  });

  it('is at least what is known of sessions that are not held, and exact where they said it as they were passed', async () => {
    const store = setUp();
    await store.sessionList({}).load();
    const selection = sessionSelectionOf(store);
    selection.set(['s9', 's2', 's1'], true, '');
    expect(touched(store)).to.deep.equal({ count: 9, isAtLeast: true });
    const counts = { total: 2, image: 2, video: 0, audio: 0, active: 0, failed: 0 };
    rememberIterations(store, selection, [session('s2', { counts })]);
    expect(touched(store)).to.deep.equal({ count: 11, isAtLeast: true });
    rememberIterations(store, selection, [session('s1', { counts: { ...counts, total: 1 } })]);
    expect(touched(store)).to.deep.equal({ count: 12, isAtLeast: false });
  });
});
