import type { ReactiveController, ReactiveElement } from 'lit';
import { afterPaint } from '../../internal/after-paint.js';

/** Opening draws the picture, and the rest once that has been painted: bar, strip and details are most of what there is to draw. */
export class RestLater implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #opens: () => boolean;
  #drawn: Promise<void> | undefined;

  /** @param opens whether what is about to be drawn is an opening. */
  constructor(host: ReactiveElement, opens: () => boolean) {
    this.#host = host;
    this.#opens = opens;
    host.addController(this);
  }

  /** Whether the rest is still to come. */
  get isDue(): boolean {
    return this.#drawn !== undefined;
  }

  /** Resolves when it is there. */
  get drawn(): Promise<void> | undefined {
    return this.#drawn;
  }

  hostUpdate(): void {
    if (this.#drawn || !this.#opens()) return;
    this.#drawn = new Promise((resolve) => {
      afterPaint(() => {
        this.#drawn = undefined;
        this.#host.requestUpdate();
        resolve();
      });
    });
  }
}
