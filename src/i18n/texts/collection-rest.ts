import type { Message } from '../message.js';

/** Texts of the grid and the timeline that the first picture does not show: empty states, messages. */
export const collectionRestTexts = {
  'tile.actions': 'Actions',
  'grid.newAbove': { one: '{count} new', other: '{count} new' },
  'empty.iterations.title': 'Nothing imagined yet',
  'empty.iterations.text': 'Everything you make appears here, across all sessions.',
  'empty.filtered.title': 'Nothing matches',
  'empty.filtered.text': 'There are iterations, but none of this kind.',
  'empty.filtered.action': 'Show all',
  'empty.session.title': 'No iterations',
  'empty.session.text': 'Press Generate more to make the first ones.',
  'say.results': { one: '{count} iteration shown', other: '{count} iterations shown' },
} as const satisfies Readonly<Record<string, Message>>;
