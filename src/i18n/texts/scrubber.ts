import type { Message } from '../message.js';

/** Texts of the rail beside the timeline. */
export const scrubberTexts = {
  'timeline.scrubber': 'Go to a day',
} as const satisfies Readonly<Record<string, Message>>;
