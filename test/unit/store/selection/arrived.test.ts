import { expect } from '@open-wc/testing';
import type { ImaginationsAdapter } from '../../../../src/data/index.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { selectionOf } from '../../../../src/store/selection/selection-of.js';
import { FakeBackend } from '../../../support/fake-backend.js';
import { instant, iteration, session } from '../../../support/rows.js';
import { waitUntil } from '../../../support/wait.js';

const ALL = {} as const;

/** A store whose backend filters by no time, with everything selected before one more has come. */
async function selected() {
  const backend = new FakeBackend().add(session('s'));
  const rows = Array.from({ length: 6 }, (_, at) => iteration(`i${at}`, { sessionId: 's', createdAt: instant(at) }));
  backend.add(...rows);
  const plain = backend.adapter({ stream: true });
  const adapter: ImaginationsAdapter = {
    ...plain,
    archive: (selection, ...rest) =>
      plain.archive!('query' in selection ? { ids: backend.listed(selection.query) } : selection, ...rest),
  };
  const store = new ImaginationsStore(adapter);
  const stop = store.retain();
  await store.iterationList(ALL).load();
  await waitUntil(() => store.counts(ALL).value !== null && backend.subscription !== undefined, 'counted');
  const selection = selectionOf(store);
  selection.all(ALL, instant(5));
  const late = iteration('late', { sessionId: 's', createdAt: instant(60), rev: 1 });
  backend.add(late);
  backend.send([{ type: 'iteration', item: late }]);
  await waitUntil(() => store.iteration('late') && store.counts(ALL).value?.total === 7, 'it has come');
  return { backend, store, selection, stop };
}

describe('what comes after everything was selected', () => {
  before(() => loadLater());

  it('is not archived with it, also where the backend filters by no time', async () => {
    const { backend, store, selection, stop } = await selected();
    expect([selection.has('late'), selection.tally(ALL).count]).to.deep.equal([false, 6]);
    for (const target of selection.selections()) await store.archive('iteration', target);
    const put = (id: string): boolean => Boolean(backend.iterations.get(id)?.archivedAt);
    expect([put('late'), put('i0'), put('i5')]).to.deep.equal([false, true, true]);
    stop();
  });

  it('counts as before when it is ticked and unticked', async () => {
    const { selection, stop } = await selected();
    const counts = [selection.tally(ALL).count];
    for (const on of [true, false]) {
      selection.set(['late'], on, 'all');
      counts.push(selection.tally(ALL).count);
    }
    expect(counts).to.deep.equal([6, 7, 6]);
    stop();
  });
});
