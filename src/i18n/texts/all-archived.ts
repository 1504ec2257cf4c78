import type { Message } from '../message.js';

/** What is said where all iterations, or all sessions, are in the archive. */
export const allArchivedTexts = {
  'empty.allArchived.title': 'All iterations are archived',
  'empty.allArchived.text': 'They are kept until you bring them back.',
  'empty.allArchivedSessions.title': 'All sessions are archived',
  'empty.allArchivedSessions.text': 'Bring one back, or write a brief below to begin another.',
  'empty.allArchived.action': 'Show archived',
} as const satisfies Readonly<Record<string, Message>>;
