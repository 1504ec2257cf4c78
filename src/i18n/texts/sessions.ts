import type { Message } from '../message.js';

/** Texts of session cards. */
export const sessionsTexts = {
  'app.more': 'More actions',
  'count.image': { one: '{count} image', other: '{count} images' },
  'count.video': { one: '{count} video', other: '{count} videos' },
  'count.audio': { one: '{count} audio', other: '{count} audios' },
  'count.running': { one: '{count} running', other: '{count} running' },
  'count.failed': { one: '{count} failed', other: '{count} failed' },
  'session.untitled': 'Untitled session',
  'session.list': 'Sessions',
  'session.actions': 'Actions for {title}',
  'session.title': 'Title',
  'session.noPreview': 'No previews yet',
  'time.now': 'just now',
  'time.minutesAgo': '{count} min ago',
  'time.hoursAgo': '{count} h ago',
  'empty.sessions.title': 'No sessions yet',
  'empty.sessions.text': 'Write a brief below and press Imagine. Each brief becomes a session.',
  'empty.archivedSessions.title': 'No archived sessions',
  'empty.archivedSessions.text': 'Single iterations that you archived are under Iterations.',
} as const satisfies Readonly<Record<string, Message>>;
