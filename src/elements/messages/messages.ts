import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../i18n/registry.js';
import { sessionToastTexts } from '../../i18n/texts/session-toasts.js';
import { outcomeTexts } from '../../i18n/texts/outcome.js';
import {
  historyOf,
  sessionSelectionOf,
  type BatchOutcome,
  type ImaginationsStore,
  type Target,
} from '../../store/index.js';
import type { Id } from '../../model/index.js';
import { judgingTexts } from '../../i18n/texts/judging.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { ToastController, toastStyles } from '../../ui/toast.js';
import { batchRunsOf } from '../collection/batch-runs.js';
import type { IterationsAnnotatedEvent, IterationsReassignedEvent } from '../intents/edit-events.js';
import type { ImaginationsUndoneEvent } from '../intents/history-events.js';
import { stepHistory } from '../intents/history-intents.js';
import { annotateIterations, reassignIterations } from '../intents/edit-intents.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';
import { archiveIterations, unarchiveIterations } from '../intents/iteration-intents.js';
import { archiveSessions, unarchiveSessions } from '../intents/session-intents.js';
import { sayFailure, sayStep, sayVerdict } from '../outcome/say-outcome.js';
import { stepsWithin, within } from '../outcome/within.js';
import { shortcutKeysOf } from '../shortcuts/shortcut-keys.js';
import { sayMoved, sayOutcome, type ToastContext } from './batch-messages.js';

/** What came of a batch, and of which. */
interface Said {
  readonly target?: Target | undefined;
  readonly outcome: BatchOutcome;
}

/** What came of something that was asked for. */
export type HeardEvent =
  | IntentFailedEvent
  | ImaginationsUndoneEvent
  | IterationsAnnotatedEvent
  | IterationsReassignedEvent
  | CustomEvent<Said>;

// By their names: an element of another copy has classes of its own.
const isFailed = (event: HeardEvent): event is IntentFailedEvent => event.type === 'imaginations-failed';
const isUndone = (event: HeardEvent): event is ImaginationsUndoneEvent => event.type === 'imaginations-undone';
const isAnnotated = (event: HeardEvent): event is IterationsAnnotatedEvent => event.type === 'iterations-annotated';
const isReassigned = (event: HeardEvent): event is IterationsReassignedEvent => event.type === 'iterations-reassigned';

const PUT = { true: archiveIterations, false: unarchiveIterations } as const;

/** Puts sessions away once more, or brings them back; those that failed are selected, and stay so if they fail again. */
async function putSessions(
  archived: boolean,
  source: Element,
  store: ImaginationsStore,
  ids: readonly Id[],
): Promise<void> {
  const outcome = await (archived ? archiveSessions : unarchiveSessions)(source, store, ids);
  if (outcome) sessionSelectionOf(store).set(outcome.done, false, '', false);
}

/** What the messages need of their element. */
export type MessagesContext = Pick<ToastContext, 'localizer' | 'store'>;

/** The short messages of an element, for all that is done in it: loaded when somebody is there, for the first picture does not need them. */
export class Messages {
  readonly #host: LitElement;
  readonly #toasts: ToastController;
  readonly #context: () => MessagesContext;
  #stopWatching: (() => void) | undefined;

  constructor(host: LitElement, context: () => MessagesContext) {
    this.#host = host;
    this.#toasts = new ToastController(host);
    this.#context = context;
    addEnglish(sessionToastTexts);
    addEnglish(judgingTexts);
    addEnglish(outcomeTexts);
    adoptStyles(host, toastStyles);
    let { store } = context();
    // What was said of another library is of no use in this one.
    const hostUpdate = (): void => {
      if (store !== context().store) this.#toasts.dismiss();
      ({ store } = context());
    };
    host.addController({ hostUpdate, hostDisconnected: () => this.#stopWatching?.() });
  }

  render(): TemplateResult {
    return this.#toasts.render(this.#context().localizer);
  }

  /** Says what came of something, and offers the way back, or to try again. */
  hear(event: HeardEvent): void {
    this.#say(event);
    if (!isFailed(event) && !isUndone(event) && event.detail.outcome.undo) this.#keepWhileLast();
  }

  #say(event: HeardEvent): void {
    if (isFailed(event)) sayFailure(this.#full, event);
    else if (isUndone(event)) sayStep(this.#full, event.detail);
    else if (isAnnotated(event)) this.#verdict(event);
    else if (isReassigned(event)) this.#move(event);
    else {
      const [rows, how] = event.type.split('-');
      this.#outcome(rows === 'iterations' ? 'iteration' : 'session', how === 'archived', event.detail);
    }
  }

  /** Goes when what it offers to take back has been taken back elsewhere: it may wait behind a dialog that says the same. */
  #keepWhileLast(): void {
    this.#stopWatching?.();
    const { store } = this.#context();
    const { current } = this.#toasts;
    if (!store || !current) return;
    const { state } = historyOf(store);
    const { undo } = state.value;
    this.#stopWatching = state.subscribe((now) => {
      if (now.undo === undo) return;
      this.#stopWatching?.();
      if (this.#toasts.current === current) this.#toasts.dismiss();
    });
  }

  #verdict({ detail }: IterationsAnnotatedEvent): void {
    if (this.#leaveToNote(detail)) return;
    const retry = this.#again((source, store, ids) => annotateIterations(source, store, ids, detail.patch));
    sayVerdict(this.#full, detail, { retry });
  }

  #move({ detail }: IterationsReassignedEvent): void {
    if (this.#leaveToNote(detail)) return;
    const { to, outcome } = detail;
    // Into the same session as the others.
    const place = outcome.made === undefined ? to : { sessionId: outcome.made };
    sayMoved(
      this.#full,
      detail,
      this.#again((source, store, ids) => reassignIterations(source, store, ids, place)),
    );
  }

  #outcome(on: 'iteration' | 'session', archived: boolean, detail: Said): void {
    if (this.#leaveToNote(detail)) return;
    const retry = this.#again(on === 'iteration' ? PUT[`${archived}`] : (...args) => putSessions(archived, ...args));
    sayOutcome(this.#full, on, archived, detail.outcome, retry);
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

  readonly #store = (): ImaginationsStore | undefined => this.#context().store;

  /** Inside, where what came of it is heard: at the host itself, only the page would hear of it. */
  get #source(): Element {
    return this.#host.renderRoot.querySelector('.app') ?? this.#host;
  }

  /** Does something once more to rows, in the library in which it failed. */
  #again(
    act: (source: Element, store: ImaginationsStore, ids: readonly Id[]) => Promise<unknown>,
  ): (ids: readonly Id[]) => void {
    const withStore = within(this.#store);
    return (ids) => withStore((store) => act(this.#source, store, ids));
  }

  get #full(): ToastContext {
    const steps = stepsWithin(() => this.#source, this.#store);
    return { ...this.#context(), show: (toast) => this.#toasts.show(toast), ...steps };
  }

  /** Whether a note above the bar says what did not work of it, with all that can be done about it: two would be one too many. */
  #leaveToNote({ target, outcome: { failed, error } }: Said): boolean {
    const { store } = this.#context();
    const isWhole = failed.length === 0 && error === undefined;
    const isTold = !isWhole && target !== undefined && store !== undefined && batchRunsOf(store).tells(target);
    // What was said before would lie over it.
    if (isTold) this.#toasts.dismiss();
    return isTold;
  }
}
