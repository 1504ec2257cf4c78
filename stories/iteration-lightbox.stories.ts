import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { ImaginationsAdapter, Verb } from '../src/data/index.js';
import '../src/define/iteration-lightbox.js';
import { matchesIteration, type Iteration, type Session } from '../src/model/index.js';
import { storeFor } from '../src/store/index.js';
import { tinyPng, type Rgb } from '../src/testing/tiny-png.js';
import { tinyWav } from '../src/internal/tiny-wav.js';
import { TINY_WEBM } from '../src/internal/tiny-webm.js';
import { LONGEST } from './support/settled.js';

const shade = (x: number, y: number): Rgb => [(x * 255) / 480, 90 + (y * 80) / 480, 200 - (x * 120) / 480];
const FILES: Readonly<Record<string, () => Blob>> = {
  'story:wide': () => tinyPng(480, 320, shade),
  'story:tall': () => tinyPng(320, 480, (x, y) => shade(y, x)),
  'story:small': () => tinyPng(48, 32, (x, y) => shade(x * 10, y * 10)),
  'story:film': TINY_WEBM.blob,
  'story:sound': () => tinyWav(8000, 220),
  'story:text': () => new Blob(['Not a film']),
};

const PROMPT =
  'A cartographer’s dream: coastlines that fold into themselves, ink and copper on heavy paper, late evening light.';
const PEAKS = Array.from({ length: 200 }, (_, index) => Math.abs(Math.sin(index / 7) * Math.cos(index / 31)));
const thumbnails = [{ url: 'story:small', width: 48 }];

const row = (id: string, minute: number, more: Partial<Iteration>): Iteration => ({
  id,
  sessionId: 'coast',
  generationId: 'attempt',
  kind: 'image',
  status: 'succeeded',
  createdAt: new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString(),
  prompt: PROMPT,
  model: 'imagine-3',
  seed: '184467440737095516',
  params: { aspect: '3:2', steps: 28, guidance: 4.5 },
  ...more,
});

const wide = { url: 'story:wide', mime: 'image/png', width: 480, height: 320, bytes: 461_000, thumbnails };
const tall = { url: 'story:tall', mime: 'image/png', width: 320, height: 480, bytes: 461_000 };
const film = { url: 'story:film', mime: 'video/webm', width: 32, height: 24, durationMs: 400, bytes: 900 };
const sound = { url: 'story:sound', mime: 'audio/wav', durationMs: 8000, waveform: { peaks: PEAKS }, bytes: 64_044 };

const ROWS: readonly Iteration[] = [
  row('image', 50, { media: wide, parents: [{ role: 'remix', iterationId: 'portrait' }], revisedPrompt: PROMPT }),
  row('portrait', 48, { media: tall }),
  row('video', 46, { kind: 'video', media: film }),
  row('audio', 44, { kind: 'audio', media: sound }),
  row('running', 42, {
    status: 'running',
    progress: { value: 0.62, message: 'Step 17 of 28', etaMs: 12_000, preview: 'story:small' },
  }),
  row('failed', 40, { status: 'failed', error: { code: 'moderated', message: '' } }),
  row('canceled', 38, { status: 'canceled' }),
  row('missing', 36, { media: { ...wide, url: 'story:gone', thumbnails: [] } }),
  row('unplayable', 34, { kind: 'video', media: { ...film, url: 'story:text', mime: 'video/x-none' } }),
  row('archived', 32, { media: wide, archivedAt: '2026-11-21T09:00:00.000Z' }),
];

const SESSION: Session = {
  id: 'coast',
  createdAt: '2026-11-20T09:00:00.000Z',
  title: 'Coastlines',
  brief: {
    prompt: PROMPT,
    references: [
      { id: 'map', name: 'old-map.png', kind: 'image', source: tall },
      { id: 'notes', name: 'notes.pdf', kind: 'file', source: { url: 'story:notes', mime: 'application/pdf' } },
    ],
  },
};

const never = new Promise<never>(() => undefined);
const refuse = (): Promise<never> => Promise.reject(new Error('This story only shows'));

/** Everything can be asked for here, nothing is done. */
function adapterOf(more: Partial<ImaginationsAdapter> = {}): ImaginationsAdapter {
  return {
    contract: 1,
    limits: { mediaSchemes: ['story'] },
    listSessions: () => Promise.resolve({ items: [SESSION], nextCursor: null }),
    listIterations: ({ filter }) =>
      Promise.resolve({ items: ROWS.filter((one) => matchesIteration(one, SESSION, filter)), nextCursor: null }),
    getSession: () => Promise.resolve(SESSION),
    getIterations: (ids) => Promise.resolve(ids.map((id) => ROWS.find((one) => one.id === id) ?? null)),
    openMedia: (url) => {
      const file = FILES[url];
      if (!file) return Promise.reject(new Error('There is no such file'));
      const address = URL.createObjectURL(file());
      return Promise.resolve({ url: address, close: () => URL.revokeObjectURL(address) });
    },
    archive: (selection) =>
      Promise.resolve({ results: ('ids' in selection ? selection.ids : []).map((id) => ({ id, ok: true })) }),
    generate: { start: refuse, get: () => Promise.resolve([]), cancel: refuse },
    ...more,
  };
}

