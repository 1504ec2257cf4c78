import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { isRtl } from '../../internal/is-rtl.js';
import { swallow } from '../../internal/swallow.js';
import type { Box } from '../../layouts/geometry/rows.js';
import type { RowWindow } from '../../layouts/row-window.js';
import type { Id } from '../../model/index.js';
import type { CollectionModel } from './collection-model.js';
import { EdgeScroll } from './edge-scroll.js';
import { itemsIn } from './items-in.js';
import { place } from './place.js';
import type { TileSelection } from './tile-selection.js';

/** A mouse that moves less than this, in px, clicks. */
const LEAST = 6;

/** A place in the rows, `x` from the side where reading begins. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const between = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Selects by dragging: a mouse draws a marquee, a finger that has rested on a tile takes all up to where it is. */
export class TileDrag {
  readonly #host: LitElement;
  readonly #model: () => CollectionModel;
  readonly #window: RowWindow;
  readonly #selection: TileSelection;
  /** Ends what is being dragged; `false`: as if it had not been. */
  #finish: ((stays: boolean) => void) | undefined;
  /** What is drawn of the marquee, in px of the viewport. */
  #drawn: Box | undefined;

  constructor(host: LitElement, model: () => CollectionModel, window: RowWindow, selection: TileSelection) {
    this.#host = host;
    this.#model = model;
    this.#window = window;
    this.#selection = selection;
  }

  /** Something is being dragged. */
  get isOn(): boolean {
    return this.#finish !== undefined;
  }

  render(): TemplateResult | typeof nothing {
    return this.#drawn ? html`<div class="marquee" ${place(this.#drawn)}></div>` : nothing;
  }

  /** A mouse is down: as soon as it has moved, a marquee follows it. */
  marquee(event: PointerEvent): void {
    const start = this.#pointAt(event);
    const { clientX, clientY } = event;
    let isDrawn = false;
    this.#follow(event, {
      move: (at, { x, y }) => {
        if (!isDrawn && Math.hypot(x - clientX, y - clientY) < LEAST) return;
        isDrawn = true;
        const box = between(start, at);
        this.#drawn = this.#shown(box);
        this.#selection.sweep(itemsIn(this.#model(), box));
        this.#host.requestUpdate();
      },
      end: (stays) => {
        if (isDrawn) this.#selection.endSweep(stays);
        this.#drawn = undefined;
        this.#host.requestUpdate();
        return isDrawn;
      },
    });
  }

  /** A finger has rested on a tile, and selected it: what it passes now goes the same way. */
  touch(event: PointerEvent): void {
    let last: Id | undefined;
    this.#follow(event, {
      move: (at) => {
        const item = itemsIn(this.#model(), { ...at, width: 1, height: 1 })[0];
        const id = item === undefined ? undefined : this.#model().id(item);
        if (id === undefined || id === last) return;
        last = id;
        this.#selection.press(id, 'range');
      },
      end: () => true,
    });
  }

  cancel(): void {
    this.#finish?.(false);
  }

  get #scroller(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  /** Where a pointer is in the rows. */
  #pointAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const scroller = this.#scroller?.getBoundingClientRect();
    const canvas = this.#scroller?.querySelector('.canvas')?.getBoundingClientRect();
    const isMirrored = this.#scroller !== null && isRtl(this.#scroller);
    const x = isMirrored ? (canvas?.right ?? 0) - clientX : clientX - (canvas?.left ?? 0);
    return { x, y: this.#window.top + clientY - (scroller?.top ?? 0) };
  }

  /** As much of a box as the scroller shows, from the corner of the root where reading begins. */
  #shown({ x, y, width, height }: Box): Box | undefined {
    const scroller = this.#scroller;
    const canvas = scroller?.querySelector<HTMLElement>('.canvas');
    if (!scroller || !canvas) return undefined;
    const { clientHeight, offsetTop } = scroller;
    const { paddingInlineStart } = getComputedStyle(scroller);
    const top = Math.max(0, y - this.#window.top);
    const bottom = Math.min(clientHeight, y + height - this.#window.top);
    return { x: x + parseFloat(paddingInlineStart), y: top + offsetTop, width, height: Math.max(0, bottom - top) };
  }

  /** Follows a pointer until it is lifted; Escape takes back what it did. */
  #follow(
    event: PointerEvent,
    handlers: {
      move(at: Point, pointer: { readonly x: number; readonly y: number }): void;
      end(stays: boolean): boolean;
    },
  ): void {
    this.cancel();
    const scroller = this.#scroller;
    if (!scroller) return;
    const { pointerId } = event;
    const over = new AbortController();
    const { signal } = over;
    let at = { clientX: event.clientX, clientY: event.clientY };
    const move = (): void => handlers.move(this.#pointAt(at), { x: at.clientX, y: at.clientY });
    const edge = new EdgeScroll(scroller);
    const finish = (stays: boolean): void => {
      over.abort();
      edge.stop();
      this.#finish = undefined;
      // The click that ends a drag is none.
      if (handlers.end(stays)) swallow(scroller, 'click')();
    };
    this.#finish = finish;
    const own = (handle: (pointer: PointerEvent) => void) => (pointer: PointerEvent) => {
      if (pointer.pointerId === pointerId) handle(pointer);
    };
    const options = { signal };
    scroller.addEventListener(
      'pointermove',
      own(({ clientX, clientY, pointerType, buttons }) => {
        // Lifted where it could not be heard.
        if (pointerType === 'mouse' && buttons === 0) {
          finish(false);
          return;
        }
        at = { clientX, clientY };
        // From now on it is this gesture's, wherever it goes.
        if (!scroller.hasPointerCapture(pointerId)) capture(scroller, pointerId);
        move();
        edge.at(clientY);
      }),
      options,
    );
    scroller.addEventListener(
      'pointerup',
      own(() => finish(true)),
      options,
    );
    scroller.addEventListener(
      'pointercancel',
      own(() => finish(false)),
      options,
    );
    const escape = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      finish(false);
    };
    scroller.addEventListener('scroll', move, { signal, passive: true });
    this.#host.addEventListener('keydown', escape, { signal, capture: true });
  }
}

/** A pointer that has gone meanwhile cannot be captured. */
function capture(scroller: HTMLElement, pointerId: number): void {
  try {
    scroller.setPointerCapture(pointerId);
  } catch {
    // Its end is heard all the same where it comes.
  }
}
