import type { Message } from '../message.js';

/** What is said of what is selected, and done to it. */
export const selectionTexts = {
  'selection.label': 'Selected',
  'selection.count': { one: '{count} selected', other: '{count} selected' },
  'selection.hidden': { one: '{count} not shown', other: '{count} not shown' },
  'selection.hiddenUnknown': 'some may not be shown',
  'selection.everything': 'Everything selected',
  'selection.none': 'Nothing selected',
  'selection.limited': { one: 'Only {count} can be selected', other: 'Only {count} can be selected' },
  'selection.reading': 'Selecting…',
  'selection.failed': 'What lies between could not be read. Nothing was selected.',
  'action.selectAll': 'Select all',
  'action.invertSelection': 'Invert selection',
  'action.clearSelection': 'Clear selection',
  'action.moreActions': 'More actions',
  'action.move': 'Move…',
  'tile.select': 'Select',
  'tile.deselect': 'Deselect',
} as const satisfies Readonly<Record<string, Message>>;
