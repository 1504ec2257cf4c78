import { css, html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/localizer.js';

export interface PromptOptions {
  readonly title: string;
  readonly label: string;
  readonly value?: string | undefined;
  /** Text of the button that confirms. */
  readonly confirm: string;
  /** Default 200. */
  readonly maxLength?: number | undefined;
}

/** Asks for one line of text in a native modal dialog. Put `render()` in the host's template. */
export class PromptController implements ReactiveController {
  readonly #host: ReactiveElement;
  #options: PromptOptions | undefined;
  #answer: ((text: string | undefined) => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The text, trimmed and not empty; nothing where the person decided otherwise. */
  async ask(options: PromptOptions): Promise<string | undefined> {
    this.#settle(undefined);
    this.#options = options;
    const answer = new Promise<string | undefined>((resolve) => (this.#answer = resolve));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog;
    if (!dialog?.isConnected) this.#settle(undefined);
    else {
      const input = dialog.querySelector('input');
      if (input) input.value = options.value ?? '';
      if (!dialog.open) dialog.showModal();
      input?.select();
    }
    return answer;
  }

  hostDisconnected(): void {
    this.#dialog?.close();
    this.#settle(undefined);
  }

  render(localizer: Localizer): TemplateResult {
    const { title = '', label = '', confirm = '', maxLength = 200 } = this.#options ?? {};
    return html`<dialog class="prompt" part="dialog" aria-label=${title} @close=${this.#handleClose} @keydown=${stop}>
      <form method="dialog" @submit=${this.#handleSubmit}>
        <h2>${title}</h2>
        <label
          ><span>${label}</span>
          <input class="input" name="text" autocomplete="off" maxlength=${maxLength} dir="auto" required />
        </label>
        <div class="prompt-actions">
          <button type="button" class="btn quiet" @click=${() => this.#dialog?.close()}>
            ${localizer.t('action.cancel')}
          </button>
          <button type="submit" class="btn primary">${confirm}</button>
        </div>
      </form>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.prompt');
  }

  #settle(text: string | undefined): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(text);
  }

  readonly #handleSubmit = (event: Event): void => {
    const text = (event.target as HTMLFormElement).querySelector('input')?.value.trim();
    if (text) this.#settle(text);
    else event.preventDefault();
  };

  readonly #handleClose = (): void => this.#settle(undefined);
}

// Keys typed here are nobody else's; Escape still closes, for that is the browser's doing.
const stop = (event: Event): void => event.stopPropagation();

export const promptStyles = css`
  .prompt {
    inline-size: min(400px, calc(100vw - 32px));
    padding: 20px;
    border: 1px solid transparent;
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .prompt::backdrop {
    background: rgb(10 10 12 / 56%);
  }

  .prompt h2 {
    margin: 0 0 16px;
    font-size: var(--_size-l);
    font-weight: 600;
  }

  .prompt label {
    display: grid;
    gap: 6px;
  }

  .prompt label > span {
    color: var(--_text-quiet);
    font-size: var(--_size-s);
  }

  .prompt .input {
    inline-size: 100%;
  }

  .prompt-actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 20px;
  }
`;
