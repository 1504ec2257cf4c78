import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { HostAction } from '../../src/elements/host/host-action.js';
import type { BuiltInAction } from '../../src/store/index.js';
import { storyBackend } from '../support/backends.js';
import { appears, findDeep, LONGEST } from '../support/settled.js';

/** Actions of the host's own, and a built-in one that it does not want. */
const ACTIONS: readonly HostAction[] = [
  {
    id: 'to-shop',
    label: 'Send to shop',
    icon: 'M4 7h16l-2 9H6Z M9 20h.01 M16 20h.01',
    kinds: ['image'],
    selection: 'multiple',
    maximum: 20,
    run: () => undefined,
  },
];
const DISABLED: readonly BuiltInAction[] = ['archive'];

const meta: Meta = {
  title: 'Recipes/Own actions and downloads',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  render: (_args, { id }) =>
    html`<imaginations-provider
      .adapter=${storyBackend(id, 'full')}
      .hostActions=${ACTIONS}
      .disabledActions=${DISABLED}
      download-names="{date}_{prompt}_{number}"
    >
      <iteration-grid kind="image" no-filter tile-size="160"></iteration-grid>
      <iteration-lightbox></iteration-lightbox>
    </imaginations-provider>`,
  play: appears('[part~=tile]'),
};
export default meta;

export const OwnActions: StoryObj = {};

/** The bar of what is selected: a download, and the host's own action. */
export const Selected: StoryObj = {
  play: async (context) => {
    await appears('[data-tile-action=select]')(context);
    const check = findDeep(context.canvasElement, '[data-tile-action=select]');
    if (check) await userEvent.click(check);
    await waitFor(() => expect(findDeep(context.canvasElement, '[data-batch="host:to-shop"]')).not.toBeNull(), LONGEST);
  },
};
