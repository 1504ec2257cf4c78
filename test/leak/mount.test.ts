import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, root, startBrowser } from '../e2e/support/browser.js';
import { serveFolder, type StaticServer } from '../e2e/support/static-server.js';
import type { LiveCounts } from './counters.js';
import { cycles, prepare, type Scene } from './cycles.js';

const WARM_UP = 50;
/**
 * Nodes, listeners and bytes of heap that so many cycles may leave behind. Some nodes are no leak: what a state that is rarely
 * drawn is copied from is made once, and a slow machine may draw one for the first time after the warm-up. What each cycle
 * leaves is at least 100.
 */
const ALLOWED = { nodes: 60, listeners: 2, bytesPerCycle: 200 };

interface Measure {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
  readonly live: LiveCounts;
}

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

describe('mounting and unmounting', () => {
  let browser: Browser;
  let server: StaticServer;

  beforeAll(async () => {
    server = await serveFolder(root);
    // Machine code that V8 makes of what runs often is on the heap too, and is no leak: it would hide a small one.
    browser = await startBrowser(['--js-flags=--no-opt --no-maglev --no-sparkplug']);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** What there is after the warm-up, and after so many cycles more. */
  async function growth(scene: Scene, count: number): Promise<{ readonly before: Measure; readonly after: Measure }> {
    const context = await newContext(browser);
    const page = await context.newPage();
    await prepare(page, `${server.url}test/leak/page.html`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await cycles(page, scene, WARM_UP);
    const before = await measure(page, cdp);
    await cycles(page, scene, count);
    const after = await measure(page, cdp);
    await context.close();
    return { before, after };
  }

  async function expectNothingLeft(scene: Scene, count: number): Promise<void> {
    const { before, after } = await growth(scene, count);
    expect(after.live).toEqual(before.live);
    expect(after.live.objectUrls).toBe(0);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(ALLOWED.nodes);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(ALLOWED.listeners);
    expect((after.heap - before.heap) / count).toBeLessThanOrEqual(ALLOWED.bytesPerCycle);
  }

  it('of the whole app leaves nothing behind after 1000 times', () => expectNothingLeft('app', 1000), 300_000);

  it(
    'of the parts in a provider leaves nothing behind after 100 times',
    () => expectNothingLeft('parts', 100),
    180_000,
  );

  it('of an element that forgets a listener and an object URL is caught', async () => {
    const { before, after } = await growth('forgetful', 50);
    expect(after.live.listeners - before.live.listeners).toBe(50);
    expect(after.live.objectUrls - before.live.objectUrls).toBe(50);
    expect(after.listeners - before.listeners).toBe(50);
    expect(after.nodes - before.nodes).toBe(50);
    expect((after.heap - before.heap) / 50).toBeGreaterThan(ALLOWED.bytesPerCycle);
  });
});
