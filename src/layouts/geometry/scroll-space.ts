import { SAFE_HEIGHT } from './safe-height.js';

/** As far from either end, in px, a place is the same in both spaces, so that both ends feel as they look. */
const EXACT = 200_000;
/** A scroller that moves by more than this many heights of the viewport at once has been dragged or sent, not scrolled. */
const JUMP = 16;
/** The nearest, in heights of the viewport, that a scroller comes to an end of its own that is none of the content's. */
const MARGIN = 4;

/** What is drawn of something taller than a browser can hold ends at multiples of this, in px: what is in it keeps its place. */
const CUT = 100_000;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * Content of any height in a scroller of a safe one. Places in the content are `y`, those of the scroller `p`; what is drawn
 * at `y` stands at `y - origin`. Scrolling moves both alike, to the px; a jump - the thumb dragged, a key to an end - goes to the
 * same share of the whole. What has been scrolled since shifts the one against the other: at rest, and near an end of the
 * scroller that is none of the content's, `anchor` says where the scroller has to be put for the same `y`.
 */
export class ScrollSpace {
  /** Height of the scroller's content. */
  physicalHeight = 0;
  #height = 0;
  #view = 0;
  #origin = 0;
  #at = 0;

  /** What has to be taken from a place in the content to draw it. */
  get origin(): number {
    return this.#origin;
  }

  /** Whether the content is taller than a browser can hold. */
  get isMapped(): boolean {
    return this.#height > SAFE_HEIGHT;
  }

  /** Takes another height of the content or of the viewport; the scroller stays where it is. */
  resize(height: number, view: number): void {
    this.#height = height;
    this.physicalHeight = Math.min(height, SAFE_HEIGHT);
    this.#view = view;
    this.#origin = clamp(this.#origin, 0, this.#surplus);
  }

  /**
   * The scroller stands at `p`.
   * @param isDragged its thumb is held: then every move is a jump.
   * @returns the place in the content at the top of the viewport.
   */
  moved(p: number, isDragged = false): number {
    const isJump = isDragged || Math.abs(p - this.#at) > JUMP * this.#view;
    if (isJump && p !== this.#at) this.#origin = this.#originOf(p, this.physicalHeight);
    this.#at = p;
    return p + this.#origin;
  }

  /** Where the scroller has to be put to show a place in the content; not far away, only as far as the place is. */
  place(y: number): number {
    const p = y - this.#origin;
    const isNear = Math.abs(y - this.#at - this.#origin) <= JUMP * this.#view && !this.#isOff(p);
    return isNear ? (this.#at = p) : this.#put(y);
  }

  /**
   * Where the scroller has to be put so that it stands at the share of the whole that it shows; `undefined`: it is there, or
   * it can wait.
   * @param isAtRest nobody scrolls.
   */
  anchor(isAtRest: boolean): number | undefined {
    if (!this.isMapped || (!isAtRest && !this.#isOff(this.#at))) return undefined;
    const y = this.#at + this.#origin;
    // Less than that nobody sees of a thumb.
    return Math.abs(this.#originOf(y, this.#height) - this.#origin) < this.#view ? undefined : this.#put(y);
  }

  /** An edge of something that is drawn, no farther than needed beyond the first and the last row of what is. */
  cut(y: number, first: number, last: number): number {
    return this.isMapped ? clamp(y, Math.floor(first / CUT) * CUT, Math.ceil(last / CUT + 1) * CUT) : y;
  }

  #put(y: number): number {
    this.#origin = this.#originOf(y, this.#height);
    this.#at = y - this.#origin;
    return this.#at;
  }

  get #surplus(): number {
    return Math.max(0, this.#height - SAFE_HEIGHT);
  }

  /** Whether the scroller would stand near an end of its own where the content does not end. */
  #isOff(p: number): boolean {
    const margin = MARGIN * this.#view;
    const last = this.physicalHeight - this.#view;
    return (p < margin && this.#origin > 0) || (p > last - margin && this.#origin < this.#surplus);
  }

  /** The origin for a place at `at` of a height; in whole px, as rows are: styles are numbers of 24 bits. */
  #originOf(at: number, height: number): number {
    return Math.round(this.#surplus * clamp((at - EXACT) / (height - this.#view - 2 * EXACT), 0, 1));
  }
}
