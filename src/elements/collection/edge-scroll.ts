/** As near to an edge as this, in px, a drag scrolls. */
const EDGE = 48;
/** Fastest, in px a ms: what comes into view can still be seen. */
const FASTEST = 1.5;
/** A frame that took longer than this, in ms, goes no farther. */
const LONGEST = 64;

/** Scrolls as long as a pointer that drags is near an edge, the faster the nearer. */
export class EdgeScroll {
  readonly #scroller: HTMLElement;
  #y = Number.NaN;
  #frame = 0;
  /** When it scrolled last; 0: it did not. */
  #then = 0;

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller;
  }

  /** The pointer is here, in px of the viewport. */
  at(clientY: number): void {
    this.#y = clientY;
    if (this.#speed !== 0) this.#frame ||= requestAnimationFrame(this.#step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = this.#then = 0;
    this.#y = Number.NaN;
  }

  get #speed(): number {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const into = Math.max(top + EDGE - this.#y, 0) - Math.max(this.#y - (bottom - EDGE), 0);
    return Number.isNaN(into) ? 0 : -Math.sign(into) * Math.min(FASTEST, Math.abs(into) / 64);
  }

  readonly #step = (now: number): void => {
    this.#frame = 0;
    const { scrollTop } = this.#scroller;
    // By the clock: some screens draw twice as often as others, and a busy page rarely.
    const ms = this.#then === 0 ? 16 : Math.min(LONGEST, now - this.#then);
    const by = this.#speed * ms;
    this.#scroller.scrollTop += Math.sign(by) * Math.ceil(Math.abs(by));
    this.#then = this.#scroller.scrollTop !== scrollTop ? now : 0;
    // Also at an end: more may come there, while the pointer rests.
    this.at(this.#y);
  };
}
