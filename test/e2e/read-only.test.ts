import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStudio } from '../../demo/read-only/studio-server.mjs';
import { startBrowser, watchTrouble } from './support/browser.js';

describe('the page over an existing product', () => {
  let browser: Browser;
  let studio: Awaited<ReturnType<typeof startStudio>>;

  beforeAll(async () => {
    [browser, studio] = await Promise.all([startBrowser(), startStudio()]);
  });
  afterAll(() => Promise.all([browser.close(), studio.stop()]));

  it('shows jobs as sessions and assets as iterations, and offers nothing that the product cannot do', async () => {
    const page = await browser.newPage();
    const trouble = watchTrouble(page);
    await page.goto(studio.url);
    await page.locator('imagination-sessions [part~=card]').nth(3).waitFor();
    expect(await page.locator('imagination-sessions [part~=card]').count()).toBe(4);

    await page.getByRole('button', { name: 'Iterations' }).click();
    const picture = page.locator('iteration-grid [part~=tile] img').first();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(await page.locator('imagination-composer').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Archived' }).count()).toBe(0);

    await page.getByRole('radio', { name: 'Videos' }).click();
    await page.locator('iteration-grid [part~=empty]').waitFor();
    expect(trouble).toEqual([]);
  });
});
