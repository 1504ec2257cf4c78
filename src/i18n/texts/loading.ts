import type { Message } from '../message.js';

/** What is said while the first rows are read. */
export const loadingTexts = {
  'state.loading': 'Loading',
} as const satisfies Readonly<Record<string, Message>>;
