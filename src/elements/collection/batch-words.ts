import type { Localizer } from '../../i18n/index.js';
import type { UndoOutcome } from '../../store/index.js';
import { cameOf, isWhole, mayStepAgain } from '../outcome/came-of.js';
import { outcomeText, wholeStep } from '../outcome/outcome-text.js';
import type { BatchNote } from './batch-runs.js';

/** How far a batch came that somebody has stopped. */
function stoppedText(localizer: Localizer, { done, stoppedOf }: BatchNote): string | undefined {
  if (stoppedOf === undefined) return undefined;
  return stoppedOf === null
    ? localizer.t('batch.stopped', { done })
    : localizer.t('batch.stoppedOf', { done, count: stoppedOf });
}

/** What came of a batch, or of taking one back, in words. */
export function noteText(localizer: Localizer, note: BatchNote): string {
  const { verb } = note;
  const whole = verb === 'undo' ? wholeStep(localizer, verb) : undefined;
  return outcomeText(localizer, note, {
    verb,
    whole: whole ?? ((count) => localizer.t('outcome.done', { count })),
    far: stoppedText(localizer, note),
  });
}

/**
 * What taking a batch back came to, and whether that is all of it.
 * @param again takes the rest of it back; given the note of what was left.
 */
export function undoNote(
  outcomes: readonly UndoOutcome[],
  again: (note: Pick<BatchNote, 'key'>) => Promise<void>,
): { readonly note: BatchNote; readonly isAll: boolean } {
  const came = cameOf(...outcomes);
  const key = {};
  const retry = mayStepAgain(came) ? () => again({ key }) : undefined;
  return { note: { ...came, key, verb: 'undo', stoppedOf: undefined, undo: undefined, retry }, isAll: isWhole(came) };
}
