import type { Message } from '../message.js';

/** The fields of the viewer in which one judges. */
export const judgingFieldTexts = {
  'judge.label': 'Your verdict',
  'judge.rating': 'Rating',
  'judge.rate': '{count} of 5',
  'judge.none': 'No rating',
  'judge.tags': 'Tags',
  'judge.addTag': 'Add a tag',
  'judge.add': 'Add',
  'judge.removeTag': 'Remove tag {tag}',
  'judge.note': 'Note',
  'judge.notePlaceholder': 'Write a note',
  'judge.noteKept': 'Not saved. The text is kept here.',
} as const satisfies Readonly<Record<string, Message>>;
