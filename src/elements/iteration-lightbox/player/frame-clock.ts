/** What a frame is taken for until one has been measured. */
const ASSUMED_MS = 1000 / 30;
/** Nothing is made with more frames a second than this. */
const SHORTEST_MS = 1000 / 250;
/** What is shorter by less than this is the same. */
const CLEARLY = 0.98;

/** How long a frame of a film lasts: measured while it plays, where the browser tells of frames. */
export class FrameClock {
  readonly #onMeasured: () => void;
  #film: HTMLVideoElement | undefined;
  #call = 0;
  #last: VideoFrameCallbackMetadata | undefined;
  #measuredMs: number | undefined;

  constructor(onMeasured: () => void) {
    this.#onMeasured = onMeasured;
  }

  get frameMs(): number {
    return this.#measuredMs ?? ASSUMED_MS;
  }

  get isMeasured(): boolean {
    return this.#measuredMs !== undefined;
  }

  /** Follows a film; nothing any more where there is none. */
  watch(film: HTMLVideoElement | undefined): void {
    if (film === this.#film) return;
    if (this.#film && 'cancelVideoFrameCallback' in this.#film) this.#film.cancelVideoFrameCallback(this.#call);
    this.#film = film;
    this.#last = this.#measuredMs = undefined;
    this.#ask();
  }

  /** Where the next frame is (1), or the one before (-1), in ms. */
  stepFrom(currentMs: number, by: 1 | -1): number {
    const { frameMs } = this;
    if (!this.isMeasured) return currentMs + by * frameMs;
    const shown = (this.#last?.mediaTime ?? Infinity) * 1000;
    // Between two steps the browser may not have told yet what it shows.
    const isShown = this.#film?.seeking === false && Math.abs(currentMs - shown) < 2 * frameMs;
    // Into the middle of a frame: on its border, browsers differ in which of the two they show.
    return (isShown ? shown + frameMs / 2 : currentMs) + by * frameMs;
  }

  #ask(): void {
    const film = this.#film;
    if (film && 'requestVideoFrameCallback' in film) this.#call = film.requestVideoFrameCallback(this.#look);
  }

  readonly #look: VideoFrameRequestCallback = (_now, frame) => {
    const last = this.#last;
    this.#last = frame;
    this.#ask();
    const frames = frame.presentedFrames - (last?.presentedFrames ?? 0);
    const ms = ((frame.mediaTime - (last?.mediaTime ?? 0)) * 1000) / frames;
    if (!last || this.#film?.paused !== false || frames <= 0 || ms < SHORTEST_MS) return;
    // Frames that were dropped were not counted: the shortest is right.
    if (this.#measuredMs !== undefined && ms > this.#measuredMs * CLEARLY) return;
    this.#measuredMs = ms;
    this.#onMeasured();
  };
}
