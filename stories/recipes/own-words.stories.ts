import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { registerLocale, type Messages } from '../../src/i18n/index.js';
import { storyBackend } from '../support/backends.js';
import { appears } from '../support/settled.js';

/** A studio that speaks of shots and takes. */
const STUDIO_WORDS: Partial<Messages> = {
  'view.sessions': 'Shots',
  'view.iterations': 'Takes',
  'filter.all': 'Everything',
  'filter.image': 'Stills',
  'filter.video': 'Clips',
  'filter.audio': 'Sounds',
};

// A language that the package does not bring; texts that are left out stay English.
registerLocale('nl', {
  'view.sessions': 'Sessies',
  'view.iterations': 'Iteraties',
  'filter.all': 'Alles',
  'filter.image': 'Beelden',
  'filter.video': 'Video’s',
  'filter.audio': 'Audio',
  'layout.grid': 'Raster',
  'layout.timeline': 'Tijdlijn',
});

/** Single texts by the provider's `messages`, a whole language by `registerLocale`. */
const meta: Meta = {
  title: 'Recipes/Own words',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  play: appears('[part~=tile]'),
};
export default meta;

const view = { view: 'iterations' } as const;

export const OwnMessages: StoryObj = {
  render: (_args, { id }) =>
    html`<imaginations-provider .messages=${STUDIO_WORDS} .adapter=${storyBackend(id, 'full')}>
      <imaginations-app .navigation=${view}></imaginations-app>
    </imaginations-provider>`,
};

export const Language: StoryObj = {
  render: (_args, { id }) =>
    html`<imaginations-provider locale="nl" .adapter=${storyBackend(id, 'full')}>
      <imaginations-app .navigation=${view}></imaginations-app>
    </imaginations-provider>`,
};
