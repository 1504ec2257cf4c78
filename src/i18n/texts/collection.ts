import { actionTexts } from './actions.js';
import { collectionFirstTexts } from './collection-first.js';
import { collectionRestTexts } from './collection-rest.js';
import { filterTexts } from './filter.js';
import { scrubberTexts } from './scrubber.js';

/** Texts of the grid and the timeline. */
export const collectionTexts = {
  ...collectionFirstTexts,
  ...collectionRestTexts,
  ...filterTexts,
  ...actionTexts,
  ...scrubberTexts,
} as const;
