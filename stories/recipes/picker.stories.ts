import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { IterationOpenEvent } from '../../src/elements/intents/iteration-events.js';
import { storyBackend } from '../support/backends.js';
import { appears, findDeep, LONGEST } from '../support/settled.js';
import './recipes.css';

/** Takes what was chosen instead of letting it open. */
function choose(event: IterationOpenEvent): void {
  event.preventDefault();
  const { media, prompt } = event.detail.iteration;
  const host = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('.host') : null;
  const chosen = host?.querySelector<HTMLElement>('.chosen');
  if (chosen && media) render(html`<img src=${media.url} alt="" /> <span>${prompt}</span>`, chosen);
}

/** The grid as a picker in a form of the host's: a click chooses. `iteration-open` is stopped, so no lightbox is needed. */
const meta: Meta = {
  title: 'Recipes/Picker',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  render: (_args, { id }) =>
    html`<section class="host" aria-label="New article">
      <h2>New article</h2>
      <p>Choose a picture for the head of the article.</p>
      <p class="chosen" aria-live="polite"></p>
      <imaginations-provider .adapter=${storyBackend(id, 'read only')} @iteration-open=${choose}>
        <iteration-grid kind="image" no-filter tile-size="120"></iteration-grid>
      </imaginations-provider>
    </section>`,
  play: appears('[part~=tile]'),
};
export default meta;

export const Picker: StoryObj = {};

export const Chosen: StoryObj = {
  play: async (context) => {
    await appears('[part~=tile]')(context);
    const tile = findDeep(context.canvasElement, '[part~=tile]');
    if (tile) await userEvent.click(tile);
    await waitFor(() => expect(context.canvasElement.querySelector('.chosen img')).not.toBeNull(), LONGEST);
  },
};
