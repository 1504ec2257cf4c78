import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Size of a content box in CSS px. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Observes the size of an element. The first size is told at once, later ones once a frame - outside the observer's
 * own turn, so that what the callback changes cannot make the browser report a loop.
 */
export class ResizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: (() => Element | null | undefined) | undefined;
  readonly #callback: ((size: BoxSize) => void) | undefined;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;
  #size: BoxSize | undefined;
  #next: BoxSize | undefined;
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
    this.#observer = this.#observed = this.#next = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #observe(): void {
    const wanted = this.#target ? (this.#target() ?? undefined) : this.#host;
    if (wanted === this.#observed) return;
    this.#observer ??= new ResizeObserver((entries) => this.#receive(entries.at(-1)));
    this.#observer.disconnect();
    this.#observed = wanted;
    if (wanted) this.#observer.observe(wanted);
  }

  #receive(entry: ResizeObserverEntry | undefined): void {
    if (!entry || entry.target !== this.#observed) return;
    const { width, height } = entry.contentRect;
    this.#next = { width, height };
    if (!this.#size) this.#tell();
    else this.#frame ||= requestAnimationFrame(() => this.#tell());
  }

  #tell(): void {
    this.#frame = 0;
    const next = this.#next;
    if (!next || (next.width === this.#size?.width && next.height === this.#size.height)) return;
    this.#size = next;
    if (this.#callback) this.#callback(next);
    else this.#host.requestUpdate();
  }
}
