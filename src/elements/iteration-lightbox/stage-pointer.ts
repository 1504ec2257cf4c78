/** How far a finger has to go, in px. */
const FAR_PX = 56;
/** Part of the way the picture goes along with the finger. */
const FOLLOW = 0.6;

export interface StagePointerOptions {
  /** What moves along; where there is none, nothing is swiped. */
  readonly target: () => HTMLElement | null;
  /** 1: the finger went left, -1: right. */
  readonly onSwipe: (direction: 1 | -1) => void;
}

/** A press beside the medium, and one finger to the left or right, on what the handlers are bound to. */
export class StagePointer {
  readonly #options: StagePointerOptions;
  #pressed: EventTarget | undefined;
  #pointer: number | undefined;
  #from = 0;
  #by = 0;

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
    if (event.pointerType !== 'touch') return;
    // A second finger zooms.
    if (this.#pointer !== undefined || !this.#startsHere(event)) {
      this.cancel();
      return;
    }
    this.#pointer = event.pointerId;
    this.#from = event.clientX;
  };

  readonly move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    this.#by = event.clientX - this.#from;
    this.#paint(this.#by * FOLLOW);
  };

  readonly up = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const by = this.#by;
    this.cancel();
    if (Math.abs(by) < FAR_PX) return;
    this.#pressed = undefined;
    this.#options.onSwipe(by < 0 ? 1 : -1);
  };

  readonly cancel = (): void => {
    this.#pointer = undefined;
    this.#by = 0;
    this.#paint(0);
  };

  /** Sliders and the controls of a video need the finger themselves. */
  #startsHere(event: PointerEvent): boolean {
    const [at] = event.composedPath();
    if (!(at instanceof Element) || at.closest('[role=slider], button')) return false;
    return at.localName !== 'video' || event.clientY < at.getBoundingClientRect().bottom - 72;
  }

  #paint(by: number): void {
    const target = this.#options.target();
    if (target) target.style.transform = by === 0 ? '' : `translateX(${by}px)`;
  }
}
