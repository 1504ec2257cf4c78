import type { Message } from '../message.js';

/** Texts of the page of a session, and of what can be done to one: cards show without them. */
export const sessionPageTexts = {
  'action.rename': 'Rename',
  'session.name': 'Session: {title}',
  'session.generateMore': 'Generate more',
  'session.back': 'All sessions',
  'session.brief': 'Brief',
  'session.showMore': 'Show more',
  'session.showLess': 'Show less',
  'session.archivedNote': 'This session is archived. Its iterations are hidden everywhere else.',
  'toast.renamed': 'Renamed to “{title}”',
} as const satisfies Readonly<Record<string, Message>>;
