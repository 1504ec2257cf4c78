import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { storyBackend } from '../support/backends.js';
import { appears } from '../support/settled.js';
import './recipes.css';

/** Tokens on any element above, parts from the page's style sheet: see the page _Theming_. */
const meta: Meta = {
  title: 'Recipes/Theming',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  play: appears('[part~=tile]'),
};
export default meta;

const view = { view: 'iterations' } as const;

/** One page, one backend, two brands; the second is always dark. */
export const TwoBrands: StoryObj = {
  render: (_args, { id }) =>
    html`<div class="side-by-side">
      <div class="brand-fern">
        <imaginations-app .adapter=${storyBackend(id, 'full')} .navigation=${view}></imaginations-app>
      </div>
      <div class="brand-neon">
        <imaginations-app .adapter=${storyBackend(id, 'archived')}></imaginations-app>
      </div>
    </div>`,
};

/** Square tiles with a hairline, by `iteration-grid::part(tile)`. */
export const Parts: StoryObj = {
  render: (_args, { id }) =>
    html`<div class="host cut">
      <imaginations-provider .adapter=${storyBackend(id, 'full')}>
        <iteration-grid></iteration-grid>
        <iteration-lightbox></iteration-lightbox>
      </imaginations-provider>
    </div>`,
};
