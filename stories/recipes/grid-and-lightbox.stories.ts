import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backendControl, storyBackend, type BackendName } from '../support/backends.js';
import { appears } from '../support/settled.js';

interface Args {
  readonly backend: BackendName;
}

/** A gallery and its viewer: two tags below a provider, and nothing to make anything with. */
const meta: Meta<Args> = {
  title: 'Recipes/Grid and lightbox',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  args: { backend: 'read only' },
  argTypes: { backend: backendControl },
  render: ({ backend }, { id }) =>
    html`<imaginations-provider .adapter=${storyBackend(id, backend)}>
      <iteration-grid></iteration-grid>
      <iteration-lightbox></iteration-lightbox>
    </imaginations-provider>`,
  play: appears('[part~=tile]'),
};
export default meta;

export const GridAndLightbox: StoryObj<Args> = {};

export const OnAPhone: StoryObj<Args> = { parameters: { frame: 'phone' } };
