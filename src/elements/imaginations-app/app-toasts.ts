import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Id } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';

/** What a message needs to be said. */
export interface ToastContext {
  readonly localizer: Localizer;
  readonly store: ImaginationsStore | undefined;
  readonly show: (toast: Toast) => void;
}

/** Longest title a message repeats, in characters. */
const TITLE_LENGTH = 60;

function doneText(
  { localizer, store }: ToastContext,
  on: 'iteration' | 'session',
  archived: boolean,
  ids: readonly Id[],
): string {
  const count = ids.length;
  if (on === 'iteration') {
    return localizer.t(archived ? 'toast.archivedIterations' : 'toast.unarchivedIterations', { count });
  }
  const session = store?.session(ids[0] ?? '');
  const text = session?.title || session?.brief.prompt || '';
  const title = clipText(text, TITLE_LENGTH) || localizer.t('session.untitled');
  return localizer.t(archived ? 'toast.archivedSession' : 'toast.unarchivedSession', { title });
}

/** Says what a batch did, honestly, and offers to take it back. */
export function sayOutcome(
  context: ToastContext,
  on: 'iteration' | 'session',
  archived: boolean,
  { done, failed, undo }: BatchOutcome,
): void {
  const { localizer, show } = context;
  const [first] = failed;
  const partly = (): string => localizer.t('toast.partly', { done: done.length, count: failed.length });
  if (first && done.length === 0) {
    show({ text: failureText(localizer, first.error) });
    return;
  }
  const takeBack = async (): Promise<void> => {
    const outcome = await undo?.();
    if (outcome)
      show({ text: outcome.failed[0] ? failureText(localizer, outcome.failed[0].error) : localizer.t('toast.undone') });
  };
  show({
    text: first ? partly() : doneText(context, on, archived, done),
    ...(undo && { action: { label: localizer.t('action.undo'), run: () => void takeBack() } }),
  });
}

/** Says why something did not work. */
export const sayFailure = ({ localizer, show }: ToastContext, { detail }: IntentFailedEvent): void =>
  show({ text: failureText(localizer, detail.failure) });
