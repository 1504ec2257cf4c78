import type { Message } from '../message.js';

/** Texts of the timeline and of its headings. */
export const timelineTexts = {
  'timeline.label': 'Iterations by day',
  'timeline.label.week': 'Iterations by week',
  'timeline.label.month': 'Iterations by month',
  'timeline.label.session': 'Iterations by session',
  'timeline.day': { one: '{day}, {count} iteration', other: '{day}, {count} iterations' },
  'timeline.week': 'Week of {date}',
  'timeline.untitled': 'Untitled session',
  'timeline.collapse': 'Collapse',
  'timeline.expand': 'Expand',
  'timeline.select': 'Select all of {section}',
} as const satisfies Readonly<Record<string, Message>>;
