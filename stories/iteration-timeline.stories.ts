import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createSyntheticAdapter } from '../src/adapters/synthetic/index.js';
import '../src/define/iteration-timeline.js';
import type { GroupBy } from '../src/elements/iteration-timeline/section-keys.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import { adapterWith, readOnly, rows, undone, waiting } from './support/iteration-rows.js';
import { frame } from './support/frame.js';
import { appears } from './support/settled.js';

interface Args {
  readonly adapter: () => ImaginationsAdapter;
  readonly tileSize: number;
  readonly noFilter: boolean;
  readonly groupBy: GroupBy;
  readonly archived: boolean;
  readonly width: number | undefined;
  readonly dir: 'ltr' | 'rtl';
}

const timeline = ({ adapter, tileSize, noFilter, groupBy, archived, width, dir }: Args): TemplateResult =>
  frame(
    html`<iteration-timeline
      .adapter=${adapter()}
      .tileSize=${tileSize}
      group-by=${groupBy}
      ?no-filter=${noFilter}
      ?archived=${archived}
    ></iteration-timeline>`,
    { width, dir },
  );

const meta: Meta<Args> = {
  title: 'Elements/iteration-timeline',
  component: 'iteration-timeline',
  args: {
    adapter: () => adapterWith(rows(160)),
    tileSize: 200,
    noFilter: false,
    groupBy: 'day',
    archived: false,
    width: undefined,
    dir: 'ltr',
  },
  argTypes: {
    tileSize: { control: { type: 'range', min: 80, max: 400, step: 10 } },
    adapter: { table: { disable: true } },
    groupBy: { control: 'inline-radio', options: ['day', 'week', 'month', 'session'] },
  },
  render: timeline,
  play: appears('.tile, [part~=empty], [part~=error]'),
};

export default meta;

type Story = StoryObj<Args>;

export const Full: Story = {};

/** Beside many days a rail leads to any of them. */
export const HundredThousand: Story = { args: { adapter: () => createSyntheticAdapter({ size: 100_000 }) } };

export const ByWeek: Story = { args: { groupBy: 'week' } };

export const ByMonth: Story = { args: { groupBy: 'month' } };

/** Neighbours of one session stand together, under its name. */
export const BySession: Story = {
  args: { groupBy: 'session', adapter: () => createSyntheticAdapter({ size: 2_000 }) },
};

/** Each heading folds its section; here all are. */
export const Folded: Story = {
  args: { groupBy: 'session', adapter: () => createSyntheticAdapter({ size: 2_000 }) },
  play: async (context) => {
    await appears('.tile')(context);
    context.canvasElement.querySelector('iteration-timeline')?.collapseAll();
    await appears('.fold[aria-expanded=false]')(context);
  },
};

export const Phone: Story = { args: { width: 390 } };

export const RightToLeft: Story = { args: { dir: 'rtl' } };

export const OneItem: Story = { args: { adapter: () => adapterWith(rows(1)) } };

export const RunningAndFailed: Story = {
  args: {
    adapter: () =>
      readOnly({
        listIterations: () =>
          Promise.resolve({
            items: [
              undone(9, { status: 'running', progress: { value: 0.4 } }),
              undone(8, { status: 'failed', error: { code: 'quota', message: '' } }),
              ...rows(8).reverse(),
            ],
            total: 10,
          }),
      }),
  },
};

export const Archived: Story = {
  args: { archived: true, adapter: () => adapterWith(rows(5).map((one) => ({ ...one, archivedAt: one.createdAt }))) },
};

export const Empty: Story = { args: { adapter: () => adapterWith([]) } };

export const Loading: Story = { args: { adapter: waiting }, play: appears('.skeleton') };

export const Error: Story = {
  args: {
    adapter: () =>
      readOnly({
        listIterations: () => Promise.reject(new AdapterError('forbidden', 'Not for you', { retryable: true })),
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
