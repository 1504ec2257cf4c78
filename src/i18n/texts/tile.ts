import type { Message } from '../message.js';

/** What tiles are called: media, states of a run. */
export const tileTexts = {
  'kind.image': 'Image',
  'kind.video': 'Video',
  'kind.audio': 'Audio',
  'kind.file': 'File',
  'tile.name': '{kind}: {prompt}',
  'tile.nameless': '{kind}, {date}',
  'tile.running': '{percent} done',
  'tile.queued': 'Waiting to start',
  'tile.queuedAt': 'Number {count} in line',
  'tile.starting': 'Starting',
  'tile.canceling': 'Canceling',
  'tile.canceled': 'Canceled',
  'tile.failed': 'Failed',
} as const satisfies Readonly<Record<string, Message>>;
