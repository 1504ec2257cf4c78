import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { takeTurn } from '../internal/take-turn.js';

/**
 * Follows an `<audio>` or `<video>` given by `${ref(player.attach)}`: one plays at a time, and one that goes is stopped and
 * lets go of its data.
 */
export class PlayerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onFrame: (() => void) | undefined;
  #media: HTMLMediaElement | undefined;
  #frame = 0;

  /** @param onFrame called once a frame while it plays, and when the position was set. */
  constructor(host: ReactiveControllerHost, onFrame?: () => void) {
    this.#host = host;
    this.#onFrame = onFrame;
    host.addController(this);
  }

  /** For Lit's `ref`. */
  readonly attach = (element: Element | undefined): void => {
    if (element === this.#media) return;
    this.#release();
    if (!(element instanceof HTMLMediaElement)) return;
    this.#media = element;
    element.addEventListener('play', this.#handlePlay);
    for (const type of ['pause', 'ended', 'durationchange', 'seeked'])
      element.addEventListener(type, this.#handleChange);
  };

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

  toggle(): void {
    const media = this.#media;
    if (!media) return;
    // Refused where the browser wants a gesture first; the button still shows "play".
    if (media.paused) void media.play().catch(() => undefined);
    else media.pause();
  }

  pause(): void {
    this.#media?.pause();
  }

  seek(ms: number): void {
    if (!this.#media) return;
    this.#media.currentTime = Math.max(0, Math.min(ms, this.durationMs ?? ms)) / 1000;
    this.#onFrame?.();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    const media = this.#media;
    this.#media = undefined;
    cancelAnimationFrame(this.#frame);
    if (!media) return;
    media.removeEventListener('play', this.#handlePlay);
    for (const type of ['pause', 'ended', 'durationchange', 'seeked'])
      media.removeEventListener(type, this.#handleChange);
    media.pause();
    // Else a detached element keeps its connection and its decoder until it is collected.
    media.removeAttribute('src');
    media.load();
  }

  readonly #handlePlay = (): void => {
    if (this.#media) takeTurn(this.#media, 'heard');
    this.#tick();
    this.#host.requestUpdate();
  };

  readonly #handleChange = (): void => {
    this.#onFrame?.();
    this.#host.requestUpdate();
  };

  readonly #tick = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#onFrame?.();
    if (this.playing && this.#onFrame) this.#frame = requestAnimationFrame(this.#tick);
  };
}
