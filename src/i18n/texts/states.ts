import type { Message } from '../message.js';

/** Texts of more than one element: how things stand, and what can be done about it. */
export const stateTexts = {
  'action.retry': 'Try again',
  'tile.cancel': 'Cancel this run',
  'tile.noPicture': 'The picture could not be shown',
  'tile.tooLargeToShow': 'Too large to show here',
  'tile.eta': 'About {time} left',
  'state.loadingMore': 'Loading more',
  'state.offline': 'You are offline. What is already here stays usable; the rest comes back by itself.',
  'state.noStore': 'Not connected to any data yet.',
  'state.readOnly': 'Read only',
  'lightbox.size': 'Size',
} as const satisfies Readonly<Record<string, Message>>;
