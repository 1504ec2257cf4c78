/** Hears of the scrolling of one scroller at a time. */
export class ScrollListener {
  readonly #handle: () => void;
  readonly #options: AddEventListenerOptions;
  #scroller: HTMLElement | undefined;

  /** @param capture hears of it before those who listen at the scroller itself. */
  constructor(handle: () => void, capture = false) {
    this.#handle = handle;
    this.#options = { passive: true, capture };
  }

  get scroller(): HTMLElement | undefined {
    return this.#scroller;
  }

  /** Listens to this one from now on, or to none; answers whether it is another than before. */
  follow(scroller: HTMLElement | undefined): boolean {
    if (scroller === this.#scroller) return false;
    this.#scroller?.removeEventListener('scroll', this.#handle, this.#options);
    scroller?.addEventListener('scroll', this.#handle, this.#options);
    this.#scroller = scroller;
    return true;
  }
}
