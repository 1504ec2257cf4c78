import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { de } from '../src/i18n/de.js';
import { registerLocale } from '../src/i18n/index.js';
import { backendControl, storyBackend, type BackendName } from './support/backends.js';
import { appears, LONGEST } from './support/settled.js';

interface Args {
  readonly backend: BackendName;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

registerLocale('de', de);

const provider = ({ backend, locale, timeZone }: Args, id: string, content: TemplateResult): TemplateResult =>
  html`<imaginations-provider .adapter=${storyBackend(id, backend)} .locale=${locale} .timeZone=${timeZone}>
    ${content}
  </imaginations-provider>`;

const meta: Meta<Args> = {
  title: 'Elements/imaginations-provider',
  component: 'imaginations-provider',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  args: { backend: 'full', locale: undefined, timeZone: undefined },
  argTypes: {
    backend: backendControl,
    locale: { control: 'select', options: [undefined, 'en', 'en-GB', 'de', 'ar', 'ja'] },
    timeZone: { control: 'select', options: [undefined, 'UTC', 'America/Los_Angeles', 'Asia/Tokyo'] },
  },
  render: (args, { id }) =>
    provider(args, id, html`<iteration-timeline></iteration-timeline><iteration-lightbox></iteration-lightbox>`),
  play: appears('[part~=tile]'),
};
export default meta;

type Story = StoryObj<Args>;

/** One backend for everything inside. */
export const SeveralElements: Story = {
  render: (args, { id }) =>
    provider(
      args,
      id,
      html`<div class="columns">
        <imagination-sessions></imagination-sessions>
        <iteration-grid></iteration-grid>
      </div>`,
    ),
};

export const German: Story = { args: { locale: 'de' } };

/** Dates and numbers in a locale that has no texts yet: these stay English. */
export const LocaleWithoutTexts: Story = { args: { locale: 'ja', timeZone: 'Asia/Tokyo' } };

export const RightToLeft: Story = { args: { locale: 'ar' } };

/** Days begin elsewhere: the same iterations under other headings. */
export const OtherTimeZone: Story = { args: { timeZone: 'America/Los_Angeles' } };

/** The backend says `unauthorized`: the host hears of it, acts, and calls `resume()`. */
export const SignedOut: Story = {
  args: { backend: 'signed out' },
  render: (args, { id }) => {
    const heard = ({ currentTarget }: Event): void => {
      const note = currentTarget instanceof Element && currentTarget.parentElement?.querySelector('output');
      if (note) note.textContent = 'The host has heard that the person has to sign in.';
    };
    return html`<output class="note"></output>
      <imaginations-provider .adapter=${storyBackend(id, args.backend)} @imaginations-auth-required=${heard}>
        <iteration-grid></iteration-grid>
      </imaginations-provider>`;
  },
  play: async (context) => {
    await appears('[part~=error]')(context);
    await waitFor(() => expect(context.canvasElement.querySelector('output')).toHaveTextContent('has heard'), LONGEST);
  },
};

/** Without a backend the elements say so, and wait. */
export const NotConnected: Story = {
  render: () => html`<imaginations-provider><iteration-grid></iteration-grid></imaginations-provider>`,
  play: appears('[part~=empty]'),
};

export const Phone: Story = { parameters: { frame: 'phone' } };
