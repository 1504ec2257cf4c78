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
  'action.undo': 'Undo',
  'action.redo': 'Redo',
  'action.dismiss': 'Dismiss',
  'toast.archivedIterations': { one: 'Archived {count} iteration', other: 'Archived {count} iterations' },
  'toast.unarchivedIterations': { one: 'Unarchived {count} iteration', other: 'Unarchived {count} iterations' },
  'toast.archivedSession': 'Archived “{title}” and its iterations',
  'toast.unarchivedSession': 'Unarchived “{title}”',
  'toast.undone': 'Undone',
  'toast.redone': 'Done again',
  'toast.leftAlone': {
    one: '{count} changed by somebody since, and left',
    other: '{count} changed by somebody since, and left',
  },
  'toast.partly': { one: '{done} done, {count} failed', other: '{done} done, {count} failed' },
  'say.started': { one: 'Making {count} iteration', other: 'Making {count} iterations' },
  'say.done': { one: '{count} iteration ready', other: '{count} iterations ready' },
  'say.failed': { one: '{count} iteration failed', other: '{count} iterations failed' },
  'say.remixing': 'Remixing. The output is added as a reference.',
} as const satisfies Readonly<Record<string, Message>>;
