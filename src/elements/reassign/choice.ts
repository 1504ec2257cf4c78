import type { TemplateResult } from 'lit';
import type { ReassignTarget } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { ReassignRows } from './reassign-rows.js';
import type { ReassignWays } from './can-reassign.js';

/** What a way to choose needs of its dialog. */
export interface ChoiceContext {
  readonly store: ImaginationsStore;
  readonly localizer: Localizer;
  readonly rows: ReassignRows;
  readonly ways: ReassignWays;
  /** The dialog, for what is drawn in it. */
  readonly dialog: HTMLDialogElement;
  /** Draws anew. */
  readonly update: () => void;
  /** Does it, and closes; nothing: closes. */
  readonly choose: (to: ReassignTarget | undefined) => void;
}

/** One way to say where iterations go. */
export interface Choice {
  /** Begins to read, where that has not been done. */
  load(): void;
  /** Drawn: reads on, and brings into view what must be seen. */
  settle(): void;
  renderBody(): TemplateResult;
  renderFoot(): TemplateResult | undefined;
  leave(): void;
}

/** Waits until a person has stopped typing. */
const PAUSE_MS = 200;

/** What is typed, told of when it rests. */
export class Typing {
  readonly #told: (text: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typed = '';

  constructor(told: (text: string) => void) {
    this.#told = told;
  }

  /** As it stands in the field. */
  get typed(): string {
    return this.#typed;
  }

  get text(): string {
    return this.#typed.trim();
  }

  readonly handle = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#typed = target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#told(this.text), PAUSE_MS);
  };

  stop(): void {
    clearTimeout(this.#timer);
  }
}
