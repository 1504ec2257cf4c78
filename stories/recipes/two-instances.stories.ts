import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { storyBackend } from '../support/backends.js';
import { appears } from '../support/settled.js';
import './recipes.css';

/** Several instances on one page know nothing of one another, unless they are given the same adapter. */
const meta: Meta = {
  title: 'Recipes/Two instances',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  play: appears('[part~=card]'),
};
export default meta;

/** Two backends: archive in one, and the other stays as it is. */
export const Apart: StoryObj = {
  render: (_args, { id }) =>
    html`<div class="side-by-side">
      <imaginations-app .adapter=${storyBackend(id, 'full')}></imaginations-app>
      <imaginations-app .adapter=${storyBackend(id, 'archived')}></imaginations-app>
    </div>`,
};

/** One backend, two elements: they share rows, and what is archived in one goes from the other. */
export const Together: StoryObj = {
  render: (_args, { id }) =>
    html`<div class="side-by-side">
      <imagination-sessions .adapter=${storyBackend(id, 'full')}></imagination-sessions>
      <iteration-timeline .adapter=${storyBackend(id, 'full')}></iteration-timeline>
    </div>`,
};
