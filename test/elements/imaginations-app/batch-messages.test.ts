import { expect } from '@open-wc/testing';
import { archiveIterations } from '../../../src/elements/intents/iteration-intents.js';
import type { BatchResult, Selection, Write } from '../../../src/data/index.js';
import { waitUntil } from '../../support/wait.js';
import { AppPage } from './app-page.js';

const UNDO = { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true };

/** Ticks some tiles, and presses a button of the bar. */
async function actOn(page: AppPage, count: number, action: string): Promise<readonly string[]> {
  await page.shown('iteration-grid', '[data-tile-action=select]');
  const { shadowRoot } = page.part('iteration-grid')!;
  const tiles = [...shadowRoot!.querySelectorAll<HTMLElement>('.tile')].slice(0, count);
  for (const tile of tiles) tile.querySelector<HTMLElement>('[data-tile-action=select]')?.click();
  (await page.shown('iteration-grid', `[data-batch=${action}]`)).click();
  return tiles.map((tile) => tile.dataset['id'] ?? '');
}

const note = (page: AppPage): HTMLElement | null =>
  page.part('iteration-grid')!.shadowRoot!.querySelector<HTMLElement>('.batch-note:not(.running)');

const noteText = (page: AppPage): string => note(page)?.querySelector('.batch-note-text')?.textContent.trim() ?? '';

/** Some rows are refused until the returned function is called. */
function refuse(page: AppPage, isBad: (id: string) => boolean): () => void {
  const { archive } = page.adapter;
  let isOn = true;
  Object.defineProperty(page.adapter, 'archive', {
    value: async (selection: Selection, on: 'iteration', archived: boolean, write: Write): Promise<BatchResult> => {
      const ids = 'ids' in selection ? selection.ids : [];
      const bad = ids.filter((id) => isOn && isBad(id));
      const good = ids.filter((id) => !bad.includes(id));
      const answer = good.length > 0 ? await archive({ ids: good }, on, archived, write) : { results: [] };
      const refused = bad.map((id) => ({
        id,
        ok: false as const,
        error: { code: 'internal' as const, message: 'No' },
      }));
      return { ...answer, results: [...answer.results, ...refused] };
    },
  });
  return () => void (isOn = false);
}

describe('imaginations-app: what it says of batches', () => {
  it('says at one place what of a batch did not work, and takes back there what did', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    let calls = 0;
    const accept = refuse(page, () => calls++ % 3 === 0);
    const ids = await actOn(page, 6, 'archive');
    await waitUntil(() => noteText(page) === '4 done. 2 could not be archived: unexpected error', noteText(page));
    expect(page.toast, 'no second message says it too').to.equal('');
    note(page)!.querySelector<HTMLElement>('[data-batch-note=undo]')!.click();
    await waitUntil(() => ids.every((id) => !page.store.iteration(id)?.archivedAt), 'they are back');
    await waitUntil(() => note(page) === null, 'the note has gone');
    accept();
  });

  it('says by a short message what was done when it was tried again', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const accept = refuse(page, () => true);
    await actOn(page, 3, 'archive');
    await waitUntil(() => noteText(page) === '3 could not be archived: unexpected error', noteText(page));
    expect([page.toast, note(page)!.querySelector('[data-batch-note=undo]')]).to.deep.equal(['', null]);
    accept();
    note(page)!.querySelector<HTMLElement>('[data-batch-note=retry]')!.click();
    await waitUntil(() => page.toast === 'Archived 3 iterations', page.toast);
    expect(note(page)).to.equal(null);
  });

  it('still says by a short message what came of one that no bar began', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    refuse(page, () => true);
    await archiveIterations(page.part('iteration-grid')!, page.store, [tile.dataset['id'] ?? '']);
    await waitUntil(() => page.toast !== '', 'a message');
    expect(note(page)).to.equal(null);
  });

  it('says what its own Undo left alone, and offers to do it again', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const ids = await actOn(page, 3, 'archive');
    await waitUntil(() => page.toast === 'Archived 3 iterations', page.toast);
    const write = { idempotencyKey: 'somebody', signal: new AbortController().signal };
    await page.adapter.annotate({ ids: ids.slice(0, 1) }, { note: 'Mine' }, write);
    await waitUntil(() => page.store.iteration(ids[0]!)?.note === 'Mine', 'the change has come');
    page.button('Undo').click();
    await waitUntil(() => page.toast.includes('1 changed by somebody since, and left'), page.toast);
    expect(page.toast.startsWith('2 undone. ')).to.equal(true);
    expect(ids.map((id) => Boolean(page.store.iteration(id)?.archivedAt))).to.deep.equal([true, false, false]);
    page.button('Redo').click();
    await waitUntil(() => page.toast === 'Done again', page.toast);
    expect(ids.every((id) => page.store.iteration(id)?.archivedAt)).to.equal(true);
  });

  it('offers nothing that is under way: what a key takes back is no more to be taken back', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    await actOn(page, 3, 'archive');
    await waitUntil(() => page.toast === 'Archived 3 iterations', page.toast);
    const { undo } = page.adapter;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    Object.defineProperty(page.adapter, 'undo', {
      value: async (token: string, write: Write) => {
        await gate;
        return undo(token, write);
      },
    });
    page.part('iteration-grid')!.dispatchEvent(new KeyboardEvent('keydown', UNDO));
    await waitUntil(() => page.toast === '', page.toast);
    open();
    await waitUntil(() => page.toast === 'Undone', page.toast);
  });

  it('offers to do again what was taken back of more rows than a backend names', async () => {
    const page = await AppPage.open({ view: 'iterations' }, 1200);
    await page.shown('iteration-grid', '[data-tile-action=select]');
    const select = await page.shown('iteration-grid', '[data-tile-action=select]');
    select.click();
    (await page.shown('iteration-grid', '[data-batch=all]')).click();
    (await page.shown('iteration-grid', '[data-batch=archive]')).click();
    await waitUntil(() => page.toast === 'Archived 1,200 iterations', page.toast);
    page.part('iteration-grid')!.dispatchEvent(new KeyboardEvent('keydown', UNDO));
    await waitUntil(() => page.toast === 'Undone', page.toast);
    page.button('Redo').click();
    await waitUntil(() => page.toast === 'Done again', page.toast);
  });
});
