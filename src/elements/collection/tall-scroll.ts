import { ScrollSpace } from '../../layouts/geometry/scroll-space.js';
import type { RowWindow } from '../../layouts/row-window.js';

/** How long a scroller that does not tell when it has come to rest must have been still, in ms. */
const STILL_MS = 150;

const EVENTS = ['scroll', 'scrollend', 'pointerdown', 'pointerup', 'wheel', 'keydown'] as const;

/** Whether an event is on the scrollbar beside a scroller's content. */
function isOnScrollbar({ target, currentTarget, offsetX }: PointerEvent): boolean {
  if (target !== currentTarget || !(target instanceof HTMLElement)) return false;
  return offsetX >= target.clientLeft + target.clientWidth || offsetX < target.clientLeft;
}

/**
 * Lets a scroller show rows that are taller than a browser can hold: what is scrolled moves by as much, what is dragged goes to
 * the same share of the whole, and at rest the thumb is put where it belongs.
 */
export class TallScroll {
  readonly #window: RowWindow;
  readonly #space = new ScrollSpace();
  #scroller: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(window: RowWindow) {
    this.#window = window;
    window.space = this.#space;
  }

  /** Listens to a scroller as long as its rows are too tall for it, or to none. */
  follow(scroller: HTMLElement | undefined): void {
    const wanted = this.#space.isMapped ? scroller : undefined;
    if (wanted === this.#scroller) return;
    for (const type of EVENTS) this.#scroller?.removeEventListener(type, this.#handle);
    for (const type of EVENTS) wanted?.addEventListener(type, this.#handle, { passive: true });
    this.#scroller = wanted;
    this.#window.isDragged = false;
    clearTimeout(this.#timer);
  }

  readonly #handle = (event: Event): void => {
    const window = this.#window;
    switch (event.type) {
      case 'scroll':
        clearTimeout(this.#timer);
        this.#anchor(false);
        if (!window.isDragged) this.#timer = setTimeout(() => this.#rest(), STILL_MS);
        return;
      case 'pointerdown':
        window.isDragged = isOnScrollbar(event as PointerEvent);
        return;
      case 'scrollend':
        this.#rest();
        return;
      default:
        window.isDragged = false;
    }
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#window.isDragged = false;
    this.#anchor(true);
  }

  /** Puts the scroller where its thumb belongs; what is seen does not move. */
  #anchor(isAtRest: boolean): void {
    // Asked where it stands, the window takes what has been scrolled since the last event: it would be lost.
    const p = this.#window.isAtStart ? undefined : this.#space.anchor(isAtRest);
    if (p !== undefined) this.#window.anchored(p);
  }
}
