/** How far a finger has to go, in px. */
const FAR_PX = 56;
/** How far before it is said which way it goes, in px. */
const BEGUN_PX = 8;
/** Part of the way the picture goes along with the finger. */
const FOLLOW = 0.6;

/** Takes over what is no swipe: two fingers, and one on an enlarged picture. Each answers whether it has. */
export interface StageHand {
  down(event: PointerEvent): boolean;
  move(event: PointerEvent): boolean;
  up(event: PointerEvent): boolean;
  cancel(): void;
}

export interface StagePointerOptions {
  /** What moves along; where there is none, nothing is swiped. */
  readonly target: () => HTMLElement | null;
  /** Where the finger went. */
  readonly onSwipe: (direction: SwipeDirection) => void;
  /** Who comes first; nothing where only swiping is possible. `begins` with each press. */
  readonly hand: (begins?: boolean) => StageHand | undefined;
}

export type SwipeDirection = 'left' | 'right' | 'up' | 'down';

/**
 * The one that decides what a press on the stage is: beside the medium, one finger's swipe along or across, or the hand's.
 */
export class StagePointer {
  readonly #options: StagePointerOptions;
  #pressed: EventTarget | undefined;
  #pointer: number | undefined;
  #from = { x: 0, y: 0 };
  #by = 0;
  /** Which way it goes, as soon as it does. */
  #axis: 'x' | 'y' | undefined;

  constructor(options: StagePointerOptions) {
    this.#options = options;
  }

  /** Whether a click was on the surround: one on the medium, or that began there, is none. */
  isBeside(click: Event): boolean {
    const [at] = click.composedPath();
    return at === this.#pressed && at instanceof Element && at.matches('.stage, .frame');
  }

  readonly down = (event: PointerEvent): void => {
    this.#pressed = event.composedPath()[0];
    const starts = this.#startsHere(event);
    if (starts && this.#options.hand(true)?.down(event)) {
      this.#drop();
      return;
    }
    if (event.pointerType !== 'touch') return;
    // A second finger that nobody takes is the browser's.
    if (this.#pointer !== undefined || !starts) {
      this.cancel();
      return;
    }
    this.#pointer = event.pointerId;
    this.#from = { x: event.clientX, y: event.clientY };
  };

  readonly move = (event: PointerEvent): void => {
    if (this.#options.hand()?.move(event)) {
      this.#pressed = undefined;
      return;
    }
    if (event.pointerId !== this.#pointer) return;
    const way = { x: event.clientX - this.#from.x, y: event.clientY - this.#from.y };
    if (Math.hypot(way.x, way.y) > BEGUN_PX) this.#axis ??= Math.abs(way.x) >= Math.abs(way.y) ? 'x' : 'y';
    this.#by = this.#axis ? way[this.#axis] : 0;
    this.#paint(this.#by * FOLLOW);
  };

  readonly up = (event: PointerEvent): void => {
    if (this.#options.hand()?.up(event)) {
      this.#drop();
      return;
    }
    if (event.pointerId !== this.#pointer) return;
    const by = this.#by;
    const isAlong = this.#axis === 'x';
    this.#drop();
    if (Math.abs(by) < FAR_PX) return;
    this.#pressed = undefined;
    if (isAlong) this.#options.onSwipe(by < 0 ? 'left' : 'right');
    else this.#options.onSwipe(by < 0 ? 'up' : 'down');
  };

  readonly cancel = (): void => {
    this.#drop();
    this.#options.hand()?.cancel();
  };

  #drop(): void {
    this.#pointer = undefined;
    this.#by = 0;
    this.#paint(0);
    this.#axis = undefined;
  }

  /** Sliders and the controls of a video need the finger themselves. */
  #startsHere(event: PointerEvent): boolean {
    const [at] = event.composedPath();
    if (!(at instanceof Element) || at.closest('[role=slider], button, select')) return false;
    return !(at instanceof HTMLVideoElement && at.controls) || event.clientY < at.getBoundingClientRect().bottom - 72;
  }

  #paint(by: number): void {
    const target = this.#options.target();
    if (target) target.style.transform = by === 0 ? '' : `translate${this.#axis === 'y' ? 'Y' : 'X'}(${by}px)`;
  }
}
