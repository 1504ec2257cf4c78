import type { LitElement, ReactiveController } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { ResizeController } from '../../controllers/resize-controller.js';
import { EqualRows } from '../../layouts/geometry/equal-rows.js';
import { SAFE_HEIGHT } from '../../layouts/geometry/safe-height.js';
import { RowWindow } from '../../layouts/row-window.js';
import type { Id } from '../../model/index.js';
import { cardsIn, findAnchor, type CardAnchor, type CardIds } from './card-anchors.js';
import type { CardRange, PageWindow, Spaces } from './page-window.js';

/** Cards before anything has been measured. */
const FIRST_CARDS = 24;
/** Farther than this, in px, nothing has to be drawn where it belongs. */
const FAR = 100_000;
/** Share of the viewport that a page key turns. */
const PAGE = 0.9;

export interface CardWindowParts extends Spaces {
  /** The cards in their rows, drawn where they belong. */
  readonly grid: HTMLElement | null;
  /** A row of columns with one card, which nobody sees: all others are as large. */
  readonly probe: HTMLElement;
}

interface Geometry {
  readonly columns: number;
  readonly rowHeight: number;
  readonly gap: number;
  /** Width of a card. */
  readonly width: number;
}

/**
 * Which of many cards of equal size are in the document, and where: those on the screen and some around. What is under the eye
 * stays where it is, whatever comes, goes, or gets another size.
 */
export class CardWindow implements ReactiveController {
  readonly #update: () => void;
  readonly #parts: () => CardWindowParts | undefined;
  readonly #window: RowWindow;
  readonly #page: LatePart<PageWindow>;
  readonly #tall: LatePart<{ follow(scroller: HTMLElement | undefined): void }>;
  #geometry: Geometry = { columns: 1, rowHeight: 0, gap: 0, width: 320 };
  #ids: CardIds = [];
  #rows = new EqualRows(0, 1, 0, 0);
  #range: CardRange = { first: 0, end: 0 };
  /** What is held where it is, for as long as nobody scrolls. */
  #anchors: readonly CardAnchor[] = [];
  #heldAt = Number.NaN;
  #isHidden = false;
  /** The size of cards was known when they were laid out. */
  #isLaidOut = false;
  /** What is around the element scrolls. */
  #isWhole = false;
  #top: number | undefined;

