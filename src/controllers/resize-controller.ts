import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Size of a content box in CSS px. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Observes the size of an element and tells it before the frame is painted. What the callback changes cannot make the
 * browser report a loop: the element is observed again in the next frame only.
 */
export class ResizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: (() => Element | null | undefined) | undefined;
  readonly #callback: ((size: BoxSize) => void) | undefined;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;
  #size: BoxSize | undefined;
  /** Another element may be as large, and have been told nothing yet. */
  #isNew = false;
  #frame = 0;

  /**
   * @param target the element to observe, looked up after each render; default the host.
   * @param callback default: the host is rendered again.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    target?: () => Element | null | undefined,
    callback?: (size: BoxSize) => void,
  ) {
    this.#host = host;
    this.#target = target;
    this.#callback = callback;
    host.addController(this);
  }

  /** The last size told; nothing before the first. */
  get size(): BoxSize | undefined {
    return this.#size;
  }

  hostConnected(): void {
    this.#observe();
  }

  hostUpdated(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = this.#observed = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #observe(): void {
    const wanted = this.#target ? (this.#target() ?? undefined) : this.#host;
    if (wanted === this.#observed) return;
    this.#observer ??= new ResizeObserver((entries) => this.#receive(entries.at(-1)));
    this.#observer.disconnect();
    this.#observed = wanted;
    this.#isNew = true;
    if (wanted) this.#observer.observe(wanted);
  }

  #receive(entry: ResizeObserverEntry | undefined): void {
    if (!entry || entry.target !== this.#observed) return;
    const { width, height } = entry.contentRect;
    if (!this.#isNew && width === this.#size?.width && height === this.#size.height) return;
    this.#isNew = false;
    const { target } = entry;
    this.#observer?.unobserve(target);
    this.#frame = requestAnimationFrame(() => {
      if (target === this.#observed) this.#observer?.observe(target);
    });
    this.#size = { width, height };
    if (this.#callback) this.#callback(this.#size);
    else this.#host.requestUpdate();
  }
}
