import { expect } from '@open-wc/testing';
import { AppPage } from './app-page.js';

describe('<imaginations-app>, what its backend can filter', () => {
  it('offers the archive and the media where the backend can tell them apart', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    expect(page.root.querySelectorAll('.archived').length).to.equal(1);
    expect(page.root.querySelectorAll('[role=radiogroup][aria-label="Filter by medium"]').length).to.equal(1);
  });

  it('offers neither where it cannot', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const { contract, listSessions, listIterations } = page.adapter;
    page.app.adapter = { contract, limits: { filters: ['sessionId'] }, listSessions, listIterations };
    await page.app.updateComplete;
    page.app.navigation = { view: 'iterations' };
    await page.app.updateComplete;
    expect(page.root.querySelectorAll('.archived').length).to.equal(0);
    expect(page.root.querySelectorAll('[role=radiogroup][aria-label="Filter by medium"]').length).to.equal(0);
    expect(page.root.querySelectorAll('.layouts').length).to.equal(1);
  });
});
