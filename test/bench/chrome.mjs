// Chromium for measuring: what the main thread did, by its own clock, and what is left in its memory.
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/npm.mjs';

const VIEWPORT = { width: 1280, height: 800 };

/** Machine code that is made of what runs often lies on the heap too, and grows for thousands of turns: without it, what is left is kept. */
export const WITHOUT_MACHINE_CODE = '--js-flags=--no-opt --no-maglev --no-sparkplug';

/** @param {...string} args of the browser's command line, beside the usual. */
export async function launch(...args) {
  const chrome = await findBrowser({ root });
  if (!chrome) throw new Error('No Chrome, Chromium or Edge found: `npm test` gets one, or set CHROME_PATH.');
  return puppeteer.launch({
    executablePath: chrome.executablePath,
    env: { ...process.env, ...chrome.env },
    headless: chrome.headless,
    args: [...chromiumArgs, '--disable-gpu', '--enable-precise-memory-info', ...args],
    // Slow, and not stuck: other work may run on the same machine.
    protocolTimeout: 300_000,
    defaultViewport: VIEWPORT,
  });
}

/** A page with a profile and a process of its own. */
export class Tab {
  #context;
  #page;
  #session;
  /** What went wrong in it. */
  errors = [];

  static async open(browser, url) {
    const tab = new Tab();
    tab.#context = await browser.createBrowserContext();
    tab.#page = await tab.#context.newPage();
    tab.#page.on('pageerror', (error) => tab.errors.push(String(error).slice(0, 200)));
    tab.#session = await tab.#page.createCDPSession();
    // The thread's own time: what else the machine does is not in it.
    await tab.#session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.#page.goto(url);
    await tab.#page.waitForFunction('globalThis.bench !== undefined');
    return tab;
  }

  /** Calls a function of the page's `bench`. */
  call(name, ...args) {
    return this.#page.evaluate((method, given) => globalThis.bench[method](...given), name, args);
  }

  /** Presses a key, as a person does. */
  press(key) {
    return this.#page.keyboard.press(key);
  }

  /** Time the main thread has worked, in ms. */
  async cpu() {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  }

  /** Bytes of objects and of the buffers behind arrays that cannot be freed. */
  async heap() {
    for (let turn = 0; turn < 3; turn++) await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await this.#session.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  }

  /** What the functions cost while something runs, the most costly first, in ms of the thread's samples. */
  async profile(run) {
    await this.#session.send('Profiler.enable');
    await this.#session.send('Profiler.setSamplingInterval', { interval: 200 });
    await this.#session.send('Profiler.start');
    await run();
    const { profile } = await this.#session.send('Profiler.stop');
    return profile;
  }

  /** The tasks of the page's thread while something runs, in ms of its own time: what else the machine does is not in it. */
  async tasks(run) {
    const events = [];
    const take = ({ value }) => {
      // A hundred thousand short ones are of no interest.
      for (const event of value) if (event.name === 'thread_name' || event.tdur > 5000) events.push(event);
    };
    this.#session.on('Tracing.dataCollected', take);
    await this.#session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } });
    await run();
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
    await this.#session.send('Tracing.end');
    await complete;
    this.#session.off('Tracing.dataCollected', take);
    const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
    const main = new Set(
      events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
    );
    return events.filter((event) => event.tdur > 0 && main.has(threadOf(event))).map(({ tdur }) => tdur / 1000);
  }

  close() {
    return this.#context.close();
  }
}
