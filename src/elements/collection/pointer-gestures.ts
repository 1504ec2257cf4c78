import type { LitElement, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { isRtl } from '../../internal/is-rtl.js';
import type { RowWindow } from '../../layouts/row-window.js';
import { tileActionOf } from '../../ui/iteration-tile-action.js';
import type { CollectionModel } from './collection-model.js';
import { LongPress } from './long-press.js';
import { idOf, tileOf } from './tile-dom.js';
import type { TileDrag } from './tile-drag.js';
import type { TileSelection } from './tile-selection.js';

/** What pointers begin that is more than a click: a finger rests, a mouse drags. */
export class PointerGestures {
  readonly #selection: TileSelection;
  readonly #press = new LongPress();
  readonly #drag: LatePart<TileDrag>;
  #scroller: HTMLElement | undefined;
  /** Whether it was a finger that came down last. */
  isTouch = false;

  constructor(host: LitElement, model: () => CollectionModel, window: RowWindow, selection: TileSelection) {
    this.#selection = selection;
    this.#drag = new LatePart(host, async () => {
      const { TileDrag: Drag } = await import('./tile-drag.js');
      return new Drag(host, model, window, selection);
    });
  }

  /** A pointer is down. */
  down(event: PointerEvent): void {
    this.isTouch = event.pointerType === 'touch';
    if (!event.isPrimary || event.button !== 0 || tileActionOf(event) || !this.#isInside(event)) return;
    if (!this.#selection.isPossible) return;
    if (!this.isTouch) {
      // A shift or a modifier is a click's.
      if (event.pointerType === 'mouse' && !event.shiftKey)
        void this.#drag.need().then((drag) => this.#begin(drag, event));
      return;
    }
    const tile = tileOf(event);
    const id = idOf(tile);
    if (!tile || id === undefined) return;
    void this.#drag.need();
    this.#press.begin(event, tile, () => {
      this.#selection.press(id, 'toggle');
      this.#drag.now?.touch(event);
    });
  }

  /** Follows the scroller that is shown. */
  follow(scroller: HTMLElement | undefined): void {
    if (scroller === this.#scroller) return;
    this.#scroller?.removeEventListener('touchmove', this.#holdStill);
    this.#scroller = scroller;
    // Only where there are fingers: a browser asks it before it scrolls.
    const hasTouch = scroller && matchMedia('(any-pointer: coarse)').matches;
    if (hasTouch) scroller.addEventListener('touchmove', this.#holdStill, { passive: false });
  }

  disconnect(): void {
    this.#press.cancel();
    this.#drag.now?.cancel();
    this.follow(undefined);
  }

  render(): TemplateResult | typeof nothing {
    return this.#drag.now?.render() ?? nothing;
  }

  #begin(drag: TileDrag | undefined, event: PointerEvent): void {
    // Lifted while the code was on its way: there is nothing to follow.
    if (drag && this.#scroller?.isConnected) drag.marquee(event);
  }

  /** On the tiles or beside them, but not on the scrollbar. */
  #isInside(event: PointerEvent): boolean {
    const scroller = this.#scroller;
    if (!scroller || !event.composedPath().includes(scroller)) return false;
    const { left, right } = scroller.getBoundingClientRect();
    const bar = scroller.offsetWidth - scroller.clientWidth;
    return isRtl(scroller) ? event.clientX >= left + bar : event.clientX <= right - bar;
  }

  /** A finger that selects does not scroll. */
  readonly #holdStill = (event: Event): void => {
    if (this.#drag.now?.isOn && event.cancelable) event.preventDefault();
  };
}
