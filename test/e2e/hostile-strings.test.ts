import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, startBrowser } from './support/browser.js';
import {
  HOST_SCRIPT,
  showHostile,
  takeDeeds,
  watchDeeds,
  type HostileResult,
  type Shown,
} from './support/hostile-page.js';

const FILE = path.join(root, '../shared/data/hostile/naughty-strings.json');
const strings = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly string[]) : [];
/** As many sessions as a page of the list and a tall window hold at once. */
const AT_ONCE = 86;

/** What the host's page itself asks for. */
const OWN = /^data:|^http:\/\/127\.0\.0\.1:\d+\/(?:imaginations\.js|host\.js)?$/;

/** Lets everything happen, and reports it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A build in which the name of a session card is taken for markup. */
async function withHole(): Promise<string> {
  const hole: Plugin = {
    name: 'hole',
    setup: (plugins) => {
      plugins.onLoad({ filter: /session-card\.ts$/ }, ({ path: file }) => {
        const safe = readFileSync(file, 'utf8');
        const holed = safe.replace('dir="auto">${name}<', 'dir="auto">${unsafeHTML(name)}<');
        if (holed === safe) throw new Error('The name of a card is no longer bound where this test looks for it');
        return {
          contents: `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\n${holed}`,
          loader: 'ts',
        };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src/cdn.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    // What registers elements counts as unused otherwise: the list in package.json names published files only.
    ignoreAnnotations: true,
    logLevel: 'silent',
    plugins: [hole],
  });
  return outputFiles[0]?.text ?? '';
}

/** Characters that keep directions apart; put around inserted texts, never into them. */
const withoutIsolates = (text: string): string => text.replace(/^\u2068|\u2069$/g, '');
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Newlines are the one thing a text field makes its own. */
const inField = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Whether a text came out as it is, on one line; where it was shortened, its beginning did. */
function isKept(text: string, shown: string): boolean {
  if (shown === flat(text)) return true;
  const start = shown.endsWith('…') ? shown.slice(0, -1) : undefined;
  return start !== undefined && flat(text).length > 40 && flat(text).startsWith(start);
}

/** Whether a text stands in a sentence of ours as it is, or shortened. */
function isWithin(text: string, before: string, shown: string, after: string): boolean {
  if (!shown.startsWith(before) || !shown.endsWith(after)) return false;
  return isKept(text, withoutIsolates(shown.slice(before.length, shown.length - after.length)));
}

type Check = (text: string, shown: string) => boolean;

const UNTITLED = 'Untitled session';
const named: Check = (text, shown) => isKept(text, shown) || (flat(text) === '' && shown === UNTITLED);
/** Where there is little room, the first sentence stands for all of it. */
const sentence: Check = (text, shown) =>
  isKept(text, shown) || (/[.!?…。！？]$/u.test(shown) && flat(text).startsWith(shown));
const exact: Check = (text, shown) => shown === text;
const between =
  (before: string, after = ''): Check =>
  (text, shown) =>
    isWithin(text, before, shown, after) || (flat(text) === '' && !shown.includes('undefined'));

const REFUSED = ' is not a type of file that can be used here. It was not added.';
const CHECKS: Readonly<Record<string, Check>> = {
  'card name': named,
  'card menu': (text, shown) => named(text, withoutIsolates(shown.replace(/^Actions for /, ''))),
  'card preview': (text, shown) => between('Image: ')(text, shown) || between('Image: ', ', Failed')(text, shown),
  'tile name': between('Image: '),
  'tile prompt': isKept,
  'failed tile name': between('Image: ', ', Failed'),
  'tile reason': sentence,
  'session title': named,
  'session label': named,
  'session prompt': exact,
  'session reference': isKept,
  'panel text': exact,
  'panel reference': isKept,
  'panel reference title': (text, shown) => isKept(text, withoutIsolates(shown.replace(/^Look at /, ''))),
  'panel key': (text, shown) => isKept(`key ${text}`, shown),
  'panel value': isKept,
  'lightbox picture': (text, shown) =>
    named(text, shown) || shown.includes(flat(text)) || between('Image: ')(text, shown),
  'lightbox reason': exact,
  'composer prompt': (text, shown) => inField(text) === shown,
  'composer aim': between('Remix of “', '”'),
  'composer failure': (text, shown) => flat(shown).startsWith(flat(text)),
  'composer reference': isKept,
  'composer remove': between('Remove '),
  'composer reason': exact,
  'composer refusal': between('', REFUSED),
  toast: (text, shown) => between('Archived “', '” and its iterations')(text, shown),
  'failure toast': exact,
};

/** Where nothing is shown for a text without a visible character, or our own words are. */
const mayBeAbsent = (text: string): boolean => flat(text) === '';

const isRight = ({ index, place, text }: Shown, all: readonly string[]): boolean => {
  const wanted = all[index] ?? '';
  const check = CHECKS[place];
  if (!check) throw new Error(`Nothing says what is right for "${place}"`);
  if (mayBeAbsent(wanted)) return true;
  return text !== null && check(wanted, text);
};

describe.skipIf(strings.length === 0)('strings that are known to make trouble', () => {
  let server: Server;
  let browser: Browser;
  let script = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/imaginations.js') {
        response.setHeader('content-type', 'text/javascript').end(script);
      } else if (request.url === '/host.js') {
        response.setHeader('content-type', 'text/javascript').end(HOST_SCRIPT);
      } else if (request.url === '/') {
        response
          .setHeader('content-security-policy-report-only', POLICY)
          .setHeader('content-type', 'text/html; charset=utf-8')
          .end(
            '<!doctype html><html lang="en"><title>Host</title><script type="module" src="/host.js"></script></html>',
          );
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** Shows some strings on a page of their own; what the browser notices counts as a deed too. */
  async function show(some: readonly string[], isWhole: boolean): Promise<HostileResult> {
    const { port } = server.address() as AddressInfo;
    const home = `http://127.0.0.1:${port}/`;
    const context = await browser.newContext({ viewport: { width: 1600, height: 6000 } });
    const deeds: string[] = [];
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (OWN.test(url)) return route.continue();
      if (!url.endsWith('/favicon.ico')) deeds.push(`request ${url}`);
      return route.abort();
    });
    const page = await context.newPage();
    const pending = new Set<Request>();
    page.on('request', (request) => pending.add(request));
    page.on('requestfailed', (request) => pending.delete(request));
    page.on('requestfinished', (request) => pending.delete(request));
    page.on('dialog', (dialog) => {
      deeds.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) deeds.push(`console ${message.text()}`);
    });
    page.on('popup', (popup) => deeds.push(`window ${popup.url()}`));
    page.on('download', (file) => deeds.push(`download ${file.url()}`));
    await page.addInitScript(watchDeeds);
    await page.goto(home);
    page.on('framenavigated', (frame) => deeds.push(`navigation ${frame.url()}`));
    try {
      const result = await page.evaluate(showHostile, { strings: some, isWhole });
      // What came out of a text as a picture acts once that has not loaded.
      await expect.poll(() => pending.size).toBe(0);
      return { shown: result.shown, deeds: [...deeds, ...result.deeds, ...(await page.evaluate(takeDeeds))] };
    } catch (error) {
      return { shown: [], deeds: [...deeds, `broken ${String(error)}`] };
    } finally {
      await context.close();
    }
  }

  /** Shows all strings, several hundred sessions in a few pages. */
  async function showAll(isWhole: boolean): Promise<{ readonly wrong: readonly string[]; deeds: readonly string[] }> {
    const wrong: string[] = [];
    const deeds: string[] = [];
    for (let start = 0; start < strings.length; start += AT_ONCE) {
      const some = strings.slice(start, start + AT_ONCE);
      const result = await show(some, isWhole);
      deeds.push(...result.deeds);
      for (const one of result.shown) {
        if (isRight(one, some)) continue;
        wrong.push(`${one.place}: ${JSON.stringify(some[one.index])} became ${JSON.stringify(one.text)}`);
      }
      const places = new Set(result.shown.map(({ place }) => place));
      if (isWhole) expect(result.deeds).toEqual([]);
      if (isWhole) expect([...places].sort()).toEqual(Object.keys(CHECKS).sort());
    }
    return { wrong, deeds };
  }

  it('come out as the same text at every place, and do nothing', async () => {
    script = readFileSync(path.join(root, 'cdn/imaginations.js'), 'utf8');
    const { wrong, deeds } = await showAll(true);
    expect(deeds).toEqual([]);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('would be noticed: in a build with one hole they run', async () => {
    script = await withHole();
    const { wrong, deeds } = await showAll(false);
    expect(deeds.length).toBeGreaterThan(20);
    expect(deeds.filter((deed) => deed.startsWith('alert')).length).toBeGreaterThan(0);
    expect(wrong.length).toBeGreaterThan(20);
  }, 60_000);
});
