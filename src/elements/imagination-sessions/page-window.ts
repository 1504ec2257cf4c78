import type { EqualRows } from '../../layouts/geometry/equal-rows.js';

/** Cards from `first` up to, not including, `end`. */
export interface CardRange {
  readonly first: number;
  readonly end: number;
}

/** What is kept beyond the edges of the screen, in px; more than the distance at which the spaces are noticed. */
const MARGIN = 900;
const NOTICE = 500;
/** Rows around one that is gone to. */
const NEAR_ROWS = 4;

/** The empty space above and below the cards that are drawn. */
export interface Spaces {
  readonly scroller: HTMLElement;
  readonly canvas: HTMLElement;
  readonly before: HTMLElement;
  readonly after: HTMLElement;
}

/**
 * Which cards a person sees where the element is as tall as all of them, and what is around it scrolls. Notices by the empty
 * space that comes near, so it needs no events of what is not its own.
 */
export class PageWindow {
  readonly #onChange: () => void;
  #observer: IntersectionObserver | undefined;
  #rows: EqualRows | undefined;
  #first = 0;
  #end = NEAR_ROWS;
  #watched = '';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The cards to draw. */
  range(rows: EqualRows): CardRange {
    // What was seen begins at the same card.
    if (this.#rows && this.#rows.columns !== rows.columns) {
      const scale = this.#rows.columns / rows.columns;
      this.#first = Math.floor(this.#first * scale);
      this.#end = Math.ceil(this.#end * scale);
    }
    this.#rows = rows;
    const first = Math.max(0, Math.min(this.#first, rows.rowCount - 1));
    const end = Math.min(rows.rowCount, Math.max(first + 1, this.#end));
    return { first: rows.rowFirst(first), end: rows.rowEnd(end - 1) };
  }

  /** Draws the row of a card that may be far away; whoever asks scrolls there. */
  show(row: number): void {
    if (row >= this.#first && row < this.#end) return;
    this.#first = Math.max(0, row - NEAR_ROWS);
    this.#end = row + NEAR_ROWS;
  }

  /** To be called when everything is drawn: the spaces are looked at anew, for only crossings are told by themselves. */
  settle(spaces: Spaces): void {
    const rows = this.#rows;
    if (!rows) return;
    const what = `${this.#first} ${this.#end} ${rows.columns} ${rows.height}`;
    if (this.#observer && what === this.#watched) return;
    this.#watched = what;
    const margin = `${NOTICE}px`;
    // `scrollMargin` also widens scrollers in between; not in the types yet, ignored where it is not known.
    const options = { rootMargin: margin, scrollMargin: margin };
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#look(spaces, rows);
    }, options);
    this.#observer.observe(spaces.before);
    this.#observer.observe(spaces.after);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #look({ scroller, canvas }: Spaces, rows: EqualRows): void {
    const view = scroller.getBoundingClientRect();
    const start = canvas.getBoundingClientRect().top;
    const first = rows.rowAt(Math.max(0, view.top) - start - MARGIN);
    const end = rows.rowAt(Math.min(innerHeight, view.bottom) - start + MARGIN) + 1;
    if (first === this.#first && end === this.#end) return;
    this.#first = first;
    this.#end = end;
    this.#onChange();
  }
}
