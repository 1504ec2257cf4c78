import type { Message } from '../message.js';

/** Texts that the first picture of the grid and the timeline shows. */
export const collectionFirstTexts = {
  'grid.label': 'Iterations',
  'timeline.label': 'Iterations by day',
  'timeline.day': { one: '{day}, {count} iteration', other: '{day}, {count} iterations' },
} as const satisfies Readonly<Record<string, Message>>;
