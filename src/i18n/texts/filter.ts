import type { Message } from '../message.js';

/** Texts of the filter by medium. */
export const filterTexts = {
  'filter.label': 'Filter by medium',
  'filter.all': 'All',
  'filter.image': 'Images',
  'filter.video': 'Videos',
  'filter.audio': 'Audios',
} as const satisfies Readonly<Record<string, Message>>;
