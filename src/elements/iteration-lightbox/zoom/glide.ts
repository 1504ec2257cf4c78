/** Goes from 0 to 1 in some time, frame by frame, and can be stopped. */
export class Glide {
  #frame = 0;

  get isGoing(): boolean {
    return this.#frame !== 0;
  }

  /**
   * Goes on until `step` was told 1.
   * @param ease the part of the way at a part of the time.
   */
  start(ms: number, ease: (time: number) => number, step: (share: number) => void): void {
    this.stop();
    let from: number | undefined;
    const go = (now: number): void => {
      from ??= now;
      const time = (now - from) / ms;
      this.#frame = time >= 1 ? 0 : requestAnimationFrame(go);
      step(time >= 1 ? 1 : ease(time));
    };
    this.#frame = requestAnimationFrame(go);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}

export const easeOut = (time: number): number => 1 - (1 - time) ** 3;

/** Slows down as what is thrown does: most of the way at first. */
export const decay = (time: number): number => (1 - Math.exp(-6 * time)) / (1 - Math.exp(-6));
