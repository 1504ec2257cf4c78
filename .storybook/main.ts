import type { StorybookConfig } from '@storybook/web-components-vite';
import { keepSideEffects, ownModules } from '../scripts/vite-plugins.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The root vite.config.ts is the library build, which Storybook must not inherit.
  viteFinal: (vite) => {
    delete vite.build?.lib;
    delete vite.build?.rolldownOptions;
    // With Vite's default, `light-dark()` is rewritten into something that needs a `color-scheme` beside it.
    vite.build = { ...vite.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] };
    (vite.plugins ??= []).push(keepSideEffects(ownModules));
    return vite;
  },
};
export default config;
