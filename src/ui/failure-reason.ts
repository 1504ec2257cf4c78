import type { Localizer } from '../i18n/localizer.js';
import { clipText } from '../internal/clip-text.js';
import type { Failure } from '../model/index.js';
import { failureText } from './failure-text.js';
import { MAX_PROMPT } from './iteration-tile-pieces.js';

/** Up to where a sentence ends; what is shorter is none. */
const SENTENCE = /^.{8,}?(?:[.!?…](?=\s|$)|[。！？])/u;

/** Why something failed, where there is little room: what happened, without what to do about it; and the whole of it. */
export function failureReason(
  localizer: Localizer,
  failure: Failure,
): { readonly short: string; readonly whole: string } {
  const whole = clipText(failureText(localizer, failure), MAX_PROMPT);
  return { short: SENTENCE.exec(whole)?.[0] ?? whole, whole };
}
