import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/iteration-grid.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import type { GridLayout } from '../src/elements/iteration-grid/iteration-grid-element.js';
import { omit } from '../src/internal/omit.js';
import type { KindChoice } from '../src/ui/kind-filter.js';
import { adapterWith, readOnly, row, rows, undone, waiting } from './support/iteration-rows.js';
import { frame } from './support/frame.js';
import { mediaOf } from './support/media.js';
import { appears, findDeep } from './support/settled.js';

interface Args {
  readonly adapter: () => ImaginationsAdapter;
  readonly tileSize: number;
  readonly layout: GridLayout;
  readonly noFilter: boolean;
  readonly archived: boolean;
  readonly kind: KindChoice | undefined;
  readonly width: number | undefined;
  readonly dir: 'ltr' | 'rtl';
}

const grid = ({ adapter, tileSize, layout, noFilter, archived, kind, width, dir }: Args): TemplateResult =>
  frame(
    html`<iteration-grid
      .adapter=${adapter()}
      .tileSize=${tileSize}
      .layout=${layout}
      .kind=${kind}
      ?no-filter=${noFilter}
      ?archived=${archived}
    ></iteration-grid>`,
    { width, dir },
  );

const meta: Meta<Args> = {
  title: 'Elements/iteration-grid',
  component: 'iteration-grid',
  args: {
    adapter: () => adapterWith(rows(120)),
    tileSize: 220,
    layout: 'justified',
    noFilter: false,
    archived: false,
    kind: undefined,
    width: undefined,
    dir: 'ltr',
  },
  argTypes: {
    tileSize: { control: { type: 'range', min: 80, max: 400, step: 10 } },
    layout: { control: 'inline-radio', options: ['justified', 'square', 'list'] },
    kind: { control: 'select', options: [undefined, 'all', 'image', 'video', 'audio'] },
    adapter: { table: { disable: true } },
  },
  render: grid,
  play: appears('.tile, [part~=empty], [part~=error]'),
};

export default meta;

type Story = StoryObj<Args>;

export const Full: Story = {};

export const Dense: Story = { args: { tileSize: 110 } };

export const Phone: Story = { args: { width: 390 } };

export const RightToLeft: Story = { args: { dir: 'rtl' } };

export const OneItem: Story = { args: { adapter: () => adapterWith(rows(1)) } };

export const Seven: Story = { args: { adapter: () => adapterWith(rows(7)) } };

const running = (): ImaginationsAdapter =>
  readOnly({
    listIterations: () =>
      Promise.resolve({
        items: [
          undone(16, { status: 'running', progress: { value: 0.62, preview: row(4).media?.url ?? '' } }),
          undone(15, { status: 'running', progress: {} }),
          undone(14, { status: 'queued', progress: { queuePosition: 3 } }),
          undone(13, { status: 'canceling', progress: { value: 0.3 } }),
          ...rows(12).reverse(),
        ],
        total: 16,
      }),
    generate: {
      start: () => Promise.reject(new AdapterError('unsupported', 'This story only shows')),
      get: (ids) => Promise.resolve(ids.map(() => null)),
      cancel: () => Promise.reject(new AdapterError('unsupported', 'This story only shows')),
    },
  });

const failed = (): ImaginationsAdapter =>
  adapterWith([
    undone(15, { status: 'failed', error: { code: 'unavailable', message: '' } }),
    undone(14, { status: 'failed', error: { code: 'moderated', message: '' } }),
    undone(13, { status: 'canceled' }),
    row(12, {
      kind: 'image',
      media: { url: 'https://media.example/gone.png', mime: 'image/png', width: 3, height: 2 },
    }),
    ...rows(12),
  ]);

export const Running: Story = { args: { adapter: running } };

export const Failed: Story = { args: { adapter: failed } };

export const Squares: Story = { args: { layout: 'square' } };

export const SquaresOnAPhone: Story = { args: { layout: 'square', width: 390 } };

const line = appears('.tile.line .line-facts');

export const List: Story = { args: { layout: 'list' }, play: line };

export const ListOnAPhone: Story = { args: { layout: 'list', width: 390 }, play: line };

export const ListRightToLeft: Story = { args: { layout: 'list', dir: 'rtl' }, play: line };

export const ListOfRuns: Story = { args: { layout: 'list', adapter: running }, play: line };

export const ListOfFailures: Story = { args: { layout: 'list', adapter: failed }, play: line };

/** A pointer that rests on a film shows what is in it; a sound plays on its tile. */
export const FilmsAndSounds: Story = {
  args: {
    adapter: () =>
      adapterWith([
        row(24, { kind: 'audio', media: mediaOf('audio', 0) }),
        row(23, { kind: 'video', media: mediaOf('video', 0) }),
        row(22, { kind: 'audio', media: omit(mediaOf('audio', 1), 'poster') }),
        row(21, { kind: 'video', media: mediaOf('video', 1) }),
        ...rows(12),
      ]),
  },
  play: async (context) => {
    await appears('[data-tile-action=play]')(context);
    const button = findDeep(context.canvasElement, '[data-tile-action=play]');
    if (button instanceof HTMLElement) button.click();
    await appears('.tile-sound')(context);
  },
};

export const Archived: Story = {
  args: { archived: true, adapter: () => adapterWith(rows(5).map((one) => ({ ...one, archivedAt: one.createdAt }))) },
};

export const Empty: Story = { args: { adapter: () => adapterWith([]) } };

export const EmptyKind: Story = { args: { adapter: () => adapterWith(rows(3)), kind: 'audio' } };

export const EmptyArchive: Story = { args: { adapter: () => adapterWith(rows(3)), archived: true } };

export const Loading: Story = { args: { adapter: waiting }, play: appears('.skeleton') };

const refused = (): Promise<never> => Promise.reject(new AdapterError('forbidden', 'Not for you', { retryable: true }));

export const Error: Story = { args: { adapter: () => readOnly({ listIterations: refused }) } };

export const NextPageFailed: Story = {
  args: {
    tileSize: 110,
    adapter: () =>
      readOnly({
        listIterations: ({ cursor }) =>
          cursor === undefined
            ? Promise.resolve({ items: rows(20).reverse(), nextCursor: 'next', total: 60 })
            : refused(),
      }),
  },
};

export const Offline: Story = {
  args: {
    adapter: () =>
      readOnly({
        listIterations: () => Promise.resolve({ items: rows(9).reverse(), total: 9 }),
        subscribe: (subscription) => subscription.state('offline'),
      }),
  },
};

export const NotConnected: Story = {
  render: () => frame(html`<iteration-grid></iteration-grid>`, {}),
};
