import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { newContext, root, startBrowser } from './browser.js';
import { serveFolder, type StaticServer } from './static-server.js';

/** The built demo on a server. */
export interface DemoSite {
  readonly url: string;
  /** Of the test that runs. */
  readonly context: BrowserContext;
}

/** Serves the demo to the tests of a file, in one browser, with a fresh profile for each test. */
export function demoSite(): DemoSite {
  let browser: Browser;
  let server: StaticServer;
  let context: BrowserContext;

  beforeAll(async () => {
    server = await serveFolder(path.join(root, 'demo/dist'));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(async () => {
    context = await newContext(browser);
  });

  afterEach(async () => {
    await context.close();
  });

  return {
    get url() {
      return server.url;
    },
    get context() {
      return context;
    },
  };
}
