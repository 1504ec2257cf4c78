import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import type { AnyList } from '../../../src/elements/collection/collection-list.js';
import { openFrom, type OpenedList } from '../../../src/elements/collection/opened-list.js';
import type { Id, Query } from '../../../src/model/index.js';
import type { ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, place, press, row, shows, textOf, type Backend } from './lightbox.js';

const RESULTS: Query = { filter: { kinds: ['image'] } };

/** Opens the first of a list of ids, as an element that shows the list would; the answer keeps the list. */
async function openFirst(
  store: ImaginationsStore,
  ids: readonly [Id, ...Id[]],
  query: Query,
): Promise<OpenedList & { readonly list: () => AnyList }> {
  await store.loadIteration(ids[0]);
  const value = {
    ids,
    status: 'ready' as const,
    error: null,
    total: ids.length,
    complete: true,
    loadingMore: false,
    dropped: 0,
    stale: false,
  };
  const list: AnyList = { value, load: () => Promise.resolve(), more: () => Promise.resolve() };
  const from = { id: ids[0], query, list: () => list };
  openFrom(store, from);
  store.navigate({ iterationId: ids[0] });
  return from;
}

describe('iteration-lightbox: goes on', () => {
  for (const [what, answer] of [
    ['is not there', () => Promise.resolve([null])],
    ['cannot be asked for', () => Promise.reject(new AdapterError('network'))],
  ] as const) {
    it(`from a hit that ${what}`, async () => {
      const base = backend([row('a', 30), row('b', 20)]);
      const adapter: Backend = {
        ...base,
        getIterations: (ids, call) =>
          ids.includes('ghost') ? (answer() as Promise<null[]>) : base.getIterations(ids, call),
      };
      const at = await place(adapter);
      const held = await openFirst(at.store, ['a', 'ghost', 'b'], RESULTS);
      await shows(at, 'a');
      await waitUntil(() => textOf(at.box, '.place').includes('1 of 3'), 'among the results');
      await waitUntil(() => find(at.box, '.cell[data-id=b]'), 'the filmstrip');
      const steps = [
        ['ArrowDown', 'ghost'],
        ['ArrowDown', 'b'],
        ['ArrowUp', 'ghost'],
        ['ArrowUp', 'a'],
        ['ArrowDown', 'ghost'],
        ['ArrowRight', 'b'],
        ['ArrowUp', 'ghost'],
        ['ArrowLeft', 'a'],
        ['ArrowDown', 'ghost'],
        ['End', 'b'],
        ['ArrowUp', 'ghost'],
        ['Home', 'a'],
      ] as const;
      for (const [key, id] of steps) {
        press(dialogOf(at.box), key);
        await shows(at, id);
        await at.box.updateComplete;
        expect(find(at.box, '.cell[data-id=a]'), 'the filmstrip stays').not.to.equal(undefined);
      }
      press(dialogOf(at.box), 'ArrowDown');
      press(dialogOf(at.box), 'ArrowDown');
      await shows(at, 'b');
      expect(held.id).to.equal('a');
    });
  }
});
