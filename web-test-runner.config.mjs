import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, findBrowser } from './scripts/browser.mjs';
import { countReporter } from './scripts/wtr-reporter.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';
import { wheelCommand } from './scripts/wheel-command.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const engines = (process.env.BROWSERS ?? 'chromium').split(',').map((name) => name.trim());
const chrome = await findBrowser({ root });
/** Device pixels to a CSS pixel: `DPR=2 wtr`. */
const scale = process.env.DPR ?? '1';

/**
 * What the gate leaves to Chromium, to have time for the rest: what uses nothing but the language, what a backend does wrong,
 * what another file shows in every engine by a smaller number or another layout, and what is shown there at DPR 2.
 */
const withoutEngine = process.env.ENGINE_TESTS
  ? [
      '!test/unit/{store,data,model,i18n,testing,layouts/geometry}/**',
      '!test/adapters/{synthetic*,broken-adapters,memory,equivalence,new-session,sorted-rows,segment-index}.test.ts',
      '!test/adapters/indexeddb-flow.test.ts',
      '!test/scenarios/faults-*.test.ts',
      '!test/elements/iteration-grid/{rows-let-go,bad-index,tall}.test.ts',
      '!test/elements/iteration-grid/million-wheel/{squares,list}.test.ts',
    ]
  : [];

const launchers = {
  chromium: () =>
    chromeLauncher({
      // A window for each page: in the background tabs of one window, keys and mouse never arrive. And a profile for each:
      // files that run at the same time would find one another's drafts and databases.
      createPage: async ({ browser }) => {
        const page = await (await browser.createBrowserContext()).newPage({ type: 'window' });
        const setViewport = page.setViewport.bind(page);
        page.setViewport = (size) => setViewport({ deviceScaleFactor: Number(scale), ...size });
        // The page is used for one file after the other. Full, after 25 of them, its history would lose the newest entries
        // that no person has caused, and going back would lead out of the tests.
        const session = await page.createCDPSession();
        const goto = page.goto.bind(page);
        page.goto = async (url) => {
          const response = await goto(url);
          if (url === 'about:blank') await session.send('Page.resetNavigationHistory');
          return response;
        };
        return page;
      },
      launchOptions: {
        executablePath: chrome?.executablePath,
        env: { ...process.env, ...chrome?.env },
        headless: chrome?.headless ?? true,
        args: chromiumArgs,
      },
    }),
  // Stock Firefox over WebDriver BiDi: no geckodriver, no X server.
  firefox: () => {
    const launcher = chromeLauncher({
      puppeteer,
      concurrency: 1,
      createPage: async ({ context }) => {
        const page = await context.newPage();
        const setViewport = page.setViewport.bind(page);
        // Before 144 it has no orientation to set, and says so; the size it sets all the same.
        page.setViewport = (size) =>
          setViewport(size).catch((error) => {
            if (!/unknown command emulation\.setScreenOrientationOverride/.test(error.message)) throw error;
          });
        return page;
      },
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        extraPrefsFirefox: {
          'media.autoplay.default': 0,
          'datareporting.policy.dataSubmissionEnabled': false,
          'layout.css.devPixelsPerPx': scale,
        },
      },
    });
    // A new page for each file: one that goes with the focus in a frame leaves its page without any, for good.
    const stopSession = launcher.stopSession.bind(launcher);
    launcher.stopSession = async (id) => {
      const page = launcher.getPage(id);
      const result = await stopSession(id);
      launcher.inactivePages = [];
      await page.close();
      return result;
    };
    return launcher;
  },
  webkit: () => webkitLauncher({ scale }),
};

/** Serves the folder of test material that may lie beside this repository at /shared/; 404 when it is absent. */
const sharedMaterial = {
  name: 'shared-material',
  async serve({ path: url }) {
    if (!url.startsWith('/shared/')) return undefined;
    const base = path.resolve(root, '../shared');
    const file = path.join(base, decodeURIComponent(url.slice('/shared/'.length)));
    if (!file.startsWith(base + path.sep) || !existsSync(file)) return undefined;
    return { body: await readFile(file), type: path.extname(file) };
  },
};

const browsers = engines.map((name) => {
  if (!(name in launchers)) throw new Error(`BROWSERS knows ${Object.keys(launchers).join(', ')}; not "${name}".`);
  return launchers[name]();
});

export default {
  files: ['test/**/*.test.ts', '!test/{package,e2e,leak,size,bench}/**', ...withoutEngine],
  nodeResolve: { exportConditions: ['development'] },
  rootDir: root,
  concurrency: 2,
  browsers,
  plugins: [
    sharedMaterial,
    wheelCommand(),
    esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' }),
  ],
  // Before mocha's own listener: a ResizeObserver that could not deliver all in one frame is no error.
  testRunnerHtml: (testFramework) => `<!doctype html><html lang="en" data-dpr="${scale}"><body>
    <script>
      const quiet = (e) => { if (/ResizeObserver loop/.test(e.message)) { e.stopImmediatePropagation(); e.preventDefault(); } };
      addEventListener('error', quiet);
    </script>
    <script type="module" src="${testFramework}"></script></body></html>`,
  reporters: [defaultReporter(), countReporter(), ...browsers.flatMap(({ reporter }) => reporter ?? [])],
  // Generous: a slow machine must not fail what is right.
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 300_000,
  coverageConfig: { include: ['src/**/*.ts'], report: true, reporters: ['text-summary', 'lcov'] },
  // Lit says once a page that it is in dev mode.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
