import { css, html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Localizer } from '../i18n/localizer.js';
import { deepActive } from '../internal/composed-tree.js';
import { isBelowModal, listenToModals } from './modal.js';
import { icon } from './icon.js';
import { close } from './icon-shapes.js';

/** What a person can do about a message. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly text: string;
  /** E.g. Undo; two at most, or a narrow one has no room for its text. */
  readonly actions?: readonly ToastAction[] | undefined;
  /** How long it stays, not counting while it is hovered or focused, or a dialog is above it. Default 6,000 ms, 10,000 with an action. */
  readonly durationMs?: number | undefined;
}

/** One short message at a time; the newest replaces the one before. Put `render()` at the end of the host's template. */
export class ToastController implements ReactiveController {
  readonly #host: ReactiveElement;
  #toast: Toast | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #startedAt = 0;
  #leftMs = 0;
  /** Whether somebody points at it, or is in it. */
  #isHeld = false;
  /** Where the focus was before it came in here. */
  #from: HTMLElement | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The message that shows. */
  get current(): Toast | undefined {
    return this.#toast;
  }

  show(toast: Toast): void {
    if (!this.#host.isConnected) return;
    const hasFocus = this.#hasFocus;
    this.#toast = toast;
    this.#pause();
    this.#leftMs = toast.durationMs ?? (toast.actions?.length ? 10_000 : 6000);
    this.#stopListening ??= listenToModals(this.#handleModal);
    if (!this.#isHeld) this.#resume();
    this.#host.requestUpdate();
    if (hasFocus) void this.#keepFocus();
  }

  dismiss(): void {
    const hasFocus = this.#hasFocus;
    this.#pause();
    this.#isHeld = false;
    this.#toast = undefined;
    this.#leave();
    this.#host.requestUpdate();
    if (hasFocus) void this.#keepFocus();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#leave();
    this.#toast = this.#from = undefined;
    this.#isHeld = false;
  }

  /** The region is always there, so that what comes into it is read out: the same words anew where they are said again. */
  render(localizer: Localizer): TemplateResult {
    // Half covered it would be neither read nor pressed: it waits, and is read out when it is back.
    const toast = this.#isCovered ? undefined : this.#toast;
    return html`<div
      class="toasts"
      part="toasts"
      role="status"
      aria-live="polite"
      @pointerenter=${this.#hold}
      @pointerleave=${this.#letGo}
      @focusin=${this.#hold}
      @focusout=${this.#letGo}
      @keydown=${this.#handleKeydown}
    >
      ${keyed(toast, toast ? this.#message(toast, localizer) : nothing)}
    </div>`;
  }

  #message({ text, actions = [] }: Toast, localizer: Localizer): TemplateResult {
    const act = (action: ToastAction): void => {
      this.dismiss();
      action.run();
    };
    const buttons = actions.map(
      (action) =>
        html`<button type="button" class="btn quiet small toast-action" @click=${() => act(action)}>
          ${action.label}
        </button>`,
    );
    return html`<div class="toast" part="toast">
      <span class="toast-text">${text}</span>
      <span class="toast-actions">
        ${buttons}
        <button
          type="button"
          class="btn icon small"
          aria-label=${localizer.t('action.dismiss')}
          @click=${() => this.dismiss()}
        >
          ${icon(close)}
        </button>
      </span>
    </div>`;
  }

  get #isCovered(): boolean {
    return isBelowModal(this.#host.ownerDocument);
  }

  get #root(): ShadowRoot | undefined {
    return this.#host.renderRoot instanceof ShadowRoot ? this.#host.renderRoot : undefined;
  }

  get #hasFocus(): boolean {
    return Boolean(this.#root?.activeElement?.closest('.toasts'));
  }

  /** A focus that went with a button goes on to what dismisses the next message, or back to where it came from. */
  async #keepFocus(): Promise<void> {
    await this.#host.updateComplete;
    const { ownerDocument } = this.#host;
    if (deepActive(ownerDocument) !== ownerDocument.body) return;
    const next = this.#root?.querySelector<HTMLElement>('.toast > .toast-actions > :last-child');
    (next ?? this.#from)?.focus({ preventScroll: true });
  }

  readonly #hold = ({ relatedTarget, type }: Event & { readonly relatedTarget?: EventTarget | null }): void => {
    if (type === 'focusin' && relatedTarget instanceof HTMLElement && !relatedTarget.closest('.toasts')) {
      this.#from = relatedTarget;
    }
    this.#isHeld = true;
    this.#pause();
  };

  readonly #letGo = (): void => {
    this.#isHeld = false;
    this.#resume();
  };

  #leave(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** A dialog has opened above everything, or closed. */
  readonly #handleModal = (): void => {
    this.#pause();
    // What was pointed at or had the focus is below the dialog, or drawn anew.
    this.#isHeld = false;
    this.#resume();
    this.#host.requestUpdate();
  };

  readonly #pause = (): void => {
    if (this.#timer !== undefined) this.#leftMs -= performance.now() - this.#startedAt;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  };

  readonly #resume = (): void => {
    clearTimeout(this.#timer);
    if (!this.#toast || this.#isCovered) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => this.dismiss(), Math.max(1000, this.#leftMs));
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#toast) return;
    event.preventDefault();
    event.stopPropagation();
    this.dismiss();
  };
}

export const toastStyles = css`
  .toasts {
    position: absolute;
    inset: auto 0 16px;
    z-index: 4;
    display: flex;
    justify-content: center;
    padding: 0 12px;
    pointer-events: none;
  }

  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    max-inline-size: 640px;
    padding-block: 4px;
    padding-inline: 14px 4px;
    border: 1px solid transparent;
    border-radius: var(--_radius-card);
    background: light-dark(#26262b, #2f2f36);
    color: #f4f4f6;
    color-scheme: dark;
    box-shadow: var(--_shadow);
    pointer-events: auto;
    animation: _toast var(--_slow) var(--_ease);
  }

  .toast-text {
    padding-block: 6px;
    padding-inline-end: 8px;
    font-size: var(--_size-m);
    overflow-wrap: anywhere;
  }

  /* Below the text where there is no room beside it. */
  .toast-actions {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
  }

  .toast .btn {
    color: inherit;
  }

  .toast .toast-action {
    color: var(--_accent);
    font-size: var(--_size-m);
  }

  @keyframes _toast {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`;