interface Args {
  /** The iteration to show. */
  readonly iterationId: string;
  readonly adapter: ImaginationsAdapter;
}

const show = ({ iterationId, adapter }: Args): TemplateResult => {
  const store = storeFor(adapter);
  return html`<button type="button" @click=${() => store.navigate({ iterationId })}>Open</button>
    <iteration-lightbox
      .store=${store}
      .linkFor=${({ id }: Iteration) => `https://example.com/iterations/${id}`}
      iteration-id=${iterationId}
    ></iteration-lightbox>`;
};

const meta: Meta<Args> = {
  title: 'Elements/iteration-lightbox',
  component: 'iteration-lightbox',
  args: { iterationId: 'image' },
  argTypes: { iterationId: { control: 'select', options: ROWS.map(({ id }) => id) }, adapter: { control: false } },
  // A modal dialog covers the page it is on: each story has its own.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  // A fresh backend for each: what one story did is not seen in the next.
  render: ({ iterationId }) => show({ iterationId, adapter: adapterOf() }),
  // Looked at, also by axe, as a person sees it: open, and at rest.
  play: async ({ canvasElement }) => {
    const dialog = () => canvasElement.querySelector('iteration-lightbox')?.shadowRoot?.querySelector('dialog');
    await waitFor(() => expect(dialog()?.open).toBe(true), LONGEST);
    await Promise.all((dialog()?.getAnimations() ?? []).map(({ finished }) => finished));
  },
};
export default meta;

type Story = StoryObj<Args>;

const at = (iterationId: string): Story => ({ args: { iterationId } });

export const Image = at('image');
export const Portrait = at('portrait');
export const Video = at('video');
export const Audio = at('audio');
export const Running = at('running');
export const Failed = at('failed');
export const Canceled = at('canceled');
export const Archived = at('archived');
export const MediaMissing = at('missing');
export const CodecUnplayable = at('unplayable');
export const NotThere = at('deleted-long-ago');
export const Loading: Story = {
  render: ({ iterationId }) =>
    show({ iterationId, adapter: adapterOf({ getIterations: () => never, listIterations: () => never }) }),
};
export const ReadOnly: Story = {
  render: ({ iterationId }) => {
    const adapter: { -readonly [K in keyof ImaginationsAdapter]: ImaginationsAdapter[K] } = adapterOf();
    delete adapter.archive;
    delete adapter.generate;
    return show({ iterationId, adapter });
  },
};

/** The ways to build on an output that an adapter names: _Remix_ is a menu of them. */
export const Verbs: Story = {
  render: ({ iterationId }) => {
    const verbs: readonly Verb[] = [
      { id: 'variation' },
      { id: 'edit' },
      { id: 'reference' },
      { id: 'first-frame', kinds: ['image'], makes: 'video', label: 'Animate' },
    ];
    const generate = { start: refuse, get: () => Promise.resolve([]), verbs };
    return show({ iterationId, adapter: adapterOf({ generate, limits: { mediaSchemes: ['story'] } }) });
  },
  play: async ({ canvasElement }) => {
    const root = () => canvasElement.querySelector('iteration-lightbox')?.shadowRoot;
    await waitFor(() => expect(root()?.querySelector('[data-action=remix]')).toBeTruthy(), LONGEST);
    await Promise.all((root()?.querySelector('dialog')?.getAnimations() ?? []).map(({ finished }) => finished));
    root()?.querySelector<HTMLElement>('[data-action=remix]')?.click();
    await waitFor(
      () => expect(root()?.querySelectorAll('.menu:popover-open [role=menuitem]')).toHaveLength(4),
      LONGEST,
    );
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };

/** Two to six side by side, by the property or by what people select; here what is compared when it opens. */
const compare = (...ids: readonly string[]): Story => ({
  render: () => html`<iteration-lightbox .adapter=${adapterOf()} .compare=${ids}></iteration-lightbox>`,
});

export const Compare = compare('image', 'portrait');
export const CompareOfAnyKind = compare('image', 'video', 'running', 'failed', 'missing', 'portrait');
export const CompareSounds = compare('audio', 'video');

/** Part of the page, as large as its place. */
export const Inline: Story = {
  render: ({ iterationId }) =>
    html`<div class="frame">
      <iteration-lightbox inline .adapter=${adapterOf()} iteration-id=${iterationId}></iteration-lightbox>
    </div>`,
};
