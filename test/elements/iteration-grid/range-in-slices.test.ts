import { expect } from '@open-wc/testing';
import { batchRunsOf } from '../../../src/elements/collection/batch-runs.js';
import type { Id } from '../../../src/model/index.js';
import { selectionOf, type StoreSelection } from '../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, find, mountSelected, press, type BatchLibraryOptions } from './batch-library.js';
import type { Mounted } from './mounted.js';

const COUNT = 600;

interface Stage {
  readonly library: BatchLibrary;
  readonly mounted: Mounted;
  readonly ids: readonly Id[];
  readonly selection: StoreSelection;
  /** Begins a range over all that has been taken in part when this returns. */
  readonly begin: () => void;
}

async function stage(options: BatchLibraryOptions = {}): Promise<Stage> {
  const library = new BatchLibrary({ rows: COUNT, limits: { pageSize: COUNT }, ...options });
  const { mounted } = await mountSelected(library, 1, { width: 1000 });
  const ids = library.store.iterationList({ filter: {} }).value.ids.slice();
  expect(ids).to.have.length(COUNT);
  const selection = selectionOf(library.store);
  const [view = ''] = selection.views.values();
  const begin = (): void => {
    const slow = {
      count: COUNT,
      id: (item: number): Id | undefined => {
        // A slice is over.
        for (const end = performance.now() + 30; item === 100 && performance.now() < end;);
        return ids[item];
      },
      indexOf: (id: Id) => ids.indexOf(id),
    };
    void selection.extend(slow, COUNT - 1, view, () => undefined);
    expect(selection.views.size, 'taken in part').to.be.within(2, COUNT - 1);
  };
  return { library, mounted, ids, selection, begin };
}

describe('<iteration-grid>: a range that is being taken', () => {
  it('is judged as a whole: what has no star in the rest of it decides, too', async () => {
    const starred = (number: number): boolean => number > COUNT / 2;
    const row: BatchLibraryOptions['row'] = (one, number) => (starred(number) ? { ...one, starred: true } : one);
    const { library, mounted, ids, begin } = await stage({ row });
    mounted.focus(ids[0]!);
    begin();
    mounted.press('s');
    await waitUntil(() => library.sent.length > 0, 'said');
    for (const id of [ids[0]!, ids.at(-1)!]) {
      await waitUntil(() => library.store.iteration(id)?.starred === true, `${id} has a star`);
    }
  });

  it('is told of as a whole while something is done to it', async () => {
    const { library, mounted, begin } = await stage();
    const runs = batchRunsOf(library.store);
    const told: (number | null)[] = [];
    const beginRun = runs.begin.bind(runs);
    runs.begin = (...args) => {
      told.push(args[1]);
      return beginRun(...args);
    };
    const button = await find(mounted, '[data-batch=archive]');
    begin();
    button.click();
    await waitUntil(() => library.sent.length > 0, 'sent');
    expect(told).to.deep.equal([COUNT]);
  });

  it('is not ended by what is drawn of it, and the host is given all of it', async () => {
    const { mounted, selection, begin } = await stage();
    const given: number[] = [];
    const hostActions = [
      {
        id: 'send',
        label: 'Send',
        selection: 'multiple',
        run: (items: readonly unknown[]) => given.push(items.length),
      },
    ];
    begin();
    Object.assign(mounted.box, { hostActions });
    mounted.element.requestUpdate();
    mounted.element['performUpdate']();
    expect(selection.views.size).to.be.below(COUNT);
    await mounted.settled();
    await waitUntil(() => selection.value.ids.length === COUNT, 'whole');
    selection.replace(selection.value.ids.slice(0, 1), '');
    const button = await find(mounted, '[data-batch="host:send"]');
    await mounted.settled();
    begin();
    button.click();
    await waitUntil(() => given.length > 0, 'given');
    expect(given).to.deep.equal([COUNT]);
    await press(mounted, '[data-batch=clear]');
  });
});
