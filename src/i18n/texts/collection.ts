import { collectionFirstTexts } from './collection-first.js';
import { collectionRestTexts } from './collection-rest.js';

/** Texts of the grid and the timeline. */
export const collectionTexts = { ...collectionFirstTexts, ...collectionRestTexts } as const;
