import type { Message } from '../message.js';

/** What is said of sessions that something was done to, and of iterations that went to others. */
export const sessionToastTexts = {
  'toast.moved': { one: 'Moved {count} iteration', other: 'Moved {count} iterations' },
  'toast.movedTo': { one: 'Moved {count} iteration to “{title}”', other: 'Moved {count} iterations to “{title}”' },
  'toast.filed': { one: 'Projects of {count} iteration changed', other: 'Projects of {count} iterations changed' },
  'toast.archivedSession': 'Archived “{title}” and its iterations',
  'toast.unarchivedSession': 'Unarchived “{title}”',
  'toast.archivedSessions': {
    one: 'Archived {count} session and its iterations',
    other: 'Archived {count} sessions and their iterations',
  },
  'toast.unarchivedSessions': { one: 'Unarchived {count} session', other: 'Unarchived {count} sessions' },
} as const satisfies Readonly<Record<string, Message>>;
