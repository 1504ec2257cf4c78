import type { RowLines } from './geometry/rows.js';

/** What of the rows is in the document: rows and items from `first` up to, not including, `end`. */
export interface RowRange {
  readonly firstRow: number;
  readonly endRow: number;
  readonly first: number;
  readonly end: number;
}

/** What a person sees of the rows, in px. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** How places in the rows (`y`) and in the scroller (`p`) belong together; see `ScrollSpace`. */
export interface RowSpace {
  /** What is taken from a `y` to draw it. */
  readonly origin: number;
  /** Height of the scroller's content, since the last `resize`. */
  physicalHeight: number;
  resize(height: number, view: number): void;
  moved(p: number, isDragged?: boolean): number;
  place(y: number): number;
  cut(y: number, first: number, last: number): number;
}

/** Until the code for more is there: a browser can hold the rows. */
const oneToOne = (): RowSpace => ({
  origin: 0,
  physicalHeight: 0,
  resize(height) {
    this.physicalHeight = height;
  },
  moved: (p) => p,
  place: (y) => y,
  cut: (y) => y,
});

const NOTHING: RowRange = { firstRow: 0, endRow: 0, first: 0, end: 0 };
/** Least distance that is drawn ahead, in px: a fast wheel turns this far in a frame. */
const LEAST_AHEAD = 320;

/**
 * Follows an element's own scroller and says which rows must be in the document: those in view and one height of the
 * viewport before and after. Placing them is the element's.
 */
export class RowWindow {
  readonly #onChange: () => void;
  #scroller: HTMLElement | undefined;
  #canvas: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #viewport: Viewport = { width: 0, height: 0 };
  /** Where the rows begin below the top of the scroller's content. */
  #offset = 0;
  /** Where it stood last: out of the document a scroller forgets it. */
  #scrollTop = 0;
  #rows: RowLines | undefined;
  #range = NOTHING;
  #space = oneToOne();
  /** Its scrollbar's thumb is held. */
  isDragged = false;
  /** The rows pass so fast that nobody sees what is in them: no items are in the range then. */
  isFlying = false;
  /** How much is drawn beyond either end of the viewport, in viewports: at first nothing, for what shows comes first. */
  ahead = 0;
  /** Where the scroller was put last, other than by a person. */
  putAt = 0;
  /** What was drawn last stands at its places less this. */
  #drawnOrigin = 0;
  /** Where the viewport is about to be put. */
  #target: number | undefined;

  /** @param onChange called when the range does no longer do: the viewport has another size, or was scrolled far enough. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  get range(): RowRange {
    return this.#range;
  }

  get space(): RowSpace {
    return this.#space;
  }

  /** The space comes with the rest of the code: until then everything is near the start. */
  set space(space: RowSpace) {
    space.moved(this.#scrolled);
    this.#space = space;
    if (this.#rows) this.#resize(this.#rows);
  }

  /** Where the viewport begins, in the coordinates of the rows: below 0 where it begins before them. */
  get top(): number {
    return this.#target ?? this.#space.moved(this.#scrolled, this.isDragged);
  }

  /** Whether nothing is above the viewport. */
  get isAtStart(): boolean {
    return this.top + this.#offset <= 0;
  }

  /** Moves the viewport, as far as there is something to show. */
  scrollTo(top: number): void {
    this.#target = undefined;
    this.#put(this.#space.place(top));
  }

  /** The space has put the same place elsewhere in the scroller. */
  anchored(p: number): void {
    this.#put(p);
    this.#onChange();
  }

  get #scrolled(): number {
    return (this.#scroller?.scrollTop ?? this.#scrollTop) - this.#offset;
  }

  #put(p: number): void {
    this.putAt = p + this.#offset;
    if (this.#scroller && Math.abs(this.#scrolled - p) >= 0.5) this.#scroller.scrollTop = this.putAt;
  }

  #resize(rows: RowLines): void {
    this.#rows = rows;
    this.#space.resize(rows.height, this.#viewport.height);
  }

  /** The top from which the most of a box shows, with room to spare; as it is where all of it does. */
  topToShow(y: number, height: number, before: number, after = 8): number {
    const { top } = this;
    if (y - before < top) return y - before;
    return Math.max(top, Math.min(y + height + after - this.#viewport.height, y - before));
  }

  /** Begins to follow; the size is known before the next frame. */
  connect(scroller: HTMLElement, canvas: HTMLElement): void {
    if (this.#scroller === scroller) return;
    this.disconnect();
    this.#scroller = scroller;
    this.#canvas = canvas;
    // Moved to another place in the document, it stands where it stood.
    if (scroller.scrollTop === 0 && this.#scrollTop > 0) scroller.scrollTop = this.#scrollTop;
    scroller.addEventListener('scroll', this.#handleScroll, { passive: true });
    // A frame later: what is drawn then must not make the browser report a loop.
    this.#observer = new ResizeObserver(() => (this.#frame ||= requestAnimationFrame(this.#measure)));
    this.#observer.observe(scroller);
    // Still before anything is painted.
    queueMicrotask(this.#measure);
  }

  disconnect(): void {
    this.#scroller?.removeEventListener('scroll', this.#handleScroll);
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#scroller = this.#canvas = this.#observer = undefined;
  }

  /**
   * The rows to draw.
   * @param to where the viewport is about to be put, by `scrollTo` when they are drawn; default: it stays.
   */
  compute(rows: RowLines, to?: number): RowRange {
    this.#resize(rows);
    const wanted = to === undefined ? undefined : Math.max(-this.#offset, to);
    if (wanted !== undefined) this.#space.place(wanted);
    this.#target = wanted;
    const top = this.top;
    this.#drawnOrigin = this.#space.origin;
    if (rows.rowCount === 0) return (this.#range = NOTHING);
    const ahead = this.#ahead;
    const firstRow = rows.rowAt(top - ahead);
    const endRow = rows.rowAt(top + this.#viewport.height + ahead) + 1;
    const first = rows.rowFirst(firstRow);
    return (this.#range = { firstRow, endRow, first, end: this.isFlying ? first : rows.rowEnd(endRow - 1) });
  }

  /** What is drawn beyond either end of the viewport, in px. */
  get #ahead(): number {
    return this.ahead * Math.max(LEAST_AHEAD, this.#viewport.height);
  }

  #covers(top: number): boolean {
    const rows = this.#rows;
    if (!rows || rows.rowCount === 0) return true;
    const { firstRow, endRow } = this.#range;
    const ahead = this.#ahead / 2;
    return rows.rowAt(top - ahead) >= firstRow && rows.rowAt(top + this.#viewport.height + ahead) < endRow;
  }

  readonly #handleScroll = (): void => {
    this.#scrollTop = this.#scroller?.scrollTop ?? this.#scrollTop;
    if (!this.#covers(this.top) || this.#space.origin !== this.#drawnOrigin) this.#onChange();
  };

  readonly #measure = (): void => {
    this.#frame = 0;
    if (!this.#canvas || !this.#scroller) return;
    const width = this.#canvas.clientWidth;
    const height = this.#scroller.clientHeight;
    this.#offset = this.#canvas.offsetTop;
    if (width === this.#viewport.width && height === this.#viewport.height) return;
    this.#viewport = { width, height };
    this.#onChange();
  };
}
