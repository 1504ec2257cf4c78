import { expect, oneEvent } from '@open-wc/testing';
import type { NavigationChangedEvent } from '../../../src/elements/imaginations-app/events.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { AppPage } from './app-page.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

describe('imaginations-app: where one is', () => {
  it('starts where the host says, and leaves out what makes no sense', async () => {
    const page = await AppPage.open({ view: 'iterations', layout: 'sideways' as never, kind: 'video' });
    expect(page.app.navigation).to.include({ view: 'iterations', layout: 'grid', kind: 'video' });
    expect(page.part('iteration-grid')).to.not.equal(null);
    expect(page.part('imagination-sessions')?.checkVisibility() ?? false).to.equal(false);
  });

  it('says where a person goes, and not what the host sets', async () => {
    const page = await AppPage.open();
    const heard: unknown[] = [];
    page.app.addEventListener('navigation-changed', ({ detail }) => heard.push(detail.navigation.view));
    page.app.navigation = { view: 'iterations' };
    await page.app.updateComplete;
    expect(heard).to.deep.equal([]);
    const told = oneEvent(page.app, 'navigation-changed') as unknown as Promise<NavigationChangedEvent>;
    page.button('Sessions').click();
    expect((await told).detail.navigation).to.include({ view: 'sessions', sessionId: null });
    expect(heard).to.deep.equal(['sessions']);
  });

  it('opens a session above the list, aims the composer at it, and comes back to the same list', async () => {
    const page = await AppPage.open();
    const card = await page.shown('imagination-sessions', '[data-control=open]');
    card.click();
    await waitUntil(() => page.part('imagination-session'), 'the page of the session did not open');
    const { sessionId } = page.store.navigation.value;
    expect(sessionId).to.not.equal(null);
    expect(draftOf(page.store).value.sessionId).to.equal(sessionId);
    const list = page.part('imagination-sessions');
    expect(list?.closest('[inert]')).to.not.equal(null);

    page.button('Sessions').click();
    await waitUntil(() => !page.part('imagination-session'));
    expect(page.part('imagination-sessions') === list).to.equal(true);
    expect(list?.closest('[inert]')).to.equal(null);
    expect(draftOf(page.store).value.sessionId).to.equal(null);
  });

  it('never lets the focus fall to the page when a view goes', async () => {
    const page = await AppPage.open();
    const card = await page.shown('imagination-sessions', '[data-control=open]');
    card.focus({ preventScroll: true });
    card.click();
    await waitUntil(() => page.part('imagination-session'));
    await waitUntil(() => document.activeElement === page.app, 'the focus left the app');
    expect(page.root.activeElement?.closest('[inert]') ?? null).to.equal(null);
  });

  it('loads the lightbox only when an iteration is opened', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile[data-id]');
    page.app.navigation = { iterationId: tile.dataset['id'] ?? '' };
    await waitUntil(
      () => page.part('iteration-lightbox')?.shadowRoot?.querySelector('dialog')?.open,
      'the lightbox did not open',
      { timeout: 4000 },
    );
  });

  it('shows what is archived, and no composer there', async () => {
    const page = await AppPage.open();
    expect(page.part('imagination-composer')).to.not.equal(null);
    const said = (): string => page.button('Archived').textContent.trim();
    expect(said()).to.equal('');
    page.button('Archived').click();
    await waitUntil(() => !page.part('imagination-composer'));
    expect([page.button('Archived').getAttribute('aria-pressed'), said()]).to.deep.equal(['true', 'Archived']);
    page.button('Archived').click();
    await waitUntil(() => page.part('imagination-composer'), 'the way out');
  });

  it('lays iterations out as is chosen: in one grid, so that what is looked at stays, or by day', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    await page.shown('iteration-grid', '.tile[data-id]');
    const grid = page.part('iteration-grid') as IterationGrid | null;
    expect(grid?.layout).to.equal('justified');
    const pressed = (): string[] =>
      ['Grid', 'Squares', 'List', 'Timeline'].filter((name) => page.button(name).ariaPressed === 'true');
    for (const [name, layout] of [
      ['Squares', 'square'],
      ['List', 'list'],
    ] as const) {
      page.button(name).click();
      expect(page.app.navigation).to.include({ layout });
      await waitUntil(() => grid?.layout === layout, name);
      expect([page.part('iteration-grid') === grid, grid?.layout, pressed()]).to.deep.equal([true, layout, [name]]);
    }
    page.button('Timeline').click();
    await waitUntil(() => !page.part('iteration-grid'), 'days');
    expect(pressed()).to.deep.equal(['Timeline']);
    page.app.navigation = { layout: 'list' };
    await waitUntil(() => (page.part('iteration-grid') as IterationGrid | null)?.layout === 'list', 'a list');
  });
});
