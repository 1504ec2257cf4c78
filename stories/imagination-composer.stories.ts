import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createMemoryAdapter } from '../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter } from '../src/data/index.js';
import { draftOf, ImaginationsStore, type Draft } from '../src/store/index.js';
import { fakeGenerator, seedLibrary, tinyPng } from '../src/testing/index.js';
import { dressed } from './support/media.js';

interface Args {
  aspects: readonly string[];
  width: string;
  draft: Partial<Draft>;
  files: readonly File[];
  adapter: ImaginationsAdapter;
}

const ASPECTS = ['auto', '1:1', '3:2', '2:3', '16:9', '9:16'];

const memory = (): ImaginationsAdapter =>
  createMemoryAdapter({ ...dressed(seedLibrary(6, { finished: true })), generator: fakeGenerator() });

const picture = (name: string, color: readonly [number, number, number]): File =>
  new File([tinyPng(64, 64, (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? color : [240, 230, 210]))], name, {
    type: 'image/png',
  });

const readOnly = (from: ImaginationsAdapter): ImaginationsAdapter => ({
  contract: 1,
  listSessions: (...args) => from.listSessions(...args),
  listIterations: (...args) => from.listIterations(...args),
});

const meta: Meta<Args> = {
  title: 'Elements/imagination-composer',
  component: 'imagination-composer',
  args: { aspects: ASPECTS, width: '100%', draft: {}, files: [], adapter: memory() },
  argTypes: { adapter: { control: false }, draft: { control: false }, files: { control: false } },
  render: ({ aspects, width, draft, files, adapter }) => {
    const box = document.createElement('div');
    box.style.cssText = `width: ${width}; padding-block-start: 40vh;`;
    const composer = document.createElement('imagination-composer');
    composer.draftKey = `imaginations:story-${Math.random()}`;
    composer.store = new ImaginationsStore(adapter);
    draftOf(composer.store).patch(draft);
    composer.aspects = aspects;
    for (const file of files) void draftOf(composer.store).attach(file);
    box.append(composer);
    return html`${box}`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Empty: Story = {};

export const Written: Story = {
  args: {
    draft: {
      prompt: 'Same light as the reference, but wider: the pier on the left, the bay on the right.\nKeep the grain.',
      kind: 'video',
      count: 2,
    },
  },
};

export const Long: Story = { args: { draft: { prompt: 'All of the light we cannot see. '.repeat(80) } } };

export const TooLong: Story = { args: { draft: { prompt: 'word '.repeat(20_001) } } };

export const References: Story = {
  args: { files: [picture('moodboard.png', [200, 90, 60]), picture('palette.png', [60, 90, 160])] },
};

export const RefusedReferences: Story = {
  args: {
    files: [
      picture('moodboard.png', [200, 90, 60]),
      new File(['hello'], 'notes-from-the-meeting.png', { type: 'image/png' }),
      new File([], 'empty.png', { type: 'image/png' }),
    ],
  },
};

export const Uploading: Story = {
  args: {
    files: [picture('moodboard.png', [200, 90, 60])],
    adapter: {
      ...memory(),
      upload: (_file, task) => {
        task.onProgress?.(2, 5);
        return new Promise(() => undefined);
      },
    },
  },
};

export const Remix: Story = { args: { draft: { remixOf: 'iteration-0000000', prompt: 'The same, at night' } } };

export const InSession: Story = { args: { draft: { sessionId: 'session-0000000' } } };

export const Failed: Story = {
  args: { draft: { prompt: 'A pier', failure: new AdapterError('rate-limited') } },
};

export const FailedAndWritingAnother: Story = {
  args: {
    draft: {
      prompt: 'A quiet pier',
      failure: new AdapterError('moderated'),
      unsent: {
        prompt: 'A pier',
        kind: 'image',
        count: 4,
        references: [],
        remixOf: null,
        as: null,
        sessionId: null,
        params: {},
      },
    },
  },
};

export const OneMedium: Story = { args: { adapter: { ...memory(), limits: { kinds: ['audio'], maxVariants: 1 } } } };

export const ReadOnly: Story = {
  args: {
    adapter: readOnly(memory()),
  },
};

export const Phone: Story = { args: { width: '390px', draft: { prompt: 'A pier in low evening light' } } };
