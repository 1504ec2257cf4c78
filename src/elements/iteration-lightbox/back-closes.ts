import { newId } from '../../internal/new-id.js';

/** Where a state of the history says for which opening of a lightbox it was made. */
const MARK = 'imaginationsLightbox';

const markOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && MARK in state ? state[MARK] : undefined;

/**
 * An entry in the page's history for as long as a lightbox is open: going back closes it, and closing it goes back. The host's
 * own state is kept in it.
 */
export class BackCloses {
  readonly #leave: () => boolean;
  #window: Window | undefined;
  /** Of one opening only: after a reload, or going forward, an entry of an earlier one may be the current one. */
  #mark: string | undefined;
  /** Goes back a task after closing. */
  #stepBack: ReturnType<typeof setTimeout> | undefined;
  #isGoingBack = false;

  /** @param leave closes; answers whether that was done. */
  constructor(leave: () => boolean) {
    this.#leave = leave;
  }

  open(page: Window): void {
    if (this.#window) return;
    this.#window = page;
    clearTimeout(this.#stepBack);
    // What closed just now still has its entry; one that is being left is waited for.
    if (!this.#isGoingBack && !this.#isOwn(page)) this.#push(page);
    page.addEventListener('popstate', this.#handlePopstate);
  }

  /** Closed by something else than going back. */
  close(): void {
    const page = this.#window;
    if (!page) return;
    this.#window = undefined;
    // Not at once: the browser would do it later all the same, and undo where the host goes as it hears of this.
    this.#stepBack = setTimeout(() => this.#goBack(page));
  }

  #goBack(page: Window): void {
    // Where the host has gone on from here, that is kept.
    this.#isGoingBack = this.#isOwn(page);
    if (this.#isGoingBack) page.history.back();
    else this.#stop(page);
  }

  #isOwn({ history }: Window): boolean {
    return this.#mark !== undefined && markOf(history.state) === this.#mark;
  }

  #push({ history }: Window): void {
    const state: unknown = history.state;
    this.#mark = newId();
    history.pushState({ ...(typeof state === 'object' ? state : { state }), [MARK]: this.#mark }, '');
  }

  #stop(page: Window): void {
    page.removeEventListener('popstate', this.#handlePopstate);
    this.#window = undefined;
  }

  readonly #handlePopstate = ({ currentTarget }: Event): void => {
    const page = this.#window;
    if (this.#isGoingBack) {
      this.#isGoingBack = false;
      if (page) this.#push(page);
      else if (currentTarget instanceof Window) this.#stop(currentTarget);
      return;
    }
    // Gone further, or to another entry of its own.
    if (!page || this.#isOwn(page)) return;
    this.#stop(page);
    if (!this.#leave()) this.open(page);
  };
}
