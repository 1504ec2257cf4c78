import { actionTexts } from './actions.js';
import { batchTexts } from './batch.js';
import { collectionFirstTexts } from './collection-first.js';
import { collectionRestTexts } from './collection-rest.js';
import { filterTexts } from './filter.js';
import { reassignTexts } from './reassign.js';
import { scrubberTexts } from './scrubber.js';
import { selectionTexts } from './selection.js';
import { timelineTexts } from './timeline.js';

/** Texts of the grid and the timeline. */
export const collectionTexts = {
  ...collectionFirstTexts,
  ...collectionRestTexts,
  ...filterTexts,
  ...actionTexts,
  ...scrubberTexts,
  ...selectionTexts,
  ...timelineTexts,
  ...batchTexts,
  ...reassignTexts,
} as const;
