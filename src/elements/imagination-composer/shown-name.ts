import { clipText } from '../../internal/clip-text.js';

/** Longest file name that is written out, in characters. */
const NAME_LENGTH = 60;

export const shownName = (name: string): string => clipText(name, NAME_LENGTH);
