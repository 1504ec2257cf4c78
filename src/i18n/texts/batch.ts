import type { Message } from '../message.js';

/** How far a batch is, and what can be done about what came of it. */
export const batchTexts = {
  'batch.progress': '{done} of {count}',
  'batch.inOneGo': { one: '{count} in one go', other: '{count} in one go' },
  'batch.found': { one: '{count} found so far', other: '{count} found so far' },
  'batch.everything': 'Everything that matches',
  'batch.doing.archive': 'Archiving',
  'batch.doing.unarchive': 'Unarchiving',
  'batch.doing.star': 'Starring',
  'batch.doing.unstar': 'Removing stars',
  'batch.doing.rate': 'Rating',
  'batch.doing.flag': 'Flagging',
  'batch.doing.move': 'Moving',
  'batch.doing.projects': 'Filing in projects',
  'batch.doing.other': 'Working',
  'batch.stopped': 'Stopped after {done}',
  'batch.stoppedOf': 'Stopped after {done} of {count}',
  'batch.failedLabel': 'Not done',
  'batch.andMore': { one: 'and {count} more', other: 'and {count} more' },
  'action.show': 'Show',
  'action.hide': 'Hide',
  'action.cancel': 'Cancel',
  'action.dismiss': 'Dismiss',
} as const satisfies Readonly<Record<string, Message>>;
