import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Failure } from '../../model/index.js';
import { failureText } from '../../ui/failure-text.js';
import { byReason } from './by-reason.js';
import { isWhole, type Came } from './came-of.js';
import { knownFailure } from './known-failure.js';
import type { OutcomeVerb } from './outcome-verb.js';

/** Longest reason in a backend's own words, in characters. */
const REASON_LENGTH = 120;

/** What an outcome is put into words with. */
export interface Wording {
  readonly verb: OutcomeVerb;
  /** What is said where all of it was done. */
  readonly whole: (count: number) => string;
  /** How far it came, where that is not said by the number of rows alone. */
  readonly far?: string | undefined;
}

/** Why something failed, in a few words. */
function reasonText(localizer: Localizer, failure: Failure): string {
  const { code, userMessage } = knownFailure(failure);
  return userMessage === undefined ? localizer.t(`reason.${code}`) : clipText(userMessage, REASON_LENGTH);
}

function doneText(localizer: Localizer, verb: OutcomeVerb, count: number): string {
  if (count === 0) return '';
  if (verb === 'undo' || verb === 'redo')
    return localizer.t(`outcome.${verb === 'undo' ? 'undone' : 'redone'}`, { count });
  return localizer.t('outcome.done', { count });
}

/** How many failed, and the most frequent reason. */
function failedText(localizer: Localizer, verb: OutcomeVerb, failed: Came['failed']): string {
  const count = failed.length;
  const [first] = byReason(failed, ({ error }) => reasonText(localizer, error));
  if (!first) return '';
  const what = localizer.t(`batch.failed.${verb}`, { count });
  const most = first.rows.length;
  const reason = first.text;
  return most === count
    ? localizer.t('outcome.because', { what, reason })
    : localizer.t('outcome.mostly', { what, most, reason });
}

/** As sentences one after the other. */
const joined = (parts: readonly string[]): string => {
  const said = parts.filter((part) => part !== '');
  return said.map((part, at) => (at < said.length - 1 ? part.replace(/\.$/, '') : part)).join('. ');
};

/**
 * What came of something that was done to several, taken back or done again: how much of it was done, how much failed and most often
 * why, and how much was left, for somebody has changed it since. Only what was done whole reads as if it was.
 */
export function outcomeText(localizer: Localizer, came: Came, { verb, whole, far }: Wording): string {
  const { done, failed, left, error } = came;
  if (far === undefined && isWhole(came)) return whole(done);
  const why = failed[0]?.error ?? error;
  const isOne = failed.length === 0 || (failed.length === 1 && !error);
  // Of one, or of what has no names, the reason says it all: also what was kept, and what to do.
  if (far === undefined && why && done === 0 && left === 0 && isOne) {
    return failureText(localizer, knownFailure(why));
  }
  return joined([
    far ?? doneText(localizer, verb, done),
    failedText(localizer, verb, failed),
    left > 0 ? localizer.t('toast.leftAlone', { count: left }) : '',
    error ? localizer.t('outcome.ended', { reason: reasonText(localizer, error) }) : '',
  ]);
}

/** What is said where a step back, or forward again, was taken whole. */
export const wholeStep =
  (localizer: Localizer, way: 'undo' | 'redo') =>
  (count: number): string =>
    localizer.t(count === 0 ? 'outcome.nothing' : way === 'undo' ? 'toast.undone' : 'toast.redone');
