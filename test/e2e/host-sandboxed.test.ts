import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, root, startBrowser, watchTrouble } from './support/browser.js';

const SCRIPT = `
  import { createIndexedDbAdapter } from '/imaginations.js';
  const app = document.querySelector('imaginations-app');
  const generator = { kinds: ['image'], make: () => Promise.reject(new Error('Not reached')) };
  app.adapter = createIndexedDbAdapter({ name: 'sandboxed', generator });
`;
const PAGES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': [
    'text/html',
    '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="900" height="600" src="/frame"></iframe></html>',
  ],
  '/frame': [
    'text/html',
    '<!doctype html><html lang="en"><title>Frame</title><imaginations-app></imaginations-app><script type="module" src="/frame.js"></script></html>',
  ],
  '/frame.js': ['text/javascript', SCRIPT],
};

describe('in a sandboxed frame, where every kind of storage throws', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = createServer((request, response) => {
      // Nothing is of the same origin for such a frame.
      response.setHeader('access-control-allow-origin', '*');
      const [type, body] = PAGES[request.url ?? ''] ?? [];
      if (type && body) response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
      else if (request.url === '/imaginations.js') {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(path.join(root, 'cdn/imaginations.js')));
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('says that nothing can be kept, in every view, and keeps what is being written', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const trouble = watchTrouble(page);
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const frame = page.frameLocator('iframe');
    await frame.locator('imagination-sessions [part~=error]').waitFor();
    await frame.getByRole('textbox', { name: 'Brief' }).fill('A brief that must not be lost');
    await frame.getByRole('button', { name: 'Imagine', exact: true }).click();
    await frame.locator('imagination-composer .note').filter({ hasText: 'still here' }).waitFor();
    expect(await frame.getByRole('textbox', { name: 'Brief' }).inputValue()).toBe('A brief that must not be lost');
    await frame.getByRole('button', { name: 'Iterations', exact: true }).click();
    await frame.locator('iteration-grid [part~=error]').waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});
