import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import { faultyAdapter, seedLibrary } from '../src/testing/index.js';
import type { Session } from '../src/model/index.js';
import { dressed } from './support/media.js';

interface Args {
  adapter: ImaginationsAdapter;
  archived: boolean;
  width: string;
}

const LONG =
  'A city of glass seen from above, long exposure, with trails of light that draw the avenues and a thin crescent moon over the bay';

const now = (): number => Date.now();

const full = (count = 96): ImaginationsAdapter => createMemoryAdapter(dressed(seedLibrary(count, { now: now() })));

const rename = (session: Session, index: number): Session =>
  index % 4 === 0
    ? { ...session, title: LONG }
    : index % 7 === 3
      ? { ...session, title: 'مدينة من زجاج عند الغروب' }
      : session;

const readOnly = (from: ImaginationsAdapter): ImaginationsAdapter => ({
  contract: 1,
  listSessions: (...args) => from.listSessions(...args),
  listIterations: (...args) => from.listIterations(...args),
});

const meta: Meta<Args> = {
  title: 'Elements/imagination-sessions',
  component: 'imagination-sessions',
  args: { archived: false, width: '100%' },
  argTypes: { adapter: { control: false } },
  render: ({ adapter, archived, width }) => {
    const box = document.createElement('div');
    box.style.cssText = `width: ${width}; height: 80vh;`;
    const element = document.createElement('imagination-sessions');
    element.adapter = adapter;
    element.archived = archived;
    box.append(element);
    return html`${box}`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Full: Story = { args: { adapter: full() } };

export const LongAndForeignTitles: Story = {
  args: {
    adapter: (() => {
      const library = dressed(seedLibrary(72, { now: now() }));
      return createMemoryAdapter({ ...library, sessions: library.sessions.map(rename) });
    })(),
  },
};

export const RunningAndFailed: Story = {
  args: {
    adapter: (() => {
      const library = dressed(seedLibrary(18, { now: now(), finished: true }));
      const iterations = library.iterations.map((row, index) => {
        const { media, ...rest } = row;
        if (index % 3 === 0) return { ...rest, status: 'running' as const, progress: { value: (index % 10) / 10 } };
        if (index % 7 === 5)
          return { ...rest, status: 'failed' as const, error: { code: 'moderated' as const, message: '' } };
        return media ? { ...rest, media } : row;
      });
      return createMemoryAdapter({ ...library, iterations });
    })(),
  },
};

export const One: Story = { args: { adapter: full(4) } };

export const Empty: Story = { args: { adapter: createMemoryAdapter() } };

export const Archived: Story = {
  args: {
    archived: true,
    adapter: (() => {
      const library = dressed(seedLibrary(24, { now: now() }));
      const archivedAt = new Date(now()).toISOString();
      return createMemoryAdapter({ ...library, sessions: library.sessions.map((one) => ({ ...one, archivedAt })) });
    })(),
  },
};

export const EmptyArchive: Story = { args: { archived: true, adapter: createMemoryAdapter() } };

export const Loading: Story = { args: { adapter: faultyAdapter(full(), () => ({ hang: true })) } };

export const Failed: Story = {
  args: { adapter: faultyAdapter(full(), () => ({ reject: new AdapterError('forbidden') })) },
};

export const Offline: Story = {
  args: { adapter: { ...full(24), subscribe: (subscription) => subscription.state('offline') } },
};

export const ReadOnly: Story = {
  args: {
    adapter: readOnly(full(24)),
  },
};

export const Phone: Story = { args: { adapter: full(), width: '390px' } };
