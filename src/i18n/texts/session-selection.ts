import type { Message } from '../message.js';

/** What is said of sessions that are selected. */
export const sessionSelectionTexts = {
  'session.select': 'Select {title}',
  'selection.sessions': { one: '{count} session selected', other: '{count} sessions selected' },
  'selection.sessionsWith': {
    one: '{count} session, {iterations} selected',
    other: '{count} sessions, {iterations} selected',
  },
  'selection.iterations': { one: '{count} iteration', other: '{count} iterations' },
  'selection.atLeast': 'at least {iterations}',
} as const satisfies Readonly<Record<string, Message>>;
