import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import { AdapterError } from '../../../src/data/index.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { archiveIterations } from '../../../src/elements/intents/iteration-intents.js';
import { archiveSessions, renameSession } from '../../../src/elements/intents/session-intents.js';
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

  it('names the session that was put away', async () => {
    const page = await AppPage.open();
    await page.shown('imagination-sessions', '[data-control=open]');
    const [id = ''] = page.store.sessionList({ filter: { archived: 'exclude' } }).value.ids;
    await archiveSessions(page.part('imagination-sessions')!, page.store, [id]);
    await waitUntil(() => page.toast.startsWith('Archived “'), page.toast);
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
