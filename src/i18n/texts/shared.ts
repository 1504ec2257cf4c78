import { errorTexts } from './errors.js';
import { loadingTexts } from './loading.js';
import { stateTexts } from './states.js';
import { tileTexts } from './tile.js';

/** Texts of more than one element: media, states of a run, what went wrong. */
export const sharedTexts = { ...tileTexts, ...loadingTexts, ...stateTexts, ...errorTexts } as const;
