import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, findBrowser } from './scripts/browser.mjs';
import { CountReporter } from './scripts/vitest-reporter.mjs';

const chrome = await findBrowser({ root: import.meta.dirname });

/** Every story, with axe, in one colour scheme. */
const stories = (theme: 'light' | 'dark'): TestProjectConfiguration => ({
  // Pre-bundled, Lit would be on the page twice.
  optimizeDeps: {
    exclude: [
      'lit',
      'lit-html',
      'lit-element',
      '@lit/reactive-element',
      '@lit/context',
      '@lit-labs/virtualizer',
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

/** Tests of what was built, in Node.js; the end-to-end tests start their own browser. */
const built = (name: 'package' | 'e2e'): TestProjectConfiguration => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    globalSetup: 'scripts/build-once.mjs',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: they share two processors with everything else.
    fileParallelism: name === 'package',
  },
});

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default', new CountReporter()],
    projects: [stories('light'), stories('dark'), built('package'), built('e2e')],
  },
});
