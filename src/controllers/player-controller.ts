import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { releaseMedia } from '../internal/release-media.js';
import { takeTurn } from '../internal/take-turn.js';

/** After these a host is drawn anew. */
const CHANGES = ['pause', 'ended', 'loadedmetadata', 'durationchange', 'seeked', 'ratechange', 'volumechange'] as const;

/**
 * Follows an `<audio>` or `<video>` given to {@link attach}: one plays at a time, and one that goes is stopped and
 * lets go of its data.
 */
export class PlayerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #observers = new Set<() => void>();
  #media: HTMLMediaElement | undefined;
  #frame = 0;

  /** @param onFrame as with {@link observe}. */
  constructor(host: ReactiveControllerHost, onFrame?: () => void) {
    this.#host = host;
    if (onFrame) this.#observers.add(onFrame);
    host.addController(this);
  }

  /** For Lit's `ref`. */
  readonly attach = (element: Element | undefined): void => {
    if (element === this.#media) return;
    this.#release();
    if (!(element instanceof HTMLMediaElement)) return;
    this.#media = element;
    element.addEventListener('play', this.#handlePlay);
    element.addEventListener('timeupdate', this.#notify);
    for (const type of CHANGES) element.addEventListener(type, this.#handleChange);
    this.#notify();
  };

  /** What is followed. */
  get media(): HTMLMediaElement | undefined {
    return this.#media;
  }

  /** Whether there is something to play. */
  get attached(): boolean {
    return this.#media !== undefined;
  }

  get playing(): boolean {
    return this.#media !== undefined && !this.#media.paused && !this.#media.ended;
  }

  /** Position in ms. */
  get currentMs(): number {
    return (this.#media?.currentTime ?? 0) * 1000;
  }

  /** Length in ms as the browser found it; `undefined` while it does not know (for streams it never does). */
  get durationMs(): number | undefined {
    const seconds = this.#media?.duration ?? NaN;
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  }

  /** How fast it plays; 1 is as it was made. */
  get rate(): number {
    return this.#media?.playbackRate ?? 1;
  }

  set rate(rate: number) {
    if (this.#media) this.#media.playbackRate = rate;
  }

  /**
   * Calls back once a frame while it plays, and whenever anything of it has changed, also what is followed.
   * @returns how to stop that.
   */
  observe(observer: () => void): () => void {
    this.#observers.add(observer);
    this.#tick();
    return () => this.#observers.delete(observer);
  }

  play(): void {
    // Refused where the browser wants a gesture first; the button still shows "play".
    void this.#media?.play().catch(() => undefined);
  }

  /** Answers whether there is something to play. */
  toggle(): boolean {
    if (this.#media?.paused) this.play();
    else this.pause();
    return this.attached;
  }

  pause(): void {
    this.#media?.pause();
  }

  seek(ms: number): void {
    if (!this.#media) return;
    this.#media.currentTime = Math.max(0, Math.min(ms, this.durationMs ?? ms)) / 1000;
    // The host hears of it when it is there: it may be drawing now.
    this.#notify();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    const media = this.#media;
    cancelAnimationFrame(this.#frame);
    if (!media) return;
    // Where it was left.
    this.#notify();
    this.#media = undefined;
    media.removeEventListener('play', this.#handlePlay);
    media.removeEventListener('timeupdate', this.#notify);
    for (const type of CHANGES) media.removeEventListener(type, this.#handleChange);
    releaseMedia(media);
    this.#notify();
  }

  readonly #notify = (): void => {
    for (const observer of this.#observers) observer();
  };

  readonly #handlePlay = (): void => {
    if (this.#media) takeTurn(this.#media, 'heard');
    this.#tick();
    this.#host.requestUpdate();
  };

  readonly #handleChange = (): void => {
    this.#notify();
    this.#host.requestUpdate();
  };

  readonly #tick = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#notify();
    if (this.playing && this.#observers.size > 0) this.#frame = requestAnimationFrame(this.#tick);
  };
}
