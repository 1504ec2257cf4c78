/** What a state of the history says that was made for an open lightbox. */
const MARK = 'imaginationsLightbox';

const hasMark = (state: unknown): boolean => typeof state === 'object' && state !== null && MARK in state;

/**
 * An entry in the page's history for as long as a lightbox is open: going back closes it, and closing it goes back. The host's
 * own state is kept in it.
 */
export class BackCloses {
  readonly #leave: () => boolean;
  #window: Window | undefined;

  /** @param leave closes; answers whether that was done. */
  constructor(leave: () => boolean) {
    this.#leave = leave;
  }

  open(page: Window): void {
    if (this.#window) return;
    this.#window = page;
    this.#push(page);
    page.addEventListener('popstate', this.#handlePopstate);
  }

  /** Closed by something else than going back. */
  close(): void {
    const page = this.#window;
    if (!page) return;
    this.#stop(page);
    // Where the host has gone on from here, that is kept.
    if (hasMark(page.history.state)) page.history.back();
  }

  #push({ history }: Window): void {
    const state: unknown = history.state;
    history.pushState({ ...(typeof state === 'object' ? state : { state }), [MARK]: true }, '');
  }

  #stop(page: Window): void {
    page.removeEventListener('popstate', this.#handlePopstate);
    this.#window = undefined;
  }

  readonly #handlePopstate = (): void => {
    const page = this.#window;
    // Gone further, or to another entry of its own.
    if (!page || hasMark(page.history.state)) return;
    this.#stop(page);
    if (!this.#leave()) this.open(page);
  };
}
