import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seedLibrary } from '../../src/testing/seeds.js';
import { AppPage } from './support/app-page.js';
import { watchTrouble } from './support/browser.js';
import { demoSite } from './support/demo-site.js';
import { serveSeedMedia } from './support/seed-media.js';
import { KeyHands, MouseHands, TouchHands, ViewerPage, type Hands } from './support/viewer-hands.js';

const ROWS = 72;
const PER_SESSION = 24;
const id = (index: number): string => `iteration-${String(index).padStart(7, '0')}`;
/** In the newest session, where the order is newest first. */
const [OPENED, FOLLOWING, PICTURE, FILM] = [id(70), id(69), id(68), id(67)];
const COMPARED = [id(66), id(68), id(70)];
const SESSION = Array.from({ length: PER_SESSION }, (_, at) => id(ROWS - 1 - at));
const CULLED = 10;

interface Way {
  readonly name: string;
  readonly hasTouch?: boolean;
  readonly isByKeys?: boolean;
  readonly hands: (view: ViewerPage) => Promise<Hands> | Hands;
  /** Puts the app somewhere else in the page, or the page into another. */
  readonly place?: (page: Page, url: string) => Promise<ViewerPage>;
}

/** Two shadow roots deep in a host whose reset spares nobody. */
async function inShadowRoots(page: Page): Promise<ViewerPage> {
  await page.evaluate(() => {
    const app = document.querySelector('imaginations-app');
    let parent: Element | ShadowRoot = document.body;
    for (const name of ['outer', 'inner']) {
      const host = document.createElement('div');
      host.id = name;
      parent.append(host);
      parent = host.attachShadow({ mode: 'open' });
      const style = new CSSStyleSheet();
      style.replaceSync('* { all: unset } div, imaginations-app { display: block; block-size: 100vh }');
      parent.adoptedStyleSheets = [style];
    }
    if (app) parent.append(app);
  });
  return new ViewerPage(page);
}

async function inFrame(page: Page, url: string): Promise<ViewerPage> {
  const outside = new URL('outside.html', url).href;
  const src = `${url}#view=iterations`;
  const frame = `<iframe src="${src}" title="Library" width="1200" height="760" allow="fullscreen"></iframe>`;
  await page.route(outside, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Host</title>${frame}` }),
  );
  await page.goto(outside);
  return new ViewerPage(page, page.frameLocator('iframe'));
}

const WAYS: readonly Way[] = [
  { name: 'with a mouse', hands: (view) => new MouseHands(view) },
  {
    name: 'with fingers',
    hasTouch: true,
    hands: async (view) => new TouchHands(view, await view.page.context().newCDPSession(view.page)),
  },
  { name: 'with keys alone', isByKeys: true, hands: (view) => new KeyHands(view) },
  { name: 'in two nested shadow roots, under a reset', hands: (view) => new MouseHands(view), place: inShadowRoots },
  { name: 'in a frame', hands: (view) => new MouseHands(view), place: inFrame },
];

interface Judged {
  readonly id: string;
  readonly flag?: string | null;
}

/** What people have said of some iterations, as the adapter has it. */
const judged = (view: ViewerPage, ids: readonly string[]): Promise<readonly (string | null)[]> =>
  view.scope.locator('imaginations-app').evaluate(async (app, wanted) => {
    const { adapter } = app as unknown as {
      adapter: { getIterations(ids: readonly string[], call: object): Promise<readonly Judged[]> };
    };
    const rows = await adapter.getIterations(wanted, { signal: new AbortController().signal });
    return rows.map(({ flag }) => flag ?? null);
  }, ids);

describe('the viewer: open, go two ways, zoom, play, compare three, cull ten, close', () => {
  const site = demoSite();

  const profiles: BrowserContext[] = [];

  afterEach(async () => {
    await Promise.all(profiles.splice(0).map((profile) => profile.close()));
  });

  async function context(hasTouch: boolean): Promise<BrowserContext> {
    const browser = site.context.browser();
    if (!hasTouch || !browser) return site.context;
    const profile = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
    profiles.push(profile);
    return profile;
  }

  async function start({ hasTouch = false, place }: Pick<Way, 'hasTouch' | 'place'>): Promise<ViewerPage> {
    const profile = await context(hasTouch);
    await serveSeedMedia(profile);
    const url = `${site.url}?database=viewer-flow&step=0`;
    const app = await AppPage.open(profile, `${url}#view=iterations`);
    const { page } = app;
    await app.fill(seedLibrary(ROWS, { finished: true, perSession: PER_SESSION }));
    await page.reload();
    return (await place?.(page, url)) ?? new ViewerPage(page);
  }

  it.each(WAYS)('$name', { timeout: 120_000 }, async ({ hands: handsOf, ...way }) => {
    const view = await start(way);
    const trouble = watchTrouble(view.page);
    const hands = await handsOf(view);
    const shows = (expected: string | null): Promise<void> => expect.poll(() => view.shownId()).toBe(expected);
    const closesTo = async (tile: string): Promise<void> => {
      await shows(null);
      await expect.poll(() => view.dialog.count()).toBe(0);
      await expect.poll(() => view.focused()).toBe(tile);
    };
    const isOfSession = async (): Promise<boolean> => SESSION.includes((await view.shownId()) ?? '');

    await view.tile(OPENED).waitFor();
    await hands.open(OPENED);
    await shows(OPENED);
    await view.cell(FOLLOWING).waitFor();
    await hands.next();
    await shows(FOLLOWING);
    await hands.nextSession();
    await expect.poll(isOfSession).toBe(false);
    await hands.previousSession();
    await expect.poll(isOfSession).toBe(true);
    await view.cell(PICTURE).waitFor();

    await hands.goTo(PICTURE);
    await shows(PICTURE);
    await expect.poll(() => view.pictureWidth()).toBeGreaterThan(0);
    const fitted = await view.pictureWidth();
    await hands.zoomIn();
    await expect.poll(() => view.pictureWidth()).toBeGreaterThan(fitted * 1.1);

    await hands.goTo(FILM);
    await shows(FILM);
    const film = view.dialog.locator('.frame video');
    await view.dialog.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await hands.play();
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => !video.paused)).toBe(true);
    await hands.close();
    await closesTo(FILM);

    await hands.compare(COMPARED);
    await expect.poll(() => view.panes.count()).toBe(COMPARED.length);
    const panes = await view.panes.evaluateAll((all) => all.map((pane) => (pane as HTMLElement).dataset['id']));
    expect([...panes].sort()).toEqual([...COMPARED].sort());
    const actedOn = (await view.shownId()) ?? '';
    expect(COMPARED).toContain(actedOn);
    await hands.leaveComparison();
    // The tile of what was acted on, or the button of the bar, where that was pressed.
    await closesTo(way.isByKeys ? actedOn : 'button');
    await hands.clearSelection();
    await expect.poll(() => view.scope.getByRole('toolbar', { name: 'Selected' }).count()).toBe(0);

    const culled = SESSION.slice(2, 2 + CULLED);
    const verdicts = culled.map((_, at) => (at % 3 === 0 ? 'pick' : 'reject'));
    await hands.open(culled[0] ?? '');
    for (const [at, one] of culled.entries()) {
      await shows(one);
      await hands.judge(verdicts[at] ?? 'pick');
    }
    const last = SESSION[2 + CULLED] ?? '';
    await shows(last);
    await hands.close();
    await closesTo(last);
    await expect.poll(() => judged(view, culled)).toEqual(verdicts);
    expect(trouble).toEqual([]);
  });
});
