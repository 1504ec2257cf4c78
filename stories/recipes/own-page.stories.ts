import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { IterationOpenEvent } from '../../src/elements/intents/iteration-events.js';
import { storyBackend } from '../support/backends.js';
import { appears, findDeep, LONGEST } from '../support/settled.js';
import './recipes.css';

/** Where a host would call its router. */
function openPage(event: IterationOpenEvent): void {
  event.preventDefault();
  const { iteration } = event.detail;
  const page = event.currentTarget instanceof HTMLElement ? event.currentTarget.nextElementSibling : null;
  if (!(page instanceof HTMLElement)) return;
  render(
    html`<h2>/assets/${iteration.id}</h2>
      <p>${iteration.prompt}</p>`,
    page,
  );
}

/** The host has a page of its own for an asset: it stops `iteration-open`, and goes there. */
const meta: Meta = {
  title: 'Recipes/Own page for an iteration',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  render: (_args, { id }) =>
    html`<div class="side-by-side">
      <imaginations-app
        .adapter=${storyBackend(id, 'full')}
        .navigation=${{ view: 'iterations' }}
        @iteration-open=${openPage}
      ></imaginations-app>
      <section class="host" aria-label="The host's page" aria-live="polite">
        <p>Open an iteration: this half belongs to the host.</p>
      </section>
    </div>`,
  play: appears('[part~=tile]'),
};
export default meta;

export const Intercepted: StoryObj = {
  play: async (context) => {
    await appears('[part~=tile]')(context);
    const tile = findDeep(context.canvasElement, '[part~=tile]');
    if (tile) await userEvent.click(tile);
    await waitFor(() => expect(context.canvasElement.querySelector('.host h2')).toHaveTextContent('/assets/'), LONGEST);
    await expect(findDeep(context.canvasElement, 'dialog[open]')).toBeNull();
  },
};
