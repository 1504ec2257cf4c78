import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../../scripts/browser.mjs';

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** Starts the browser that the other tests use too. */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const found = await findBrowser({ root });
  if (!found) throw new Error('No browser: run `npm test`, which gets one.');
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...found.env }).filter((one): one is [string, string] => one[1] !== undefined),
  );
  return chromium.launch({ executablePath: found.executablePath, env, args: [...chromiumArgs, ...args] });
}

/** Collects everything a page should never say: console errors and warnings, uncaught errors, CSP reports. */
export function watchTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`uncaught: ${error.message}`));
  return trouble;
}

/** A fresh profile, as a person's own. */
export const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
