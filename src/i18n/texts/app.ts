import type { Message } from '../message.js';

/** Texts of the app: views, layouts, short messages. */
export const appTexts = {
  'view.label': 'View',
  'view.sessions': 'Sessions',
  'view.iterations': 'Iterations',
  'view.archived': 'Archived',
  'layout.label': 'Layout',
  'layout.grid': 'Grid',
  'layout.square': 'Squares',
  'layout.list': 'List',
  'layout.timeline': 'Timeline',
  'action.dismiss': 'Dismiss',
  'say.started': { one: 'Making {count} iteration', other: 'Making {count} iterations' },
  'say.done': { one: '{count} iteration ready', other: '{count} iterations ready' },
  'say.failed': { one: '{count} iteration failed', other: '{count} iterations failed' },
  'say.remixing': 'Remixing. The output is added as a reference.',
} as const satisfies Readonly<Record<string, Message>>;
