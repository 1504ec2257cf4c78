import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import type { Session } from '../src/model/index.js';
import { fakeGenerator, faultyAdapter, seedLibrary, type SeedOptions } from '../src/testing/index.js';
import { dressed, mediaOf } from './support/media.js';

interface Args {
  adapter: ImaginationsAdapter;
  sessionId: string;
  width: string;
}

const ID = 'session-0000000';

function library(change: (session: Session) => Session = (one) => one, options: SeedOptions = {}): ImaginationsAdapter {
  const seed = dressed(seedLibrary(24, { now: Date.now(), perSession: 24, ...options }));
  return createMemoryAdapter({ ...seed, sessions: seed.sessions.map(change), generator: fakeGenerator() });
}

const pictures = (): NonNullable<Session['brief']['references']> =>
  ['moodboard-final-v2.webp', 'palette.webp'].map((name, index) => ({
    id: name,
    name,
    kind: 'image',
    source: mediaOf('image', index),
  }));

const meta: Meta<Args> = {
  title: 'Elements/imagination-session',
  component: 'imagination-session',
  args: { sessionId: ID, width: '100%' },
  argTypes: { adapter: { control: false } },
  render: ({ adapter, sessionId, width }) => {
    const box = document.createElement('div');
    box.style.cssText = `width: ${width}; height: 80vh;`;
    const element = document.createElement('imagination-session');
    element.adapter = adapter;
    element.sessionId = sessionId;
    box.append(element);
    return html`${box}`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Full: Story = {
  args: {
    adapter: library((one) => ({
      ...one,
      title: 'Hero images',
      brief: { prompt: 'Hero images for the autumn campaign in warm, low evening light', references: pictures() },
    })),
  },
};

export const Untitled: Story = {
  args: { adapter: library((one) => ({ id: one.id, createdAt: one.createdAt, brief: one.brief })) },
};

export const LongBrief: Story = {
  args: { adapter: library((one) => ({ ...one, brief: { prompt: 'All of the light we cannot see. '.repeat(80) } })) },
};

export const Archived: Story = {
  args: { adapter: library((one) => ({ ...one, archivedAt: new Date().toISOString() })) },
};

export const Empty: Story = {
  args: {
    adapter: createMemoryAdapter({
      sessions: [{ id: ID, createdAt: new Date().toISOString(), brief: { prompt: 'A pier' } }],
      generator: fakeGenerator(),
    }),
  },
};

export const NotFound: Story = { args: { adapter: library(), sessionId: 'nowhere' } };

export const Loading: Story = { args: { adapter: faultyAdapter(library(), () => ({ hang: true })) } };

export const Failed: Story = {
  args: { adapter: faultyAdapter(library(), () => ({ reject: new AdapterError('forbidden') })) },
};

export const Phone: Story = { args: { adapter: library(), width: '390px' } };
