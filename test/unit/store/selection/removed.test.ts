import { createMemoryAdapter } from '../../../../src/adapters/memory/index.js';
import { ImaginationsStore, sessionSelectionOf } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { selectionOf } from '../../../../src/store/selection/selection-of.js';
import { seedLibrary } from '../../../../src/testing/index.js';
import { waitUntil } from '../../../support/wait.js';
import { write } from '../commands/set-up.js';

describe('a selection of rows that are not held', () => {
  before(() => loadLater());

  for (const on of ['iteration', 'session'] as const) {
    it(`forgets each ${on} that is removed`, async () => {
      const seed = seedLibrary(6, { finished: true });
      const adapter = createMemoryAdapter(seed);
      const store = new ImaginationsStore(adapter);
      const stop = store.retain();
      const selection = on === 'iteration' ? selectionOf(store) : sessionSelectionOf(store);
      const rows = on === 'iteration' ? seed.iterations : seed.sessions;
      const [gone = '', kept = ''] = rows.map(({ id }) => id);
      selection.set([gone, kept], true, 'v');
      await waitUntil(() => store.status.value.connection === 'live', 'connected');
      await adapter.remove({ ids: [gone] }, on, write());
      await waitUntil(() => selection.value.ids.join() === kept, 'it has left');
      stop();
    });
  }
});
