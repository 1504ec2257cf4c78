import type { Localizer } from '../../i18n/index.js';
import type { Id } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import type { IterationsAnnotateDetail, WithOutcome } from '../intents/edit-events.js';
import type { HistoryOutcomeDetail } from '../intents/history-events.js';
import { verdictText } from '../judging/judge.js';
import type {
  IntentFailedEvent,
  IterationRegeneratedEvent,
  IterationsArchivedEvent,
  IterationsUnarchivedEvent,
} from '../intents/iteration-events.js';
import { knownFailure } from './iteration-text.js';

/** What saying an outcome needs. */
export interface OutcomeContext {
  readonly localizer: () => Localizer;
  readonly store: () => ImaginationsStore | undefined;
  readonly say: (toast: Toast) => void;
  readonly leave: () => void;
  /** Shows again what was left, after it was taken back. */
  readonly showAgain: (ids: readonly Id[]) => void;
}

function sayBatch(
  { localizer, store, say }: OutcomeContext,
  key: 'toast.archivedIterations' | 'toast.unarchivedIterations',
  outcome: BatchOutcome,
): void {
  const { done, failed } = outcome;
  const [first] = failed;
  if (first) {
    say({ text: failureText(localizer(), knownFailure(first.error)) });
    return;
  }
  const back = async (id: Id | undefined): Promise<void> => {
    const problem = (await outcome.undo?.())?.failed[0];
    say({ text: problem ? failureText(localizer(), knownFailure(problem.error)) : localizer().t('toast.undone') });
    // Undone for its sake: show it again, if anything is shown still.
    if (!problem && id !== undefined && store()?.navigation.value.iterationId) store()?.navigate({ iterationId: id });
  };
  say({
    text: localizer().t(key, { count: done.length }),
    ...(outcome.undo && { action: { label: localizer().t('action.undo'), run: () => void back(done[0]) } }),
  });
}

function sayVerdict(
  { localizer, say, showAgain }: OutcomeContext,
  { patch, outcome }: WithOutcome<IterationsAnnotateDetail>,
): void {
  const { done, failed, error, undo } = outcome;
  const why = failed[0]?.error ?? error;
  const back = async (): Promise<void> => {
    const problem = (await undo?.())?.failed[0];
    say({ text: problem ? failureText(localizer(), knownFailure(problem.error)) : localizer().t('toast.undone') });
    if (!problem) showAgain(done);
  };
  say({
    text: why ? failureText(localizer(), knownFailure(why)) : verdictText(localizer(), patch),
    ...(undo && { action: { label: localizer().t('action.undo'), run: () => void back() } }),
  });
}

function sayStep({ localizer, say, showAgain }: OutcomeContext, { way, entry, outcome }: HistoryOutcomeDetail): void {
  const [problem] = outcome.failed;
  say({
    text: problem
      ? failureText(localizer(), knownFailure(problem.error))
      : localizer().t(way === 'undo' ? 'toast.undone' : 'toast.redone'),
  });
  if (!problem && way === 'undo') showAgain(entry.ids);
}

/**
 * Says inside the dialog what became of its own actions: what lies behind a modal dialog is neither seen nor read out.
 * A remix ends the viewing before anybody else hears of it, so that the composer can take the focus.
 */
export function sayOutcomes(host: HTMLElement, context: OutcomeContext): void {
  const { localizer, store, say, leave } = context;
  host.addEventListener('iteration-remixed', leave);
  host.addEventListener('iterations-archived', ({ detail }: IterationsArchivedEvent) =>
    sayBatch(context, 'toast.archivedIterations', detail.outcome),
  );
  host.addEventListener('iterations-unarchived', ({ detail }: IterationsUnarchivedEvent) =>
    sayBatch(context, 'toast.unarchivedIterations', detail.outcome),
  );
  host.addEventListener('iterations-annotated', ({ detail }) => sayVerdict(context, detail));
  host.addEventListener('imaginations-undone', ({ detail }) => sayStep(context, detail));
  host.addEventListener('imaginations-failed', ({ detail }: IntentFailedEvent) => {
    // What is wrong with a host's keys is for its engineers.
    if (detail.intent !== 'shortcuts') say({ text: failureText(localizer(), knownFailure(detail.failure)) });
  });
  host.addEventListener('iteration-regenerated', ({ detail }: IterationRegeneratedEvent) => {
    const { iterationIds, requested } = detail.generation;
    const [first] = iterationIds;
    say({
      text: localizer().t('say.started', { count: requested }),
      ...(first !== undefined && {
        action: { label: localizer().t('action.open'), run: () => store()?.navigate({ iterationId: first }) },
      }),
    });
  });
}
