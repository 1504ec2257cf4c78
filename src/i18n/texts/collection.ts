import { actionTexts } from './actions.js';
import { collectionFirstTexts } from './collection-first.js';
import { collectionRestTexts } from './collection-rest.js';
import { filterTexts } from './filter.js';

/** Texts of the grid and the timeline. */
export const collectionTexts = {
  ...collectionFirstTexts,
  ...collectionRestTexts,
  ...filterTexts,
  ...actionTexts,
} as const;
