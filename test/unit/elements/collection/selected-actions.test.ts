import { expect } from '@open-wc/testing';
import { AdapterError, type BatchResult, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { actOnSelected } from '../../../../src/elements/collection/selected-actions.js';
import type { Query } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { selectionOf } from '../../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../../support/wait.js';
import { call, library, write, type Library } from '../../store/commands/set-up.js';

const ALL: Query = { filter: { archived: 'include' } };
const LATER = '2100-01-01T00:00:00.000Z';

interface Door {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function door(): Door {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A library whose archive waits, and then fails or not. */
async function waiting(fails: () => boolean) {
  const held = door();
  const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
    ...backend,
    archive: async (...args): Promise<BatchResult> => {
      await held.opened;
      if (fails()) throw new AdapterError('forbidden', 'no');
      return backend.archive!(...args);
    },
  });
  return { one: await library({ change }), held };
}

function archive({ store }: Library): Promise<void> {
  const command = (target: Parameters<typeof store.archive>[1]) => store.archive('iteration', target);
  return actOnSelected(selectionOf(store), { store, verb: 'archive', count: null, command });
}

describe('what is selected, and acted on', () => {
  before(() => loadLater());

  it('does not come back where it was refused because it is no more', async () => {
    const { one, held } = await waiting(() => false);
    const { store, backend, ids } = one;
    const stop = store.retain();
    const selection = selectionOf(store);
    const [a = '', b = ''] = ids;
    selection.set([a, b], true, 'v');
    const archiving = archive(one);
    await backend.remove!({ ids: [a] }, 'iteration', write());
    await waitUntil(() => store.iteration(a) === undefined, 'it was heard of');
    held.open();
    await archiving;
    expect(await backend.getIterations!([a], call)).to.deep.equal([null]);
    expect(selection.value.ids).to.deep.equal([]);
    stop();
  });

  it('leaves what was selected meanwhile selected when everything else was refused', async () => {
    const { one, held } = await waiting(() => true);
    const { store, ids } = one;
    const selection = selectionOf(store);
    const only: Query = { filter: { sessionId: store.iteration(ids[0]!)!.sessionId } };
    const other = ids.find((id) => store.iteration(id)!.sessionId !== only.filter!.sessionId)!;
    selection.all(only, LATER);
    const archiving = archive(one);
    selection.set([other], true, 'other');
    held.open();
    await archiving;
    expect([selection.has(ids[0]!), selection.has(other)]).to.deep.equal([true, true]);
  });

  it('leaves everything of another view selected that was selected meanwhile', async () => {
    const { one, held } = await waiting(() => true);
    const { store, ids } = one;
    const selection = selectionOf(store);
    selection.all({ filter: { sessionId: store.iteration(ids[0]!)!.sessionId } }, LATER);
    const archiving = archive(one);
    selection.all(ALL, LATER);
    held.open();
    await archiving;
    expect(selection.everything?.query).to.equal(ALL);
  });
});
