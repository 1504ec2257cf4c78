import type { Action, Iteration } from '../../model/index.js';

/** Whether a row allows something that the adapter offers. */
export const allows = (iteration: Iteration, action: Action): boolean => iteration.can?.[action] !== false;
