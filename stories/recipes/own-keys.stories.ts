import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Shortcuts } from '../../src/elements/shortcuts/registry.js';
import { storyBackend } from '../support/backends.js';
import { appears } from '../support/settled.js';

/** A studio whose hands know other keys. */
const STUDIO_KEYS: Shortcuts = { star: 'f', pick: 'w', reject: 'q', archive: null, undo: ['mod+z', 'backspace'] };

/** Other keys for everything inside an app or a provider, by the property `shortcuts`; `?` shows what there is. */
const meta: Meta = {
  title: 'Recipes/Own keys',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  play: appears('[part~=tile]'),
};
export default meta;

export const OwnKeys: StoryObj = {
  render: (_args, { id }) =>
    html`<imaginations-app
      .adapter=${storyBackend(id, 'full')}
      .shortcuts=${STUDIO_KEYS}
      .navigation=${{ view: 'iterations' }}
    ></imaginations-app>`,
};
