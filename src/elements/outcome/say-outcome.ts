import type { Localizer } from '../../i18n/index.js';
import type { Id } from '../../model/index.js';
import { MOST_REFERENCES, type BatchOutcome, type HistoryEntry, type UndoOutcome } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast, ToastAction } from '../../ui/toast.js';
import type { IterationsAnnotateDetail, WithOutcome } from '../intents/edit-events.js';
import type { HistoryOutcomeDetail, HistoryWay } from '../intents/history-events.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';
import { FULL_REFERENCES } from '../intents/remix-intents.js';
import { verdictText } from '../judging/judge.js';
import { cameOf, mayRetry, mayStepAgain, type Came } from './came-of.js';
import { knownFailure } from './known-failure.js';
import { outcomeText, wholeStep } from './outcome-text.js';
import { verbOf, type OutcomeVerb } from './outcome-verb.js';

/** What saying an outcome needs. */
export interface Sayer {
  readonly localizer: Localizer;
  readonly show: (toast: Toast) => void;
  /** Takes the last command back, or does it again; nothing where that is not the one that is wanted. */
  readonly step: (way: HistoryWay, wanted?: HistoryEntry | null) => void;
  /** What would be taken back, or done again, now. */
  readonly next?: ((way: HistoryWay) => HistoryEntry | null | undefined) | undefined;
}

/** What follows from a batch. */
export interface BatchWays {
  /** Tries rows again. */
  readonly retry?: ((ids: readonly Id[]) => unknown) | undefined;
  /** Called when it has been taken back, as far as that went. */
  readonly undone?: ((outcome: UndoOutcome) => void) | undefined;
}

function retryAction(localizer: Localizer, { done }: Came, run: () => unknown): ToastAction {
  return { label: localizer.t(done > 0 ? 'action.retryFailed' : 'action.retry'), run: () => void run() };
}

/** Says what a batch did, and offers to try again what failed, and to take back what was done. */
export function sayBatch(
  sayer: Sayer,
  outcome: BatchOutcome,
  wording: { readonly verb: OutcomeVerb; readonly whole: (count: number) => string } & BatchWays,
): void {
  const { localizer, show } = sayer;
  const { retry, undone } = wording;
  const { undo, failed } = outcome;
  const came = cameOf(outcome);
  const takeBack = async (): Promise<void> => {
    const step = await undo?.();
    if (!step) return;
    sayStep(sayer, { way: 'undo', outcome: step }, () => void takeBack());
    undone?.(step);
  };
  const actions: ToastAction[] = [];
  if (retry && mayRetry(came)) actions.push(retryAction(localizer, came, () => retry(failed.map(({ id }) => id))));
  if (undo) actions.push({ label: localizer.t('action.undo'), run: () => void takeBack() });
  show({ text: outcomeText(localizer, came, wording), actions });
}

/**
 * Says what came of taking something back, or doing it again, and offers the rest of it, and the opposite.
 * @param again takes the rest of the step; default: the last of its sort.
 */
export function sayStep(
  { localizer, show, step, next }: Sayer,
  { way, outcome }: Pick<HistoryOutcomeDetail, 'way' | 'outcome'>,
  again?: () => void,
): void {
  // By the time that somebody presses, something else may be the last.
  const taking = (what: HistoryWay): (() => void) => {
    const wanted = next?.(what);
    return () => step(what, wanted);
  };
  const came = cameOf(outcome);
  const back = way === 'undo' ? 'redo' : 'undo';
  const actions: ToastAction[] = [];
  if (mayStepAgain(came)) actions.push(retryAction(localizer, came, again ?? taking(way)));
  if (came.done > 0) actions.push({ label: localizer.t(`action.${back}`), run: taking(back) });
  show({ text: outcomeText(localizer, came, { verb: way, whole: wholeStep(localizer, way) }), actions });
}

/** Says what came of putting iterations away, or bringing them back. */
export const sayPut = (sayer: Sayer, archived: boolean, outcome: BatchOutcome, ways: BatchWays): void =>
  sayBatch(sayer, outcome, {
    ...ways,
    verb: archived ? 'archive' : 'unarchive',
    whole: (count) =>
      sayer.localizer.t(archived ? 'toast.archivedIterations' : 'toast.unarchivedIterations', { count }),
  });

/** Says what a verdict came to. */
export const sayVerdict = (
  sayer: Sayer,
  { patch, outcome }: Pick<WithOutcome<IterationsAnnotateDetail>, 'patch' | 'outcome'>,
  ways: BatchWays,
): void =>
  sayBatch(sayer, outcome, {
    ...ways,
    verb: verbOf(patch),
    whole: (count) => sayer.localizer.t('toast.judged', { count, what: verdictText(sayer.localizer, patch) }),
  });

/** Says why something did not work that a person did. What is wrong with a host's keys is for its engineers. */
export const sayFailure = (
  { localizer, show }: Pick<Sayer, 'localizer' | 'show'>,
  { detail }: IntentFailedEvent,
): void => {
  const { intent, failure } = detail;
  if (intent === 'shortcuts') return;
  const isFull = failure.code === 'unsupported' && failure.fields?.[0]?.path === FULL_REFERENCES;
  show({
    text: isFull
      ? localizer.t('outcome.referencesFull', { count: MOST_REFERENCES })
      : failureText(localizer, knownFailure(failure)),
  });
};
