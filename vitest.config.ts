import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumArgs, findBrowser } from './scripts/browser.mjs';
import { CountReporter } from './scripts/vitest-reporter.mjs';

const chrome = await findBrowser({ root: import.meta.dirname });

/** Every story, with axe, in one colour scheme. */
const stories = (theme: 'light' | 'dark'): TestProjectInlineConfiguration => ({
  // Pre-bundled, Lit would be on the page twice.
  optimizeDeps: {
    exclude: [
      'lit',
      'lit-html',
      'lit-element',
      '@lit/reactive-element',
      '@lit/context',
      '@storybook/web-components',
      '@storybook/web-components-vite',
    ],
  },
  plugins: [storybookTest({ configDir: '.storybook', initialGlobals: { theme } })],
  test: {
    name: `stories-${theme}`,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(chrome && { executablePath: chrome.executablePath, env: { ...process.env, ...chrome.env } }),
          args: chromiumArgs,
        },
        contextOptions: { colorScheme: theme },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

/** In Node.js; the end-to-end tests start their own browser. */
const inNode = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: { name, testTimeout: 60_000, hookTimeout: 60_000, ...test },
});

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default', new CountReporter()],
    projects: [
      stories('light'),
      stories('dark'),
      inNode('rules', { include: ['test/package/rules/*.test.ts'] }),
      inNode('package', { include: ['test/package/*.test.ts'], globalSetup: 'scripts/build-once.mjs' }),
      // One browser at a time: they share the processors with everything else.
      inNode('e2e', {
        include: ['test/{e2e,leak}/**/*.test.ts'],
        globalSetup: 'scripts/build-once.mjs',
        fileParallelism: false,
      }),
    ],
  },
});
