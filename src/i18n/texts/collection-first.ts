import type { Message } from '../message.js';

/** Texts that the first picture of the grid and the timeline shows. */
export const collectionFirstTexts = {
  'grid.label': 'Iterations',
} as const satisfies Readonly<Record<string, Message>>;
