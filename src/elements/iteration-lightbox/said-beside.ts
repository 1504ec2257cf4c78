import { css, html, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { raisedToastStyles, raiseToasts } from '../../ui/raised-toasts.js';
import { ToastController, type Toast } from '../../ui/toast.js';
import { isSaidElsewhere } from '../messages/said-elsewhere.js';

const styles = css`
  .messages {
    display: contents;
  }
`;

/** The short messages beside a dialog that is closed; in an app that says them. */
export class SaidBeside {
  readonly #host: LitElement;
  readonly #toasts: ToastController;
  readonly #inside: ToastController;
  readonly #isOpen: () => boolean;

  /** @param inside those in the dialog: they go on with what is said when that opens. */
  constructor(host: LitElement, inside: ToastController, isOpen: () => boolean) {
    this.#host = host;
    this.#inside = inside;
    this.#isOpen = isOpen;
    this.#toasts = new ToastController(host);
    adoptStyles(host, styles, raisedToastStyles);
    const goIn = (): void => {
      const { current } = this.#toasts;
      if (!current || !isOpen()) return;
      this.#toasts.dismiss();
      inside.show(current);
    };
    // It opens at the end of an update.
    const hostUpdated = (): void => {
      if (this.#toasts.current) queueMicrotask(goIn);
    };
    host.addController({ hostUpdated });
  }

  show(toast: Toast): void {
    // It may have opened again meanwhile.
    if (this.#isOpen()) this.#inside.show(toast);
    if (this.#isOpen() || isSaidElsewhere(this.#host)) return;
    const toasts = this.#host.renderRoot.querySelector<HTMLElement>('.messages > .toasts');
    if (toasts) raiseToasts(toasts, true);
    this.#toasts.show(toast);
  }

  render(localizer: Localizer): TemplateResult {
    return html`<div class="messages" dir=${localizer.dir}>${this.#toasts.render(localizer)}</div>`;
  }
}
