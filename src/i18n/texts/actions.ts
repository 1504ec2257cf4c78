import type { Message } from '../message.js';

/** What can be done with an iteration or a session. */
export const actionTexts = {
  'action.open': 'Open',
  'action.archive': 'Archive',
  'action.unarchive': 'Unarchive',
  'action.regenerate': 'Regenerate',
  'action.remix': 'Remix',
  'action.compare': 'Compare',
  'hostAction.failed': '“{label}” could not be done.',
  'action.copyPrompt': 'Copy prompt',
} as const satisfies Readonly<Record<string, Message>>;
