import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findBrowser } from '../../scripts/browser.mjs';
import { root } from './manifest.js';

/** A host's own component on the host's own Lit. */
const HOST = `
  import { html, LitElement } from 'lit';
  customElements.define('host-card', class extends LitElement { render() { return html\`<b>host</b>\`; } });
`;

const OURS = '<script type="module" src="/imaginations.js"></script>';
const OURS_AGAIN = '<script type="module" src="/imaginations.js?again"></script>';
const THEIRS = '<script type="module" src="/host.js"></script>';

let server: Server;
let browser: Browser;

/** Opens a page under a policy and tells what became of it, once all its modules have run. */
async function open(trustedTypes: string, ...scripts: readonly string[]) {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => {
      (globalThis as { reports?: string[] }).reports = [...reports(), `${effectiveDirective} ${sample}`];
    });
    function reports() {
      return (globalThis as { reports?: string[] }).reports ?? [];
    }
  });
  const query = new URLSearchParams({ trustedTypes, body: scripts.join('') });
  await page.goto(`http://127.0.0.1:${port}/page?${query}`, { waitUntil: 'load' });
  const found = await page.evaluate(async () => {
    const drawn = async (tag: string) => {
      const element = document.createElement(tag) as HTMLElement & { updateComplete?: Promise<unknown> };
      document.body.append(element);
      await element.updateComplete;
      return (element.shadowRoot?.childElementCount ?? 0) > 0;
    };
    return {
      registered: customElements.get('iteration-lightbox') !== undefined,
      ours: await drawn('iteration-grid').catch(() => false),
      host: await drawn('host-card').catch(() => false),
      reports: (globalThis as { reports?: string[] }).reports ?? [],
    };
  });
  await page.close();
  return { ...found, errors };
}

beforeAll(async () => {
  const host = await build({
    stdin: { contents: HOST, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const scripts: Readonly<Record<string, string>> = {
    '/host.js': host.outputFiles[0]!.text,
    '/imaginations.js': readFileSync(path.join(root, 'cdn/imaginations.js'), 'utf8'),
  };
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts[pathname];
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else {
      response
        .setHeader(
          'content-security-policy',
          `require-trusted-types-for 'script'; trusted-types ${searchParams.get('trustedTypes') ?? "'none'"}`,
        )
        .setHeader('content-type', 'text/html')
        .end(
          `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${searchParams.get('body') ?? ''}`,
        );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = await findBrowser({ root });
  browser = await chromium.launch({
    ...(found && { executablePath: found.executablePath, env: { ...process.env, ...found.env } }),
    args: chromiumArgs,
  });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe('the single-file build in a page that enforces Trusted Types', () => {
  it.each([
    ['before', [OURS, THEIRS]],
    ['after', [THEIRS, OURS]],
  ])("lives with the host's own Lit, loaded %s it", async (_order, scripts) => {
    expect(await open('lit-html imaginations', ...scripts)).toEqual({
      registered: true,
      ours: true,
      host: true,
      reports: [],
      errors: [],
    });
  });

  it('loaded twice throws nothing and goes on working', async () => {
    // The browser reports the second policy of the same name; nobody trips over it.
    expect(await open('lit-html imaginations', OURS, OURS_AGAIN, THEIRS)).toMatchObject({
      registered: true,
      ours: true,
      host: true,
      errors: [],
    });
  });

  it('throws nothing at import where its policy is refused, and leaves the host alone', async () => {
    const { registered, host, reports } = await open('lit-html', OURS, THEIRS);
    expect({ registered, host }).toEqual({ registered: true, host: true });
    expect(reports[0]).toMatch(/^trusted-types imaginations/);
  });
});
