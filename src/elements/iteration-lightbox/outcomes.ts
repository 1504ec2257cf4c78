import type { Localizer } from '../../i18n/index.js';
import type { Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { Toast } from '../../ui/toast.js';
import { annotateIterations } from '../intents/edit-intents.js';
import type {
  IntentFailedEvent,
  IterationRegeneratedEvent,
  IterationsArchivedEvent,
  IterationsUnarchivedEvent,
} from '../intents/iteration-events.js';
import { archiveIterations, unarchiveIterations } from '../intents/iteration-intents.js';
import { sayFailure, sayPut, sayStep, sayVerdict, type Sayer } from '../outcome/say-outcome.js';
import { stepsWithin, within } from '../outcome/within.js';

/** What saying an outcome needs. */
export interface OutcomeContext {
  readonly localizer: () => Localizer;
  readonly store: () => ImaginationsStore | undefined;
  readonly say: (toast: Toast) => void;
  readonly leave: () => void;
  /** Shows again what was left, after it was taken back; `wasAway`, it had been put away. */
  readonly showAgain: (ids: readonly Id[], wasAway?: boolean) => void;
}

/**
 * Says inside the dialog what became of its own actions: what lies behind a modal dialog is neither seen nor read out.
 * A remix ends the viewing before anybody else hears of it, so that the composer can take the focus.
 */
export function sayOutcomes(host: HTMLElement, context: OutcomeContext): void {
  const { localizer, store, say, leave, showAgain } = context;
  const sayer = (): Sayer => ({ localizer: localizer(), show: say, ...stepsWithin(() => host, store) });
  const put =
    (archived: boolean, act: typeof archiveIterations) =>
    ({ detail: { outcome } }: IterationsArchivedEvent | IterationsUnarchivedEvent): void => {
      const withStore = within(store);
      sayPut(sayer(), archived, outcome, {
        retry: (ids) => withStore((now) => act(host, now, ids)),
        // Undone for its sake: shows it again, if anything is shown still.
        undone: ({ done: [id] }) =>
          withStore((now) => id !== undefined && now.navigation.value.iterationId && now.navigate({ iterationId: id })),
      });
    };
  host.addEventListener('iteration-remixed', leave);
  host.addEventListener('iterations-archived', put(true, archiveIterations));
  host.addEventListener('iterations-unarchived', put(false, unarchiveIterations));
  host.addEventListener('iterations-annotated', ({ detail }) => {
    const withStore = within(store);
    sayVerdict(sayer(), detail, {
      retry: (ids) => withStore((now) => annotateIterations(host, now, ids, detail.patch)),
      undone: ({ done }) => showAgain(done),
    });
  });
  host.addEventListener('imaginations-undone', ({ detail }) => {
    sayStep(sayer(), detail);
    const { way, outcome, entry } = detail;
    if (way === 'undo' && outcome.done.length > 0) showAgain(entry.ids, entry.what === 'archive');
  });
  host.addEventListener('imaginations-failed', (event: IntentFailedEvent) =>
    sayFailure({ localizer: localizer(), show: say }, event),
  );
  host.addEventListener('iteration-regenerated', ({ detail }: IterationRegeneratedEvent) => {
    const { iterationIds, requested } = detail.generation;
    const [first] = iterationIds;
    say({
      text: localizer().t('say.started', { count: requested }),
      ...(first !== undefined && {
        actions: [{ label: localizer().t('action.open'), run: () => store()?.navigate({ iterationId: first }) }],
      }),
    });
  });
}
