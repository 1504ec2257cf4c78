import type { LitElement } from 'lit';
import type { CollectionModel } from '../collection/collection-model.js';
import type { CollectionRest } from '../collection/collection-rest.js';
import { focusQuietly, tileWith } from '../collection/tile-dom.js';
import { firstReached, type IsReached } from './time-search.js';

/** Where somebody wants to be. */
export interface Goal {
  readonly isReached: IsReached;
  /** Which of those with the same time: an item as it is called by its place, or by its id. */
  readonly spot?: string | undefined;
  /** The same, but not reached any more: where equal times end. */
  readonly isPassed?: IsReached;
  /** The item gets the focus as soon as its tile is drawn. */
  readonly takesFocus?: boolean;
}

/** A scroller that stands within this is where it was put, in px: they round. */
const SAME = 1.5;

/** What to call an item so that `spotted` finds it again. */
export const spotOf = (model: CollectionModel, item: number): string | undefined =>
  model.placeOf?.(item) ?? model.id(item);

const spotted = (model: CollectionModel, spot: string): number => model.placed?.(spot) ?? model.indexOf(spot);

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
    rest.focus.landing = (isOther) => this.#top(isOther);
  }

  /** Where it has led to, for as long as the viewport stays there. */
  get item(): number | undefined {
    if (!this.#goal || !this.#hasLanded) return undefined;
    return Math.max(0, Math.min(this.#find(this.#goal), this.#rest.model().count - 1));
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
    this.#host.requestUpdate();
  }

  /** Everything is drawn, and the viewport is where it belongs. */
  settled(): void {
    if (!this.#hasLanded) return;
    this.#at = this.#rest.window.top;
    if (this.isTaking && !this.#isPending) this.#takeFocus();
  }

  /** The viewport has moved: where somebody moved it, it stays. */
  scrolled(): void {
    if (Math.abs(this.#rest.window.top - this.#at) > SAME) this.#goal = undefined;
  }

  #takeFocus(): void {
    const canvas = this.#host.renderRoot.querySelector('.canvas');
    const tile = tileWith(canvas, this.#rest.model().id(this.item ?? -1));
    // Its row may still be read.
    if (!tile || !this.#goal) return;
    this.#goal = { ...this.#goal, takesFocus: false };
    // Who has gone elsewhere meanwhile is not called back.
    if (canvas?.contains(this.#host.shadowRoot?.activeElement ?? null)) focusQuietly(tile);
  }

  #find({ isReached, isPassed, spot }: Goal): number {
    const model = this.#rest.model();
    const item = firstReached(model, isReached);
    if (spot === undefined || !isPassed) return item;
    return Math.max(item, Math.min(spotted(model, spot), firstReached(model, isPassed) - 1));
  }

  #top(isOther: boolean): number | undefined {
    // It may have been scrolled, and nobody told yet.
    this.scrolled();
    const goal = this.#goal;
    // What was wanted of another list is of no use in this one.
    if (isOther && this.#hasLanded) this.#goal = undefined;
    const { rows, count } = this.#rest.model();
    if (!this.#goal || !goal || !this.#isPending || count === 0 || rows.rowCount === 0) return undefined;
    const found = this.#find(goal);
    const item = Math.min(found, count - 1);
    this.#hasLanded = true;
    this.#isPending = this.#rest.model().id(item) === undefined || (found === count && rows.count > count);
    return rows.box(item).y - rows.metrics.headingHeight;
  }
}
