import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, root, startBrowser } from '../e2e/support/browser.js';
import { serveFolder, type StaticServer } from '../e2e/support/static-server.js';
import { installCounters, type LiveCounts } from './counters.js';

const CYCLES = 1000;
const WARM_UP = 50;
/** Nodes, listeners and bytes of heap that so many cycles may leave behind. */
const ALLOWED = { nodes: 10, listeners: 2, bytesPerCycle: 200 };

interface Measure {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
  readonly live: LiveCounts;
}

/** What the page needs of the single file. */
interface Imaginations {
  createMemoryAdapter(seed: object): {
    upload(file: File, task: object, write: object): Promise<{ source: { url: string; mime: string } }>;
  };
}

/** Puts a page together in which `window.cycle(open)` mounts the whole app once and removes it. */
async function prepare(page: Page, url: string): Promise<void> {
  await page.addInitScript(installCounters);
  await page.goto(url);
  await page.evaluate(async () => {
    const { createMemoryAdapter } = (window as unknown as { imaginations: Imaginations }).imaginations;
    const canvas = new OffscreenCanvas(64, 48);
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('No canvas');
    brush.fillStyle = 'teal';
    brush.fillRect(0, 0, 64, 48);
    const picture = await canvas.convertToBlob();
    const { signal } = new AbortController();
    const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    // A private address: each cycle has to open it, and to close it again.
    const seedOf = (source: object | undefined): object => ({
      sessions: [{ id: 's', createdAt: at(0), brief: { prompt: 'A teal brief' } }],
      iterations: source
        ? Array.from({ length: 40 }, (_, n) => ({
            id: `i${String(n)}`,
            sessionId: 's',
            createdAt: at(n),
            kind: 'image',
            status: 'succeeded',
            prompt: `Picture ${String(n)}`,
            media: { ...source, width: 64, height: 48 },
          }))
        : [],
    });
    const store = createMemoryAdapter(seedOf(undefined));
    const file = new File([picture], 'teal.png', { type: 'image/png' });
    const { source } = await store.upload(file, {}, { signal, idempotencyKey: 'one' });
    const seeded = createMemoryAdapter(seedOf(source));
    const adapter = { ...seeded, openMedia: (store as unknown as { openMedia: unknown }).openMedia };
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const cycle = async (open: boolean): Promise<void> => {
      const app = document.createElement('imaginations-app') as HTMLElement & {
        adapter: object;
        navigation: object;
        updateComplete: Promise<boolean>;
      };
      app.adapter = adapter;
      app.navigation = { view: 'iterations', iterationId: open ? 'i3' : null };
      document.body.append(app);
      await app.updateComplete;
      await frame();
      await frame();
      app.remove();
    };
    Object.assign(window, { cycle });
  });
}

const cycles = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const { cycle } = window as unknown as { cycle(open: boolean): Promise<void> };
    for (let n = 0; n < wanted; n++) await cycle(n % 10 === 0);
  }, count);

/** Lets what is allowed to linger end, collects garbage, and counts. */
async function measure(page: Page, cdp: CDPSession): Promise<Measure> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 2500);
      }),
  );
  for (let n = 0; n < 3; n++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const live = await page.evaluate(() => (window as unknown as { liveCounts(): LiveCounts }).liveCounts());
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize'), live };
}

describe('mounting and unmounting the whole app', () => {
  let browser: Browser;
  let server: StaticServer;

  beforeAll(async () => {
    server = await serveFolder(root);
    browser = await startBrowser(['--js-flags=--expose-gc']);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it(`leaves nothing behind after ${String(CYCLES)} times`, async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await prepare(page, `${server.url}test/leak/page.html`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await cycles(page, WARM_UP);
    const before = await measure(page, cdp);
    await cycles(page, CYCLES);
    const after = await measure(page, cdp);
    expect(after.live).toEqual(before.live);
    expect(after.live.objectUrls).toBe(0);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(ALLOWED.nodes);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(ALLOWED.listeners);
    expect((after.heap - before.heap) / CYCLES).toBeLessThanOrEqual(ALLOWED.bytesPerCycle);
    await context.close();
  }, 300_000);
});
