import type { Id } from '../model/index.js';

/** What ids of rows begin with that stand for ones that the adapter has not answered yet. */
export const PLACEHOLDER_PREFIX = 'placeholder:';

/** Whether a row stands for one that the adapter has not answered yet: nothing can be done to it. */
export const isPlaceholder = (id: Id): boolean => id.startsWith(PLACEHOLDER_PREFIX);
