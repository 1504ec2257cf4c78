import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { de } from '../src/i18n/de.js';
import { registerLocale } from '../src/i18n/index.js';
import type { Navigation } from '../src/store/index.js';
import { backendControl, storyBackend, type BackendName } from './support/backends.js';
import { appears } from './support/settled.js';

interface Args extends Navigation {
  readonly backend: BackendName;
  readonly aspects: readonly string[];
  /** Of a provider around the app; none: no provider. */
  readonly locale: string | undefined;
}

registerLocale('de', de);

const app = (
  { backend, aspects, locale, view, layout, kind, archived, sessionId, iterationId }: Args,
  id: string,
): TemplateResult => {
  const element = html`<imaginations-app
    .adapter=${storyBackend(id, backend)}
    .aspects=${aspects}
    .navigation=${{ view, layout, kind, archived, sessionId, iterationId }}
  ></imaginations-app>`;
  return locale === undefined
    ? element
    : html`<imaginations-provider locale=${locale}>${element}</imaginations-provider>`;
};

const meta: Meta<Args> = {
  title: 'Elements/imaginations-app',
  component: 'imaginations-app',
  parameters: { layout: 'fullscreen', frame: 'wide' },
  args: {
    backend: 'full',
    view: 'sessions',
    layout: 'grid',
    kind: 'all',
    archived: false,
    sessionId: null,
    iterationId: null,
    aspects: ['auto', '1:1', '4:5', '3:2', '2:3', '16:9', '9:16'],
    locale: undefined,
  },
  argTypes: {
    backend: backendControl,
    view: { control: 'inline-radio', options: ['sessions', 'iterations'] },
    layout: { control: 'inline-radio', options: ['grid', 'square', 'list', 'timeline'] },
    kind: { control: 'inline-radio', options: ['all', 'image', 'video', 'audio'] },
    sessionId: { control: 'select', options: [null, 'autumn', 'gin', 'planetarium', 'onboarding'] },
    iterationId: { control: 'select', options: [null, 'autumn-2', 'planetarium-3', 'transit-4'] },
    locale: { control: 'select', options: [undefined, 'en', 'de', 'ar'] },
  },
  render: (args, { id }) => app(args, id),
  play: appears('[part~=card]'),
};
export default meta;

type Story = StoryObj<Args>;

const tile = appears('[part~=tile]');
const nothingThere = appears('[part~=empty]');

export const Sessions: Story = {};

export const OpenSession: Story = { args: { sessionId: 'gin' }, play: tile };

export const Grid: Story = { args: { view: 'iterations' }, play: tile };

export const Timeline: Story = { args: { view: 'iterations', layout: 'timeline' }, play: tile };

export const OneMedium: Story = { args: { view: 'iterations', kind: 'video' }, play: tile };

export const Lightbox: Story = {
  args: { view: 'iterations', iterationId: 'gin-3' },
  // A modal dialog covers the page it is on.
  parameters: { docs: { story: { inline: false, height: '800px' } } },
  play: appears('dialog[open] img'),
};

export const Many: Story = { args: { backend: 'many', view: 'iterations' }, play: tile };

export const OneSession: Story = { args: { backend: 'one' } };

export const Empty: Story = { args: { backend: 'empty' }, play: nothingThere };

export const EmptyIterations: Story = { args: { backend: 'empty', view: 'iterations' }, play: nothingThere };

export const Archived: Story = { args: { backend: 'archived', archived: true } };

export const ArchivedIterations: Story = {
  args: { backend: 'archived', archived: true, view: 'iterations' },
  play: tile,
};

export const EmptyArchive: Story = { args: { archived: true }, play: nothingThere };

export const Loading: Story = { args: { backend: 'loading' }, play: appears('.skeleton') };

export const Error: Story = { args: { backend: 'error' }, play: appears('[part~=error]') };

export const SignedOut: Story = { args: { backend: 'signed out' }, play: appears('[part~=error]') };

export const Offline: Story = { args: { backend: 'offline' }, play: appears('[part~=offline]') };

export const Running: Story = { args: { backend: 'running', view: 'iterations' }, play: appears('[role=progressbar]') };

export const RunningSessions: Story = { args: { backend: 'running' } };

export const FailedAndRefused: Story = { args: { backend: 'troubled', view: 'iterations' }, play: tile };

export const ReadOnly: Story = { args: { backend: 'read only', view: 'iterations' }, play: tile };

export const HostileAndLongTexts: Story = { args: { backend: 'hostile' } };

export const HostileIterations: Story = { args: { backend: 'hostile', view: 'iterations' }, play: tile };

export const NotConnected: Story = {
  render: () => html`<imaginations-app></imaginations-app>`,
  play: nothingThere,
};

export const German: Story = { args: { locale: 'de', view: 'iterations', layout: 'timeline' }, play: tile };

export const RightToLeft: Story = { args: { locale: 'ar', backend: 'hostile' } };

export const RightToLeftGrid: Story = { args: { locale: 'ar', view: 'iterations' }, play: tile };

export const Dark: Story = {
  render: (args, { id }) => html`<div class="dark">${app(args, id)}</div>`,
  args: { view: 'iterations' },
  play: tile,
};

export const Tablet: Story = { parameters: { frame: 'tablet' } };

export const Phone: Story = { parameters: { frame: 'phone' } };

export const PhoneGrid: Story = { args: { view: 'iterations' }, parameters: { frame: 'phone' }, play: tile };

export const PhoneSession: Story = { args: { sessionId: 'transit' }, parameters: { frame: 'phone' }, play: tile };

export const PhoneTimeline: Story = {
  args: { view: 'iterations', layout: 'timeline' },
  parameters: { frame: 'phone' },
  play: tile,
};

export const PhoneEmpty: Story = { args: { backend: 'empty' }, parameters: { frame: 'phone' }, play: nothingThere };
