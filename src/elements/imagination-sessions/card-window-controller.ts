import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rowsBetween, type RowRange } from './card-range.js';

/** What is kept beyond the edges of the screen, in px; more than the distance at which the spaces are noticed. */
const MARGIN = 900;
const NOTICE = 500;
/** Cards before anything has been measured. */
const FIRST_CARDS = 24;
/** Rows around one that is gone to. */
const NEAR_ROWS = 4;

export interface CardWindowParts {
  readonly scroller: HTMLElement;
  readonly grid: HTMLElement;
  /** Stand for the cards that are not in the document. */
  readonly before: HTMLElement;
  readonly after: HTMLElement;
}

interface Geometry {
  readonly columns: number;
  readonly rowHeight: number;
}

/**
 * Which of many cards of equal size are in the document: those on the screen and some around. Notices by the empty space
 * that comes near, so it needs no scroll events, whoever scrolls - the element or the page around it.
 */
export class CardWindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: () => CardWindowParts | undefined;
  readonly #onEnd: () => void;
  #observer: IntersectionObserver | undefined;
  #observed: CardWindowParts | undefined;
  #geometry: Geometry = { columns: 1, rowHeight: 0 };
  #range: RowRange = { first: 0, last: 0 };
  #count = 0;
  #watched = '';

  /** @param onEnd called when the last card there is comes near. */
  constructor(host: ReactiveControllerHost, parts: () => CardWindowParts | undefined, onEnd: () => void) {
    this.#host = host;
    this.#parts = parts;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Cards per row. */
  get columns(): number {
    return this.#geometry.columns;
  }

  /** The rows to show of so many cards. */
  range(count: number): RowRange {
    this.#count = count;
    const { columns, rowHeight } = this.#geometry;
    const rows = Math.ceil(count / columns);
    if (rowHeight === 0) return { first: 0, last: Math.min(rows, Math.ceil(FIRST_CARDS / columns)) };
    const first = Math.max(0, Math.min(this.#range.first, rows - 1));
    return { first, last: Math.min(rows, Math.max(first + 1, this.#range.last)) };
  }

  /** Shows the row of a card that may be far away; whoever asks scrolls there. */
  show(index: number): void {
    const row = Math.floor(index / this.#geometry.columns);
    const { first, last } = this.#range;
    if (row < first || row >= last) this.#range = { first: Math.max(0, row - NEAR_ROWS), last: row + NEAR_ROWS };
  }

  /**
   * To be called before rendering: cards that go must not leave a list that is too short for a moment, for it would lose
   * its scroll position.
   */
  makeRoom({ first, last }: RowRange): void {
    const parts = this.#parts();
    if (!parts) return;
    const { columns, rowHeight } = this.#geometry;
    const rows = Math.ceil(this.#count / columns);
    const grow = (space: HTMLElement, height: number): void => {
      if (height <= parseFloat(space.style.height)) return;
      space.style.height = `${height}px`;
      // Laid out now: WebKit takes cards out of a list before it looks at heights that were written in the same turn.
      space.getBoundingClientRect();
    };
    grow(parts.before, first * rowHeight);
    grow(parts.after, (rows - last) * rowHeight);
  }

  /** Writes the height of the cards that are not there; call it after rendering, with what was rendered. */
  settle({ first, last }: RowRange): void {
    const parts = this.#parts();
    if (!parts) {
      this.#forget();
      return;
    }
    this.#stretch(parts, first, last);
    if (this.#measure(parts)) this.#stretch(parts, first, last);
    const { columns, rowHeight } = this.#geometry;
    const rows = Math.ceil(this.#count / columns);
    this.#watch(parts, `${first} ${last} ${rows} ${rowHeight}`);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** The space before and after is looked at anew: its size has changed, and only crossings are told by themselves. */
  #watch(parts: CardWindowParts, what: string): void {
    if (what === this.#watched && parts.before === this.#observed?.before) return;
    this.#watched = what;
    this.#observed = parts;
    const margin = `${NOTICE}px`;
    // `scrollMargin` also widens scrollers in between; not in the types yet, ignored where it is not known.
    const options = { rootMargin: margin, scrollMargin: margin };
    this.#observer ??= new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#look();
    }, options);
    this.#observer.disconnect();
    this.#observer.observe(parts.before);
    this.#observer.observe(parts.after);
  }

  #look(): void {
    const parts = this.#parts();
    if (!parts) return;
    const { columns, rowHeight } = this.#geometry;
    const rows = Math.ceil(this.#count / columns);
    const view = parts.scroller.getBoundingClientRect();
    const start = parts.before.getBoundingClientRect().top;
    const [top, bottom] = [Math.max(0, view.top), Math.min(innerHeight, view.bottom)];
    const next = rowsBetween(top - start, bottom - start, MARGIN, rowHeight, rows);
    if (next.last >= rows) this.#onEnd();
    if (next.first === this.#range.first && next.last === this.#range.last) return;
    this.#range = next;
    // Not within the update that was measured.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  #stretch({ before, after }: CardWindowParts, first: number, last: number): void {
    const { columns, rowHeight } = this.#geometry;
    const rows = Math.ceil(this.#count / columns);
    before.style.height = `${first * rowHeight}px`;
    after.style.height = `${Math.max(0, rows - last) * rowHeight}px`;
  }

  /** @returns whether the cards have another size than before. */
  #measure({ grid }: CardWindowParts): boolean {
    const card = grid.firstElementChild;
    if (!(card instanceof HTMLElement) || card.offsetHeight === 0) return false;
    const style = getComputedStyle(grid);
    const columns = style.gridTemplateColumns.split(' ').length;
    const rowHeight = card.offsetHeight + (parseFloat(style.rowGap) || 0);
    const known = this.#geometry;
    if (columns === known.columns && rowHeight === known.rowHeight) return false;
    this.#geometry = { columns, rowHeight };
    if (known.rowHeight === 0) this.#range = { first: 0, last: Math.ceil(FIRST_CARDS / columns) };
    else if (columns !== known.columns) {
      const scale = known.columns / columns;
      this.#range = { first: Math.floor(this.#range.first * scale), last: Math.ceil(this.#range.last * scale) };
    }
    // Not within the update that was measured.
    queueMicrotask(() => this.#host.requestUpdate());
    return true;
  }

  #forget(): void {
    this.#observer?.disconnect();
    this.#observer = this.#observed = undefined;
    this.#watched = '';
  }
}
