import type { Message } from '../message.js';

/** What went wrong, and that nothing is archived: needed once the first picture stands. */
export const errorTexts = {
  'empty.archived.title': 'Nothing archived',
  'empty.archived.text': 'What you archive is kept here until you bring it back.',
  'error.title': 'Something went wrong',
  'error.aborted': 'Canceled. Nothing was changed.',
  'error.network': 'No connection to the server. Nothing was lost; try again when you are back online.',
  'error.timeout': 'The server took too long. Nothing was lost; try again.',
  'error.unauthorized': 'You have been signed out. Your work is kept; sign in and try again.',
  'error.forbidden': 'You are not allowed to do this. Nothing was changed.',
  'error.not-found': 'This is no longer here. It may have been deleted elsewhere.',
  'error.conflict': 'This was changed elsewhere at the same time. The newer version is shown; check it and try again.',
  'error.invalid': 'The brief was not accepted. It is kept; change it and try again.',
  'error.rate-limited': 'Too many requests at once. Your brief is kept; wait a moment and try again.',
  'error.quota': 'There is no space or credit left. Nothing that exists was touched; make room and try again.',
  'error.moderated': 'The content rules did not allow this. The brief is kept; rephrase it and try again.',
  'error.too-large': 'This is too large. Nothing was changed; use something smaller.',
  'error.unsupported': 'This cannot be done here. Nothing was changed.',
  'error.cursor-expired': 'The list has moved on. It is being loaded again.',
  'error.unavailable': 'The service is not available at the moment. Your work is kept; try again later.',
  'error.internal': 'Something unexpected happened. Your work is kept; try again.',
} as const satisfies Readonly<Record<string, Message>>;
