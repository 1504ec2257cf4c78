import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import '../src/define/iteration-grid.js';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import type { CollectionElement } from '../src/elements/collection/collection-element.js';
import { row, rows } from './support/iteration-rows.js';
import { frame } from './support/frame.js';
import { appears, findDeep, LONGEST } from './support/settled.js';

interface Args {
  readonly adapter: () => ImaginationsAdapter;
  readonly width: number | undefined;
  readonly dir: 'ltr' | 'rtl';
}

const TITLES = ['Hero images for the Q3 campaign, warm light', 'Lighthouse studies', 'Paper cranes', ''];

/** Rows in sessions with titles, half of them in a project, that can be moved anywhere. */
function library(change: (adapter: ImaginationsAdapter) => Partial<ImaginationsAdapter> = () => ({}), count = 60) {
  return (): ImaginationsAdapter => {
    const iterations = rows(count).map((one, at) => ({
      ...one,
      starred: at % 3 === 0,
      projectIds: at % 2 ? ['spring', 'portfolio'] : ['spring'],
    }));
    const adapter = createMemoryAdapter({
      iterations,
      sessions: [...new Set(iterations.map(({ sessionId }) => sessionId))].map((id, at) => ({
        id,
        createdAt: row(at).createdAt,
        title: TITLES[at % TITLES.length] ?? '',
        brief: { prompt: 'Fox cubs asleep in tall grass, soft focus' },
      })),
      projects: [
        { id: 'spring', name: 'Spring launch' },
        { id: 'portfolio', name: 'Portfolio' },
        { id: 'boards', name: 'Mood boards' },
      ],
    });
    return { ...adapter, ...change(adapter) };
  };
}

const meta: Meta<Args> = {
  title: 'Elements/iteration-grid/Selection',
  component: 'iteration-grid',
  args: { adapter: library(), width: undefined, dir: 'ltr' },
  argTypes: { adapter: { table: { disable: true } } },
  render: ({ adapter, width, dir }: Args): TemplateResult =>
    frame(html`<iteration-grid .adapter=${adapter()}></iteration-grid>`, { width, dir }),
};

export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

/** Selects some, and presses what is named, one after the other. */
const selecting =
  (count: number, ...buttons: readonly string[]): Play =>
  async (context) => {
    await appears('.tile[data-id]')(context);
    const grid = context.canvasElement.querySelector<CollectionElement>('iteration-grid');
    const tiles = [...(grid?.shadowRoot?.querySelectorAll<HTMLElement>('.tile') ?? [])];
    await grid?.select(tiles.slice(0, count).flatMap(({ dataset }) => dataset['id'] ?? []));
    await appears('.batch')(context);
    for (const selector of buttons) {
      await waitFor(() => {
        const button = findDeep(context.canvasElement, selector);
        if (!(button instanceof HTMLElement)) throw new Error(`No ${selector}`);
        button.click();
      }, LONGEST);
      await grid?.updateComplete;
    }
  };

/** Waits for something to appear, and for what opens to have opened: half transparent, no text has its contrast. */
const then =
  (first: Play, selector: string): Play =>
  async (context) => {
    await first(context);
    await appears(selector)(context);
    const root = context.canvasElement.querySelector('iteration-grid')?.shadowRoot;
    const opening = root?.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity) ?? [];
    await Promise.allSettled(opening.map(({ finished }) => finished));
  };

export const Bar: Story = { play: then(selecting(4), '.batch') };

export const BarOnAPhone: Story = { args: { width: 390 }, play: then(selecting(4), '.batch') };

export const BarRightToLeft: Story = { args: { dir: 'rtl' }, play: then(selecting(4), '.batch') };

const refusing = library(({ archive }) => ({
  archive: async (selection, on, archived, write) => {
    const ids = 'ids' in selection ? selection.ids : [];
    const answer = await archive?.({ ids: ids.slice(3) }, on, archived, write);
    const refused = ids.slice(0, 3).map((id) => {
      return { id, ok: false as const, error: { code: 'forbidden' as const, message: '' } };
    });
    return { ...answer, results: [...(answer?.results ?? []), ...refused] };
  },
}));

/** Three of eight were refused. */
export const SomeFailed: Story = {
  args: { adapter: refusing },
  play: then(selecting(8, '[data-batch=archive]', '[data-batch-note=show]'), '.failed-list'),
};

export const SomeFailedOnAPhone: Story = { ...SomeFailed, args: { adapter: refusing, width: 390 } };

/** A batch of very many rows, which takes its time. */
export const Running: Story = {
  args: {
    adapter: library(({ archive }) => {
      let calls = 0;
      return {
        archive: (selection, on, archived, write) =>
          'query' in selection
            ? Promise.reject(new AdapterError('unsupported'))
            : calls++ > 0
              ? new Promise(() => undefined)
              : (archive?.(selection, on, archived, write) ?? Promise.reject(new AdapterError('unsupported'))),
      };
    }, 1200),
  },
  play: then(selecting(2, '[data-batch=all]', '[data-batch=archive]'), '[data-batch-note=cancel]'),
};

const move = '[data-batch=move]';

/** Where to: a session. */
export const MoveToASession: Story = { play: then(selecting(4, move), '[role=option]') };

/** Where to: projects, as ticks. */
export const MoveToProjects: Story = {
  play: then(selecting(4, move, '#reassign-tab-projects'), '.reassign-project'),
};

export const MoveLoading: Story = {
  args: { adapter: library(() => ({ listSessions: () => new Promise(() => undefined) })) },
  play: then(selecting(4, move), '.reassign-place'),
};

export const MoveNowhere: Story = {
  args: { adapter: library(() => ({ listSessions: () => Promise.resolve({ items: [], total: 0 }) })) },
  play: then(selecting(4, move), 'dialog [part=empty]'),
};

export const MoveFailed: Story = {
  args: {
    adapter: library(() => ({
      listSessions: () => Promise.reject(new AdapterError('forbidden', 'Not for you', { retryable: true })),
    })),
  },
  play: then(selecting(4, move), 'dialog [part=error]'),
};
