import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Id, Session } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore, UndoOutcome } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import type { HistoryOutcomeDetail, HistoryWay } from '../intents/history-events.js';
import type { IterationsAnnotateDetail, IterationsReassignDetail, WithOutcome } from '../intents/edit-events.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';
import { verdictText } from '../judging/judge.js';

/** What a message needs to be said. */
export interface ToastContext {
  readonly localizer: Localizer;
  readonly store: ImaginationsStore | undefined;
  readonly show: (toast: Toast) => void;
  /** Takes the last command back, or does it again. */
  readonly step: (way: HistoryWay) => void;
}

/** Longest title a message repeats, in characters. */
const TITLE_LENGTH = 60;

function titleOf(session: Session | undefined, localizer: Localizer): string {
  const text = session?.title || session?.brief.prompt || '';
  return clipText(text, TITLE_LENGTH) || localizer.t('session.untitled');
}

function doneText(
  { localizer, store }: ToastContext,
  on: 'iteration' | 'session',
  archived: boolean,
  ids: readonly Id[],
  count: number,
): string {
  if (on === 'iteration') {
    return localizer.t(archived ? 'toast.archivedIterations' : 'toast.unarchivedIterations', { count });
  }
  if (count > 1) return localizer.t(archived ? 'toast.archivedSessions' : 'toast.unarchivedSessions', { count });
  const title = titleOf(store?.session(ids[0] ?? ''), localizer);
  return localizer.t(archived ? 'toast.archivedSession' : 'toast.unarchivedSession', { title });
}

/** Says what a batch of archiving did. */
export function sayOutcome(
  context: ToastContext,
  on: 'iteration' | 'session',
  archived: boolean,
  outcome: BatchOutcome,
): void {
  sayBatch(context, outcome, (count) => doneText(context, on, archived, outcome.done, count));
}

/** Says what a verdict came to. */
export const sayVerdict = (context: ToastContext, { patch, outcome }: WithOutcome<IterationsAnnotateDetail>): void =>
  sayBatch(context, outcome, (count) =>
    context.localizer.t('toast.judged', { count, what: verdictText(context.localizer, patch) }),
  );

/** Says where iterations went. */
export function sayMoved(
  context: ToastContext,
  { to, outcome }: Pick<WithOutcome<IterationsReassignDetail>, 'to' | 'outcome'>,
): void {
  const { localizer, store } = context;
  const id = 'sessionId' in to ? to.sessionId : outcome.made;
  const session = id === undefined ? undefined : store?.session(id);
  sayBatch(context, outcome, (count) => {
    if ('projects' in to) return localizer.t('toast.filed', { count });
    // Of a session that has just been made the store may not know more than what it was to be called.
    const given = 'create' in to ? clipText(to.create.title ?? '', TITLE_LENGTH) : '';
    const title = given || (session && titleOf(session, localizer));
    return title ? localizer.t('toast.movedTo', { count, title }) : localizer.t('toast.moved', { count });
  });
}

/** Says what a batch did, honestly, and offers to take it back. */
function sayBatch(
  context: ToastContext,
  { done, failed, undo, error, count = done.length }: BatchOutcome,
  textOf: (count: number) => string,
): void {
  const { localizer, show } = context;
  const why = error ?? failed[0]?.error;
  if (why && count === 0) {
    show({ text: failureText(localizer, why) });
    return;
  }
  const takeBack = async (): Promise<void> => {
    const outcome = await undo?.();
    if (outcome) sayStep(context, { way: 'undo', outcome });
  };
  show({
    text: failed.length > 0 ? partlyText(localizer, count, failed) : why ? failureText(localizer, why) : textOf(count),
    ...(undo && { action: { label: localizer.t('action.undo'), run: () => void takeBack() } }),
  });
}

const partlyText = (localizer: Localizer, done: number, failed: BatchOutcome['failed']): string =>
  localizer.t('toast.partly', { done, count: failed.length });

/** What came of what a step was for; empty where it was left alone altogether. */
function stepText(localizer: Localizer, way: HistoryWay, outcome: UndoOutcome): string {
  const { failed, left, error = failed[0]?.error, count = outcome.done.length } = outcome;
  if (error) {
    return count > 0 && failed.length > 0 ? partlyText(localizer, count, failed) : failureText(localizer, error);
  }
  if (count === 0 && left.length > 0) return '';
  return localizer.t(way === 'undo' ? 'toast.undone' : 'toast.redone');
}

/** Says what came of taking something back, or doing it again, and offers the opposite. */
export function sayStep(
  { localizer, show, step }: ToastContext,
  { way, outcome }: Pick<HistoryOutcomeDetail, 'way' | 'outcome'>,
): void {
  const { left, count = outcome.done.length } = outcome;
  // What somebody else has changed since is theirs now.
  const others = left.length > 0 ? localizer.t('toast.leftAlone', { count: left.length }) : '';
  const back = way === 'undo' ? 'redo' : 'undo';
  show({
    text: [stepText(localizer, way, outcome), others].filter((part) => part !== '').join('. '),
    ...(count > 0 && { action: { label: localizer.t(`action.${back}`), run: () => step(back) } }),
  });
}

/** Says why something did not work that a person did. What is wrong with a host's keys is for its engineers. */
export const sayFailure = ({ localizer, show }: ToastContext, { detail }: IntentFailedEvent): void => {
  if (detail.intent !== 'shortcuts') show({ text: failureText(localizer, detail.failure) });
};
