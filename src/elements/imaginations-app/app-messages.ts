import type { LitElement, TemplateResult } from 'lit';
import type { BatchOutcome } from '../../store/index.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { ToastController, toastStyles } from '../../ui/toast.js';
import type { IntentFailedEvent } from '../intents/iteration-events.js';
import { sayFailure, sayOutcome, type ToastContext } from './app-toasts.js';

/** The short messages of the app: loaded when somebody is there, for the first picture does not need them. */
export class AppMessages {
  readonly #toasts: ToastController;
  readonly #context: () => Omit<ToastContext, 'show'>;

  constructor(host: LitElement, context: () => Omit<ToastContext, 'show'>) {
    this.#toasts = new ToastController(host);
    this.#context = context;
    adoptStyles(host, toastStyles);
  }

  render(): TemplateResult {
    return this.#toasts.render(this.#context().localizer);
  }

  outcome(on: 'iteration' | 'session', archived: boolean, outcome: BatchOutcome): void {
    sayOutcome(this.#full, on, archived, outcome);
  }

  failure(event: IntentFailedEvent): void {
    sayFailure(this.#full, event);
  }

  get #full(): ToastContext {
    return { ...this.#context(), show: (toast) => this.#toasts.show(toast) };
  }
}
