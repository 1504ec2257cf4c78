import type { Message } from '../message.js';

/** Stars, ratings, flags, tags and notes. */
export const judgingTexts = {
  'mark.starred': 'starred',
  'mark.rated': 'rated {count} of 5',
  'mark.pick': 'picked',
  'mark.reject': 'rejected',
  'mark.rating': '{count}/5',
  'action.star': 'Star',
  'action.unstar': 'Remove star',
  'action.pick': 'Pick',
  'action.reject': 'Reject',
  'action.unflag': 'Remove flag',
  'toast.starred': 'Starred',
  'toast.unstarred': 'Star removed',
  'toast.rated': 'Rated {rating} of 5',
  'toast.unrated': 'Rating removed',
  'toast.pick': 'Picked',
  'toast.reject': 'Rejected',
  'toast.unflagged': 'Flag removed',
  'toast.tagged': 'Tags changed',
  'toast.noted': 'Note saved',
  'toast.judged': { one: '{what}', other: '{what}: {count} iterations' },
} as const satisfies Readonly<Record<string, Message>>;
