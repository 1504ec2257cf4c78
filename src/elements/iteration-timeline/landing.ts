import type { LitElement } from 'lit';
import { SCROLL_ROUNDING } from '../../layouts/scroll-rounding.js';
import type { CollectionRest } from '../collection/collection-rest.js';
import { tileWith } from '../collection/tile-dom.js';
import { shownBefore, shownFrom } from '../collection/grid-navigation.js';
import { spotted } from './spots.js';
import { firstReached, type IsReached } from './time-search.js';

/** Where somebody wants to be. */
export interface Goal {
  readonly isReached?: IsReached;
  /** Where that is instead, where time does not tell; `isOpen`: it may be farther on, what is there has to be read first. */
  readonly find?: () => { readonly item: number; readonly isOpen: boolean };
  /** What is folded is passed over, down or up; else it is unfolded. */
  readonly skips?: 1 | -1;
  /** What is folded stays so: its heading will do. */
  readonly isLoose?: boolean;
  /** Which of those with the same time: an item as it is called by its place, or by its id. */
  readonly spot?: string | undefined;
  /** The same, but not reached any more: where equal times end. */
  readonly isPassed?: IsReached;
  /** The item gets the focus as soon as its tile is drawn. */
  readonly takesFocus?: boolean;
}

/**
 * Brings the viewport to a time: the row that reaches it stands below the heading that sticks. As long as what is there has
 * not been read, the place is an estimate, and is put right when it has been; unless somebody scrolls.
 */
export class Landing {
  readonly #host: LitElement;
  readonly #rest: CollectionRest;
  #goal: Goal | undefined;
  #hasLanded = false;
  #isPending = false;
  #at = Number.NaN;

  constructor(host: LitElement, rest: CollectionRest) {
    this.#host = host;
    this.#rest = rest;
    rest.focus.landing = {
      top: (isOther) => {
        const top = this.#top(isOther);
        this.#takeFocus();
        return top;
      },
      leave: () => (this.#goal = undefined),
    };
  }

  /** Where it has led to, for as long as the viewport stays there. */
  get item(): number | undefined {
    if (!this.#goal || !this.#hasLanded) return undefined;
    return Math.max(0, Math.min(this.#find(this.#goal).item, this.#rest.model().count - 1));
  }

  /** Whether the focus is still to follow. */
  get isTaking(): boolean {
    return this.#goal?.takesFocus ?? false;
  }

  go(goal: Goal): void {
    this.#goal = goal;
    this.#isPending = true;
    this.#hasLanded = false;
    this.#at = Number.NaN;
    if (goal.takesFocus) this.#rest.focus.keyed.begin();
    this.#host.requestUpdate();
  }

  /** Everything is drawn, and the viewport is where it belongs. */
  settled(): void {
    if (!this.#hasLanded) return;
    this.#at = this.#rest.window.top;
    const { item } = this;
    const active = this.#host.shadowRoot?.activeElement;
    const isThere = item !== undefined && active === tileWith(this.#canvas, this.#rest.model().id(item));
    if (this.#goal?.takesFocus && isThere) this.#goal = { ...this.#goal, takesFocus: false };
  }

  /** The viewport has moved: where somebody moved it, it stays. */
  scrolled(): void {
    if (Math.abs(this.#rest.window.top - this.#at) > SCROLL_ROUNDING) this.#goal = undefined;
  }

  /** Before its tile is drawn: that is drawn at once as the one that Tab reaches. */
  #takeFocus(): void {
    const { item } = this;
    // Its row may still be read.
    if (!this.#goal?.takesFocus || this.#isPending || item === undefined || !this.#rest.isRead(item)) return;
    // Who has gone elsewhere meanwhile is not called back.
    if (this.#canvas?.contains(this.#host.shadowRoot?.activeElement ?? null)) this.#rest.focus.take(item);
    else this.#goal = { ...this.#goal, takesFocus: false };
  }

  get #canvas(): Element | null {
    return this.#host.renderRoot.querySelector('.canvas');
  }

  /** @returns an item of -1 where all that it could be is folded. */
  #find(goal: Goal): { readonly item: number; readonly isOpen: boolean } {
    const found = goal.find?.() ?? { item: this.#byTime(goal), isOpen: false };
    const { rows, count } = this.#rest.model();
    if (!goal.skips || !rows.isFolded?.(Math.min(found.item, count - 1))) return found;
    if (goal.skips > 0) return { item: shownFrom(rows, found.item, count) ?? -1, isOpen: false };
    const before = shownBefore(rows, found.item + 1);
    const first = before === undefined ? undefined : rows.sectionFirst(rows.sectionOf(before));
    return { item: first === undefined ? -1 : (shownFrom(rows, first, count) ?? -1), isOpen: false };
  }

  #byTime({ isReached, isPassed, spot }: Goal): number {
    const model = this.#rest.model();
    const item = isReached ? firstReached(model, isReached) : 0;
    if (spot === undefined || !isPassed) return item;
    return Math.max(item, Math.min(spotted(model, spot), firstReached(model, isPassed) - 1));
  }

  #top(isOther: boolean): number | undefined {
    // It may have been scrolled, and nobody told yet.
    this.scrolled();
    const goal = this.#goal;
    // What was wanted of another list is of no use in this one.
    if (isOther && this.#hasLanded) this.#goal = undefined;
    const model = this.#rest.model();
    const { count } = model;
    if (!this.#goal || !goal || !this.#isPending || count === 0 || model.rows.rowCount === 0) return undefined;
    const { item: found, isOpen } = this.#find(goal);
    if (found < 0) {
      this.#goal = undefined;
      return undefined;
    }
    const item = Math.min(found, count - 1);
    if (!goal.skips && !goal.isLoose) this.#rest.focus.folds?.reveal(item);
    this.#hasLanded = true;
    const { rows } = model;
    // The heading of what is folded is enough.
    const isThere = rows.isFolded?.(item) || model.id(item) !== undefined;
    this.#isPending = isOpen || !isThere || (found === count && rows.count > count);
    return rows.box(item).y - (rows.isFolded?.(item) ? 0 : rows.metrics.headingHeight);
  }
}
