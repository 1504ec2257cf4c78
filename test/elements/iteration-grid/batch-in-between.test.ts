import { expect } from '@open-wc/testing';
import { openReassign } from '../../../src/elements/reassign/open-reassign.js';
import { omit } from '../../../src/internal/omit.js';
import { storeFor } from '../../../src/store/index.js';
import { selectionOf } from '../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, expectNote, mountSelected, press } from './batch-library.js';
import { IndexedLibrary, pictures } from './live-library.js';
import { said } from './media-library.js';
import { mountFull } from './mounted.js';
import { gate } from './viewport-kept/stage.js';

describe('<iteration-grid>: a range that is still being read', () => {
  it('is given up when something else is selected', async () => {
    const library = new IndexedLibrary(pictures(800));
    const mounted = await mountFull(library);
    const selection = selectionOf(storeFor(library.adapter));
    const check = (id: string): HTMLElement =>
      mounted.tile(id)!.querySelector<HTMLElement>('[data-tile-action=select]')!;
    const [first = ''] = mounted.visible;
    check(first).click();
    await mounted.scrollTo(mounted.scroller.scrollHeight);
    await waitUntil(() => mounted.visible.length > 2, 'the last ones show');
    const [other = '', last = ''] = mounted.visible;
    const door = gate();
    let held = 0;
    library.index.before = (what) => (what === 'segment' ? (held++, door.opened) : undefined);
    mounted.tile(last)!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await waitUntil(() => held > 0, 'what lies between is being read');
    check(other).click();
    const asked = held;
    door.open();
    // What was asked for has been answered, and whatever followed from it is through.
    await waitUntil(() => library.index.signals.slice(-asked).every(({ aborted }) => aborted), 'nobody wants it');
    await mounted.settled();
    expect([...selection.views.keys()]).to.deep.equal([first, other]);
  });
});

describe('<iteration-grid>: a second long batch of the same sort', () => {
  it('is told of as the first was', async () => {
    const library = new BatchLibrary({ rows: 1300, limits: { batchSize: 300, pageSize: 1300 } });
    const { mounted } = await mountSelected(library, 1);
    const all = library.store.iterationList({ filter: {} }).value.ids.slice();
    const told: string[] = [];
    const region = (): Element | null => mounted.root.querySelector('[part=announcer]');
    await waitUntil(region, 'the live region');
    new MutationObserver(() => told.push(said(mounted))).observe(region()!, { childList: true });
    for (const [nth, ids] of [all.slice(0, 600), all.slice(600, 1200)].entries()) {
      const door = gate();
      library.before = () => door.opened;
      await mounted.element.select(ids);
      await press(mounted, '[data-batch=archive]');
      await waitUntil(() => mounted.root.querySelector('.batch-note.running'), 'it shows');
      await waitUntil(() => told.filter((text) => text.includes('Archiving')).length === nth + 1, `told, ${nth}`);
      door.open();
      await waitUntil(() => !mounted.root.querySelector('.batch-notes'), 'it has ended');
    }
  });
});

describe('<iteration-grid>: a batch that was stopped cannot be taken back', () => {
  it('says so', async () => {
    const library = new BatchLibrary({
      rows: 620,
      limits: { batchSize: 300, pageSize: 620 },
      change: ({ archive }) => ({ archive: async (...args) => omit(await archive!(...args), 'undo') }),
    });
    const { mounted } = await mountSelected(library, 1);
    const ids = library.store.iterationList({ filter: {} }).value.ids.slice(0, 600);
    await mounted.element.select(ids);
    const door = gate();
    library.before = () => door.opened;
    await press(mounted, '[data-batch=archive]');
    await press(mounted, '[data-batch-note=cancel]');
    door.open();
    await expectNote(mounted, 'Stopped after 300 of 600');
    for (const id of ids) library.refuses.set(id, 'forbidden');
    const told: string[] = [];
    new MutationObserver(() => told.push(said(mounted))).observe(mounted.root.querySelector('[part=announcer]')!, {
      childList: true,
    });
    await press(mounted, '[data-batch-note=undo]');
    await waitUntil(() => told.some((text) => /not allowed|Undone/.test(text)), 'something is said');
    expect(told.join(' ')).not.to.contain('Undone');
  });
});

describe('The dialog that asks where iterations go', () => {
  it('leaves nothing behind where its element has left before the code came', async () => {
    const library = new BatchLibrary();
    const { mounted, ids } = await mountSelected(library, 2);
    let listening = 0;
    const { store } = library;
    const subscribe = store.subscribe.bind(store);
    Object.assign(store, {
      subscribe: (listener: () => void) => {
        listening++;
        const stop = subscribe(listener);
        return () => {
          listening--;
          stop();
        };
      },
    });
    const localizer = mounted.element['localizer' as keyof typeof mounted.element] as never;
    const opening = openReassign(mounted.element, store, [{ ids }], { localizer, apply: () => undefined });
    mounted.element.remove();
    const before = listening;
    await opening;
    expect([mounted.root.querySelector('dialog'), listening]).to.deep.equal([null, before]);
  });
});
