import { expect } from '@open-wc/testing';
import { archiveSessions } from '../../../src/elements/intents/session-intents.js';
import { waitUntil } from '../../support/wait.js';
import { find as findIn, iteration, library, openSessions, sessions } from '../imagination-sessions/sessions-page.js';
import { AppPage } from '../imaginations-app/app-page.js';
import { BatchLibrary, find, mountSelected, noteText, press } from './batch-library.js';
import { picture } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';

const said = ({ root }: Mounted): string => root.querySelector('.toast-text')?.textContent ?? '';

describe('what an element says that stands in no app', () => {
  for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
    it(`<${tag}>: what came of one, and takes it back`, async () => {
      const rows = new BatchLibrary();
      const mounted = await mountFull(rows, { tag });
      const id = picture(38).id;
      await waitUntil(() => mounted.tile(id), 'the tile');
      mounted.focus(id);
      await mounted.type('e');
      await waitUntil(() => said(mounted) === 'Archived 1 iteration', 'says it');
      expect((await rows.row(id))?.archivedAt).to.be.a('string');
      await press(mounted, '.toast-action');
      await waitUntil(() => said(mounted) === 'Undone', 'says that too');
      expect((await rows.row(id))?.archivedAt ?? null).to.equal(null);
      expect(rows.store.iteration(id)?.archivedAt ?? null).to.equal(null);
    });
  }

  it('why one failed', async () => {
    const rows = new BatchLibrary();
    const mounted = await mountFull(rows);
    const id = picture(38).id;
    await waitUntil(() => mounted.tile(id), 'the tile');
    rows.refuses.set(id, 'forbidden');
    mounted.focus(id);
    await mounted.type('s');
    await waitUntil(() => said(mounted).startsWith('You are not allowed'), 'says it');
    expect(mounted.root.querySelector('.toasts')?.getAttribute('role')).to.equal('status');
  });

  it('what came of many above their bar, and leaves what failed to the note', async () => {
    const rows = new BatchLibrary();
    const { mounted, ids } = await mountSelected(rows, 3, { width: 1000 });
    await press(mounted, '[data-batch=star]');
    await waitUntil(() => said(mounted) !== '', 'says it');
    const bar = mounted.root.querySelector('.batch')!.getBoundingClientRect();
    expect(mounted.root.querySelector('.toast')!.getBoundingClientRect().bottom).to.be.at.most(bar.top);
    rows.refuses.set(ids[0] ?? '', 'forbidden');
    await press(mounted, '[data-batch=archive]');
    await find(mounted, '.batch-note.failed');
    expect(said(mounted)).to.equal('');
    await waitUntil(() => noteText(mounted).includes('1 could not be archived'), 'the note says it');
  });

  it('<imagination-sessions>: what came of a session', async () => {
    const rows = sessions(3);
    const { element, store } = await openSessions(
      library({ sessions: rows, iterations: rows.map(({ id }) => iteration(`${id}-0`, id)) }),
    );
    await waitUntil(() => findIn(element, '.card-check'), 'cards can be put away');
    await archiveSessions(element, store, [rows[0]!.id]);
    await waitUntil(() => findIn(element, '.toast-text')?.textContent.startsWith('Archived'), 'says it');
    findIn(element, '.toast-action')?.click();
    await waitUntil(() => findIn(element, '.toast-text')?.textContent === 'Undone', 'takes it back');
  });

  it('nothing where its host wants to say such things itself', async () => {
    const rows = new BatchLibrary();
    const mounted = await mountFull(rows);
    mounted.element.setAttribute('no-messages', '');
    const id = picture(38).id;
    await waitUntil(() => mounted.tile(id), 'the tile');
    mounted.focus(id);
    await mounted.type('s');
    await waitUntil(async () => (await rows.row(id))?.starred === true, 'is done');
    await mounted.settled();
    expect(mounted.root.querySelector('.toasts')).to.equal(null);
  });

  it('where it is seen, though the end of the element is far away, and in its direction', async () => {
    const rows = sessions(120);
    const { element, store } = await openSessions(library({ sessions: rows }));
    element.style.height = 'auto';
    await waitUntil(() => findIn(element, '.card-check'), 'cards can be put away');
    expect(element.getBoundingClientRect().bottom).to.be.greaterThan(innerHeight);
    await archiveSessions(element, store, [rows[0]!.id]);
    await waitUntil(() => findIn(element, '.toast'), 'says it');
    expect(findIn(element, '.toast')?.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    expect(findIn(element, '.toasts')?.closest('[dir]')?.getAttribute('dir')).to.equal('ltr');
  });

  it('in an app, nothing: that says it', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    const grid = page.part('iteration-grid')!;
    await waitUntil(() => tile.querySelector('[data-tile-action=menu]'), 'what comes later');
    tile.focus();
    tile.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => page.toast === 'Archived 1 iteration', 'says it');
    expect(grid.shadowRoot?.querySelector('.toasts') ?? null).to.equal(null);
  });
});
