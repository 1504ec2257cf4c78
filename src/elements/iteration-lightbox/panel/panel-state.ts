import type { ReactiveElement } from 'lit';
import { MediaQueryController } from '../../../controllers/media-query-controller.js';

/** Where there is room for both, in px. */
const WIDE_PX = 900;

/** What this needs of its lightbox. */
interface PanelHost extends ReactiveElement {
  readonly inline: boolean;
}

/** Whether the details show, and how much of the long texts in them. */
export class PanelState {
  readonly #host: PanelHost;
  readonly #isWide: MediaQueryController;
  /** How many parts of a text are shown, by the text's name. */
  readonly expanded = new Map<string, number>();
  #isOpen: boolean | undefined;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#isWide = new MediaQueryController(host, `(min-width: ${WIDE_PX}px)`);
  }

  get shows(): boolean {
    const { inline, clientWidth } = this.#host;
    return this.#isOpen ?? (inline ? clientWidth >= WIDE_PX : this.#isWide.matches);
  }

  /** Whether it leaves the stage as it is: on a phone it would push the picture away. */
  get isBeside(): boolean {
    return !this.shows || this.#isWide.matches;
  }

  readonly toggle = (): void => {
    this.#isOpen = !this.shows;
    this.#host.requestUpdate();
  };

  readonly expand = (name: string, parts: number): void => {
    this.expanded.set(name, parts);
    this.#host.requestUpdate();
  };
}
