import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sidecar } from '../../src/elements/download/sidecar.js';
import { newContext, startBrowser, watchTrouble } from './support/browser.js';
import { sourceFiles, startDownloads, type Answer, type SourceFile } from './support/download-page.js';

const COUNT = 500;
const files = sourceFiles(COUNT);
const known = new Map(files.map((file) => [file.id, file]));

/** Says of a zip what another program than ours says; where there is one. */
function tested(zip: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'imaginations-zip-'));
  try {
    writeFileSync(path.join(folder, 'all.zip'), zip);
    return execFileSync('unzip', ['-tqq', path.join(folder, 'all.zip')], { encoding: 'utf8' });
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return '';
    throw thrown;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function opened(zip: Buffer): { readonly entries: Record<string, Uint8Array>; readonly sidecar: Sidecar } {
  const entries = unzipSync(zip);
  const sidecar = JSON.parse(Buffer.from(entries['imaginations.json'] ?? []).toString('utf8')) as Sidecar;
  return { entries, sidecar };
}

/** Ids of the files of a zip that are not what the server has, byte for byte. */
const changed = ({ entries, sidecar }: ReturnType<typeof opened>): string[] =>
  sidecar.files
    .filter(({ file, iteration }) => !known.get(iteration)?.bytes.equals(entries[file] ?? Buffer.from('none')))
    .map(({ iteration }) => iteration);

const isSafe = (name: string): boolean =>
  !/[\p{Cc}\p{Zl}\p{Zp}"*/:<>?\\|\u202a-\u202e\u2066-\u2069]|^[\s.]|[\s.]$|^(?:con|nul)\./iu.test(name) &&
  Buffer.byteLength(name) <= 255 &&
  !/\p{Cs}/u.test(name);

describe('downloading many files', () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: Awaited<ReturnType<typeof startDownloads>>;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  async function show(answer: (file: SourceFile) => Answer, hasPicker = false): Promise<Page> {
    server = await startDownloads(files, answer);
    context = await newContext(browser);
    const page = await context.newPage();
    // A file of the page's own stands for what a person would choose.
    await page.addInitScript((picks) => {
      const pick = async ({ suggestedName }: { suggestedName: string }): Promise<unknown> =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      Object.assign(window, { showSaveFilePicker: picks ? pick : undefined });
    }, hasPicker);
    await page.goto(server.url);
    return page;
  }

  async function selectAll(page: Page): Promise<void> {
    await page.locator('iteration-grid [part~=tile]').first().focus();
    await page.keyboard.press('Control+a');
    await page.locator('[data-batch=download]').waitFor();
  }

  async function zipOf(page: Page): Promise<Buffer> {
    const coming = page.waitForEvent('download');
    await page.locator('[data-batch=download]').click();
    return readFileSync(await (await coming).path());
  }

  it('makes a whole zip of 500 images, sounds and films, and reads three at once', async () => {
    const page = await show(() => 'always');
    const trouble = watchTrouble(page);
    await selectAll(page);
    const zip = await zipOf(page);
    expect(tested(zip)).toBe('');
    const all = opened(zip);
    expect(changed(all)).toEqual([]);
    expect(all.sidecar.files.map(({ iteration }) => iteration)).toEqual(files.map(({ id }) => id));
    expect(Object.keys(all.entries).filter((name) => !isSafe(name))).toEqual([]);
    expect(new Set(Object.keys(all.entries).map((name) => name.toLowerCase())).size).toBe(COUNT + 1);
    expect(all.sidecar.files[9]).toMatchObject({
      iteration: 'i009',
      session: { id: 's9' },
      prompt: 'Prompt 9',
      seed: '9',
      model: 'painter-1',
      params: { steps: 9 },
      parents: [{ iterationId: 'i000', role: 'remix' }],
    });
    await page.getByText('500 files downloaded').waitFor();
    expect(trouble.filter((one) => !one.includes('decod'))).toEqual([]);
  });

  it('writes it to the disk as it is made, where the browser can', async () => {
    const page = await show(() => 'always', true);
    await selectAll(page);
    await page.locator('[data-batch=download]').click();
    await page.getByText('500 files downloaded').waitFor();
    const base64 = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
        const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 0x8000)
          text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
        return btoa(text);
      }
      return '';
    });
    const zip = Buffer.from(base64, 'base64');
    expect(tested(zip)).toBe('');
    expect(changed(opened(zip))).toEqual([]);
  });

  it('names the three that failed, keeps the rest whole, and tries those again', async () => {
    const broken = new Set(['i003', 'i250', 'i499']);
    const page = await show(({ id }) => (broken.has(id) ? 'never' : 'always'));
    await selectAll(page);
    const all = opened(await zipOf(page));
    expect(changed(all)).toEqual([]);
    expect(all.sidecar.files.length).toBe(COUNT - 3);
    expect(all.sidecar.failed.map(({ iteration, reason }) => [iteration, reason])).toEqual(
      [...broken].map((id) => [id, 'unavailable']),
    );
    await page.getByText('3 of 500 could not be downloaded').waitFor();
    broken.clear();
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Retry failed' }).click();
    const rest = opened(readFileSync(await (await again).path()));
    expect(rest.sidecar.files.map(({ iteration }) => iteration)).toEqual(['i003', 'i250', 'i499']);
    expect(changed(rest)).toEqual([]);
  });

  it('asks once for a fresh address where one has run out', async () => {
    const old = new Set(['i004', 'i005', 'i123']);
    const page = await show(({ id }) => (old.has(id) ? 'fresh' : 'always'));
    await selectAll(page);
    const all = opened(await zipOf(page));
    expect(all.sidecar.failed).toEqual([]);
    expect(changed(all)).toEqual([]);
    expect(server.asked.filter((url) => url === '/file/i123?fresh').length).toBe(1);
  });

  it('ends in the middle when a person cancels, and saves nothing', async () => {
    const page = await show(() => 'always');
    let saved = 0;
    page.on('download', () => (saved += 1));
    await selectAll(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void server.hold(held);
    await page.locator('[data-batch=download]').click();
    await page.getByRole('progressbar', { name: 'Download' }).waitFor();
    await expect.poll(() => server.asked.length).toBe(3);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Download canceled').waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iteration-grid');
    release();
    expect(server.asked.length, 'nothing more is read').toBe(3);
    expect(saved).toBe(0);
  });
});
