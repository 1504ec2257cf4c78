import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/define.js';
import { AdapterError } from '../../../src/data/index.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { reassignIterations } from '../../../src/elements/intents/edit-intents.js';
import { archiveIterations } from '../../../src/elements/intents/iteration-intents.js';
import { archiveSessions, renameSession } from '../../../src/elements/intents/session-intents.js';
import { historyOf } from '../../../src/store/index.js';
import { seedLibrary } from '../../../src/testing/index.js';
import { AppPage } from './app-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imaginations-app: what it says', () => {
  it('says that it has no data, without throwing', async () => {
    const app = await fixture<ImaginationsApp>(html`<imaginations-app></imaginations-app>`);
    expect(app.shadowRoot?.textContent).to.contain('Not connected');
  });

  it('says what was archived, and takes it back', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const id = tile.dataset['id'] ?? '';
    await archiveIterations(page.part('iteration-grid')!, page.store, [id]);
    await waitUntil(() => page.toast === 'Archived 1 iteration', page.toast);
    expect(page.store.iteration(id)?.archivedAt).to.be.a('string');
    page.button('Undo').click();
    await waitUntil(() => page.toast === 'Undone', page.toast);
    expect(Boolean(page.store.iteration(id)?.archivedAt)).to.equal(false);
  });

  it('no longer offers to take back what has been taken back elsewhere', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const { store } = page;
    await archiveIterations(page.part('iteration-grid')!, store, [tile.dataset['id'] ?? '']);
    await waitUntil(() => page.toast === 'Archived 1 iteration', page.toast);
    await historyOf(store).undo();
    await page.app.updateComplete;
    // At once: a while later it would go by itself.
    expect(page.toast).to.equal('');
  });

  it('goes on in its viewer after a verdict, where it is asked to', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    page.app.autoAdvance = true;
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const id = tile.dataset['id'] ?? '';
    page.store.navigate({ iterationId: id });
    const dialog = await page.shown('iteration-lightbox', 'dialog[open]');
    dialog.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true, composed: true }));
    await waitUntil(() => page.store.iteration(id)?.rating === 3, 'is rated');
    await waitUntil(() => page.store.navigation.value.iterationId !== id, 'goes on');
  });

  it('says no more of a library when there is another', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const { store } = page;
    await archiveIterations(page.part('iteration-grid')!, store, [tile.dataset['id'] ?? '']);
    await waitUntil(() => page.toast !== '', 'a message');
    page.app.adapter = createMemoryAdapter(seedLibrary(3, { finished: true }));
    await waitUntil(() => page.app.activeStore !== store, 'another library');
    await page.app.updateComplete;
    expect(page.toast).to.equal('');
  });

  it('says where iterations went, by the name of the session', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const id = tile.dataset['id'] ?? '';
    const from = page.store.iteration(id)?.sessionId ?? '';
    // What tells of it comes with a person.
    await archiveIterations(page.part('iteration-grid')!, page.store, [id]);
    await waitUntil(() => page.toast !== '', 'a message');
    await reassignIterations(page.part('iteration-grid')!, page.store, [id], { create: { title: 'A new place' } });
    await waitUntil(() => page.toast === 'Moved 1 iteration to “A new place”', page.toast);
    page.button('Undo').click();
    await waitUntil(() => page.store.iteration(id)?.sessionId === from, 'it is back');
    await reassignIterations(page.part('iteration-grid')!, page.store, [id], { create: {} });
    await waitUntil(() => page.toast.startsWith('Moved 1 iteration'), page.toast);
  });

  it('says it above the bar of what is selected, and below again when that goes', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const grid = page.part('iteration-grid')!;
    await archiveIterations(grid, page.store, [tile.dataset['id'] ?? '']);
    await waitUntil(() => page.toast !== '', 'a message');
    const bottom = (): number => page.root.querySelector('.toast')?.getBoundingClientRect().bottom ?? Number.NaN;
    const before = bottom();
    const box = await page.shown('iteration-grid', '[data-tile-action=select]');
    box.click();
    const bar = await page.shown('iteration-grid', '.batch');
    await waitUntil(() => bottom() < bar.getBoundingClientRect().top, 'it stands above the bar');
    const clear = await page.shown('iteration-grid', '[data-batch=clear]');
    clear.click();
    // Seen, it goes by itself.
    await waitUntil(() => page.toast === '' || Math.abs(bottom() - before) < 1, 'it is where it was');
    expect(page.root.querySelector('.dock')?.hasAttribute('data-raised')).to.equal(false);
  });

  it('waits while a dialog is above it, and can be taken back after that', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const id = tile.dataset['id'] ?? '';
    await archiveIterations(page.part('iteration-grid')!, page.store, [id]);
    await waitUntil(() => page.toast !== '', 'a message');
    (await page.shown('iteration-grid', '[data-tile-action=select]')).click();
    (await page.shown('iteration-grid', '[data-batch=move]')).click();
    const dialog = (await page.shown('iteration-grid', 'dialog.reassign[open]')) as HTMLDialogElement;
    await waitUntil(() => page.toast === '', 'it has gone from below the dialog');
    dialog.close();
    await waitUntil(() => page.toast !== '', 'it is back');
    page.button('Undo').click();
    await waitUntil(() => !page.store.iteration(id)?.archivedAt, 'taken back');
  });

  it('says what a key took back, and offers to do it again', async () => {
    const page = await AppPage.open();
    await page.shown('imagination-sessions', '[data-control=open]');
    const [id = ''] = page.store.sessionList({ filter: { archived: 'exclude' } }).value.ids;
    await archiveSessions(page.part('imagination-sessions')!, page.store, [id]);
    await waitUntil(() => page.toast.startsWith('Archived “'), page.toast);
    const key = { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    page.part('imagination-sessions')?.dispatchEvent(new KeyboardEvent('keydown', key));
    await waitUntil(() => page.toast === 'Undone', page.toast);
    expect(Boolean(page.store.session(id)?.archivedAt)).to.equal(false);
    page.button('Redo').click();
    await waitUntil(() => page.toast === 'Done again', page.toast);
    expect(page.store.session(id)?.archivedAt).to.be.a('string');
  });

  it('names the session that was put away, and counts several', async () => {
    const page = await AppPage.open({}, 24);
    await page.shown('imagination-sessions', '[data-control=open]');
    const [id = '', ...others] = page.store.sessionList({ filter: { archived: 'exclude' } }).value.ids;
    await archiveSessions(page.part('imagination-sessions')!, page.store, [id]);
    await waitUntil(() => page.toast.startsWith('Archived “'), page.toast);
    await archiveSessions(page.part('imagination-sessions')!, page.store, others.slice(0, 2));
    await waitUntil(() => page.toast === 'Archived 2 sessions and their iterations', page.toast);
  });

  it('says in plain words what did not work', async () => {
    const page = await AppPage.open();
    await page.shown('imagination-sessions', '[data-control=open]');
    const [id = ''] = page.store.sessionList({ filter: { archived: 'exclude' } }).value.ids;
    Object.defineProperty(page.adapter, 'updateSession', {
      value: () => Promise.reject(new AdapterError('forbidden')),
    });
    const session = page.store.session(id)!;
    await renameSession(page.part('imagination-sessions')!, page.store, session, 'Another title');
    await waitUntil(() => page.toast.includes('not allowed'), page.toast);
    expect(page.store.session(id)?.title).to.equal(session.title);
  });
});
