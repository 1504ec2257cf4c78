import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../i18n/registry.js';
import { sessionToastTexts } from '../../i18n/texts/session-toasts.js';
import { historyOf, type BatchOutcome, type Target } from '../../store/index.js';
import { judgingTexts } from '../../i18n/texts/judging.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { ToastController, toastStyles } from '../../ui/toast.js';
import { batchRunsOf } from '../collection/batch-runs.js';
import type { ImaginationsUndoneEvent } from '../intents/history-events.js';
import { stepHistory } from '../intents/history-intents.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';
import { shortcutKeysOf } from '../shortcuts/shortcut-keys.js';
import { RaisedDock, raisedDockStyles } from './raised-dock.js';
import { sayFailure, sayMoved, sayOutcome, sayStep, sayVerdict, type ToastContext } from './app-toasts.js';

/** What came of a batch, and of which. */
interface Said {
  readonly target?: Target | undefined;
  readonly outcome: BatchOutcome;
}

/** What the messages need of the app. */
type AppMessagesContext = Pick<ToastContext, 'localizer' | 'store'>;

/** The short messages of the app: loaded when somebody is there, for the first picture does not need them. */
export class AppMessages {
  readonly #host: LitElement;
  readonly #toasts: ToastController;
  readonly #context: () => AppMessagesContext;

  constructor(host: LitElement, context: () => AppMessagesContext) {
    this.#host = host;
    this.#toasts = new ToastController(host);
    this.#context = context;
    addEnglish(sessionToastTexts);
    addEnglish(judgingTexts);
    adoptStyles(host, toastStyles, raisedDockStyles);
    new RaisedDock(host, () => context().store);
    // Nobody judges before this has come: it takes a focus or a pointer.
    host.addEventListener('iterations-annotated', ({ detail }) => {
      if (!this.#isTold(detail)) sayVerdict(this.#full, detail);
    });
    host.addEventListener('iterations-reassigned', ({ detail }) => {
      if (!this.#isTold(detail)) sayMoved(this.#full, detail);
    });
  }

  render(): TemplateResult {
    return this.#toasts.render(this.#context().localizer);
  }

  outcome(on: 'iteration' | 'session', archived: boolean, detail: Said): void {
    if (!this.#isTold(detail)) sayOutcome(this.#full, on, archived, detail.outcome);
  }

  /** Takes the last command back, or does it again, where a key asks for that. */
  key(event: KeyboardEvent): void {
    const way = shortcutKeysOf(this.#host, 'app').find(event);
    const { store } = this.#context();
    if ((way !== 'undo' && way !== 'redo') || !store) return;
    event.preventDefault();
    // What it offers is what is being done.
    if (historyOf(store).state.value[way]) this.#toasts.dismiss();
    void stepHistory(this.#source, store, way);
  }

  /** Says what came of it, and offers the way back. */
  stepped({ detail }: ImaginationsUndoneEvent): void {
    sayStep(this.#full, detail);
  }

  failure(event: IntentFailedEvent): void {
    sayFailure(this.#full, event);
  }

  /** Inside, where what came of it is heard: at the host itself, only the page would hear of it. */
  get #source(): Element {
    return this.#host.renderRoot.querySelector('.app') ?? this.#host;
  }

  get #full(): ToastContext {
    const context = this.#context();
    return {
      ...context,
      show: (toast) => this.#toasts.show(toast),
      step: (way) => context.store && void stepHistory(this.#source, context.store, way),
    };
  }

  /** Whether a note above the bar says what did not work of it, with all that can be done about it: two would be one too many. */
  #isTold({ target, outcome: { failed, error } }: Said): boolean {
    const { store } = this.#context();
    const isWhole = failed.length === 0 && error === undefined;
    return !isWhole && target !== undefined && store !== undefined && batchRunsOf(store).tells(target);
  }
}