  constructor(host: LitElement, parts: () => CardWindowParts | undefined) {
    this.#update = () => host.requestUpdate();
    this.#parts = parts;
    this.#window = new RowWindow(this.#update);
    // Cards are few: there is no need to draw what shows by itself first.
    this.#window.ahead = 1;
    this.#page = new LatePart(host, async () => new (await import('./page-window.js')).PageWindow(this.#update));
    this.#tall = new LatePart(host, async () => {
      const { TallScroll } = await import('../collection/tall-scroll.js');
      return new TallScroll(this.#window);
    });
    new ResizeController(
      host,
      () => parts()?.probe.firstElementChild,
      () => this.#measure() && this.#update(),
    );
    host.addController(this);
  }

  /** Cards per row. */
  get columns(): number {
    return this.#geometry.columns;
  }

  /** Width of a card in px. */
  get cardWidth(): number {
    return this.#geometry.width;
  }

  /** The cards to draw. */
  get range(): CardRange {
    return this.#range;
  }

  /** Rows that a page key turns. */
  get pageRows(): number {
    const { rowHeight, gap } = this.#geometry;
    const height = this.#isWhole ? innerHeight : this.#window.viewport.height;
    return Math.max(1, Math.floor((PAGE * height) / Math.max(1, rowHeight + gap)));
  }

  /**
   * Lays out what there is now; to be called before rendering.
   * @param isOther another list has come: then nothing is held in place.
   * @param focused what is held rather than others.
   */
  prepare(ids: CardIds, isOther: boolean, focused: Id | undefined): void {
    this.#hold(isOther, focused);
    const { columns, rowHeight, gap } = this.#geometry;
    this.#ids = ids;
    this.#rows = new EqualRows(ids.length, columns, rowHeight, gap);
    this.#isLaidOut = rowHeight > 0;
    if (!this.#isLaidOut) {
      this.#range = this.#firstRange();
      return;
    }
    this.#isWhole = this.#isWholeNow();
    if (isOther) this.#top ??= Number.NEGATIVE_INFINITY;
    // Where it goes elsewhere on purpose, what showed until now is not held any more.
    const held = this.#top === undefined ? findAnchor(this.#anchors, ids) : undefined;
    this.#anchors = held ? [held] : [];
    if (held) this.#top = this.#rows.rowTop(this.#rows.rowOf(held.place)) - held.offset;
    this.#range = this.#isWhole ? this.#wholeRange() : this.#window.compute(this.#rows, this.#top);
  }

  /** Puts what has been rendered in its place. */
  settle(): void {
    const parts = this.#parts();
    if (!parts) return;
    const { scroller, canvas, grid, before, after } = parts;
    this.#window.connect(scroller, canvas);
    const isMeasured = this.#isLaidOut;
    // Not within the update that was measured.
    if (!isMeasured && this.#measure()) queueMicrotask(this.#update);
    const rows = this.#rows;
    const { space } = this.#window;
    const row = rows.rowOf(this.#range.first);
    const top = rows.rowTop(row) - (this.#isWhole ? 0 : space.origin);
    const isPlaced = isMeasured && rows.count > 0;
    const height = this.#isWhole ? rows.height : space.physicalHeight;
    const isOther = put(canvas, 'block-size', isPlaced ? `${height}px` : '');
    if (!isPlaced || !grid) {
      this.#top = undefined;
      return;
    }
    put(grid, 'inset-block-start', `${top}px`);
    put(grid, 'grid-auto-rows', `${this.#geometry.rowHeight}px`);
    this.#placeAway(grid, row);
    if (rows.height > SAFE_HEIGHT) void this.#tall.need();
    this.#tall.now?.follow(this.#isWhole ? undefined : scroller);
    if (this.#isWhole) {
      put(before, 'block-size', `${top}px`);
      put(after, 'inset-block-start', `${rows.rowTop(rows.rowOf(this.#range.end - 1) + 1)}px`);
      this.#page.now?.settle(parts);
    } else {
      this.#page.now?.disconnect();
      if (isOther && this.#isWholeNow()) queueMicrotask(this.#update);
      if (this.#top !== undefined) this.#window.scrollTo(this.#top);
    }
    this.#top = undefined;
    this.#heldAt = this.#window.top;
  }

  /** Brings the place of a card into view. */
  show(place: number): void {
    const row = this.#rows.rowOf(place);
    if (this.#isWhole) {
      this.#page.now?.show(row);
      return;
    }
    const y = this.#rows.rowTop(row);
    this.#top = this.#window.topToShow(y, this.#geometry.rowHeight, row === 0 ? 1000 : 8);
  }

  hostDisconnected(): void {
    this.#tall.now?.follow(undefined);
    this.#window.disconnect();
    this.#page.now?.disconnect();
  }

  /** The card that is drawn out of its row, for it has the focus, stands where it belongs, or that way. */
  #placeAway(grid: HTMLElement, firstRow: number): void {
    const away = grid.querySelector<HTMLElement>('.away');
    if (!away) return;
    const row = this.#rows.rowOf(this.#ids.indexOf(away.dataset['id']));
    const distance = this.#rows.rowTop(row) - this.#rows.rowTop(firstRow);
    put(away, '--_at', `${Math.max(-FAR, Math.min(FAR, distance))}px`);
  }

  #hold(isOther: boolean, focused: Id | undefined): void {
    const { viewport } = this.#window;
    const wasHidden = this.#isHidden;
    this.#isHidden = viewport.height === 0;
    // Not displayed, a scroller is nowhere: what it held is held again when it shows.
    if ((this.#isHidden || wasHidden) && !isOther) return;
    const { top, isAtStart } = this.#window;
    const [first] = this.#anchors;
    if (isOther || isAtStart || this.#isWhole) {
      this.#anchors = [];
      return;
    }
    // The same for as long as nobody scrolls; should it leave, what shows beside it now.
    const isSame = Math.abs(top - this.#heldAt) < 1 && first !== undefined && first.offset < viewport.height;
    const shown = cardsIn(this.#ids, this.#rows, top, viewport.height);
    const wanted = isSame ? first : shown.find(({ id }) => id === focused);
    this.#anchors = wanted ? [wanted, ...shown] : shown;
  }

  #firstRange(): CardRange {
    return { first: 0, end: Math.min(this.#ids.length, FIRST_CARDS) };
  }

  #wholeRange(): CardRange {
    void this.#page.need();
    return this.#page.now?.range(this.#rows) ?? this.#firstRange();
  }

  /** Whether nothing is left for the element to scroll, and there is more of it than a screen shows. */
  #isWholeNow(): boolean {
    const scroller = this.#parts()?.scroller;
    if (!scroller || scroller.clientHeight <= innerHeight) return false;
    return scroller.scrollHeight <= scroller.clientHeight + 1;
  }

  /** @returns whether the cards have another size than before. */
  #measure(): boolean {
    const probe = this.#parts()?.probe;
    const card = probe?.firstElementChild;
    if (!probe || !(card instanceof HTMLElement) || card.offsetHeight === 0) return false;
    const style = getComputedStyle(probe);
    const columns = style.gridTemplateColumns.split(' ').length;
    const known = this.#geometry;
    this.#geometry = {
      columns,
      rowHeight: card.offsetHeight,
      gap: parseFloat(style.rowGap) || 0,
      width: card.offsetWidth,
    };
    const { rowHeight, gap, width } = this.#geometry;
    return columns !== known.columns || rowHeight !== known.rowHeight || gap !== known.gap || width !== known.width;
  }
}

/** Writes a style where it is another, and answers whether it is. */
function put({ style }: HTMLElement, name: string, value: string): boolean {
  const isOther = style.getPropertyValue(name) !== value;
  if (isOther) style.setProperty(name, value);
  return isOther;
}
