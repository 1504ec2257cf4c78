/** How far a wheel has to be tilted for one step, in px. */
const FAR_PX = 60;
/** What comes sooner than this after a step, in ms, is the same movement. */
const REST_MS = 220;

/** A wheel that is tilted, or two fingers that go aside on a pad: one step for each movement. */
export class WheelTilt {
  readonly #turn: (direction: 1 | -1) => void;
  #by = 0;
  #at = -Infinity;
  #isSpent = false;

  /** @param turn to what lies to the right (1) or left (-1). */
  constructor(turn: (direction: 1 | -1) => void) {
    this.#turn = turn;
  }

  take({ deltaX, deltaY, deltaMode, ctrlKey, shiftKey, timeStamp }: WheelEvent): void {
    if (timeStamp - this.#at > REST_MS) {
      this.#by = 0;
      this.#isSpent = false;
    }
    this.#at = timeStamp;
    if (ctrlKey || shiftKey || Math.abs(deltaX) <= Math.abs(deltaY)) return;
    this.#by += deltaX * (deltaMode === 0 ? 1 : FAR_PX / 2);
    if (this.#isSpent || Math.abs(this.#by) < FAR_PX) return;
    this.#isSpent = true;
    this.#turn(this.#by > 0 ? 1 : -1);
  }
}
