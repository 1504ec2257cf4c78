/** As near to an edge as this, in px, a drag scrolls. */
const EDGE = 48;
/** Fastest, in px a frame: what comes into view can still be seen. */
const FASTEST = 24;

/** Scrolls as long as a pointer that drags is near an edge, the faster the nearer. */
export class EdgeScroll {
  readonly #scroller: HTMLElement;
  #y = Number.NaN;
  #frame = 0;

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
    this.#frame = 0;
    this.#y = Number.NaN;
  }

  get #speed(): number {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const into = Math.max(top + EDGE - this.#y, 0) - Math.max(this.#y - (bottom - EDGE), 0);
    return Number.isNaN(into) ? 0 : -Math.sign(into) * Math.min(FASTEST, Math.ceil(Math.abs(into) / 4));
  }

  readonly #step = (): void => {
    this.#frame = 0;
    const { scrollTop } = this.#scroller;
    this.#scroller.scrollTop += this.#speed;
    if (this.#scroller.scrollTop !== scrollTop) this.at(this.#y);
  };
}
