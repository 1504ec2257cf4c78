import type { LitElement } from 'lit';
import { deepActive, isEditable } from '../../internal/composed-tree.js';
import { KeyReveal } from '../../internal/reveal-around.js';
import type { RowWindow } from '../../layouts/row-window.js';
import { SCROLL_ROUNDING } from '../../layouts/scroll-rounding.js';
import type { Id } from '../../model/index.js';
import type { Anchor } from './anchors.js';
import type { CollectionModel, IdOrder } from './collection-model.js';
import { CurrentItem } from './current-item.js';
import { HeldPlace } from './held-place.js';
import { focusQuietly, tileWith } from './tile-dom.js';

/** Something that the viewer showed, or that had the focus, and about where it is. */
interface Sought {
  readonly id: Id;
  readonly place: string;
  /** What was opened. */
  readonly from: Id | undefined;
  /** Where the viewport stands. */
  readonly top: number;
}

/** Somebody may want the viewport elsewhere than where the focus is. */
export interface FocusLanding {
  /** Where it is to begin; asked for at each layout. `isOther`: another list has come. */
  top(isOther: boolean): number | undefined;
  /** It goes elsewhere. */
  leave(): void;
}

/** What of the list is folded away. */
export interface FocusFolds {
  /** Where the viewport is to begin for a heading to stay where it is. */
  top(): number | undefined;
  /** Unfolds what an item is in. */
  reveal(item: number): void;
  /** An item whose heading must stay in the document. */
  readonly pinned: number | undefined;
  /** What has the place of an item that is folded away. */
  buttonFor(item: number): HTMLElement | undefined;
}

/**
 * Where the focus and the eye are, by id: which tile is the one tab stop, which tiles must stay in the document, where
 * the viewport stands after a change, and where the focus goes when its tile has left.
 */
export class TileFocus {
  readonly #host: LitElement;
  readonly #modelNow: () => CollectionModel;
  readonly #window: RowWindow;
  readonly current = new CurrentItem();
  readonly keyed = new KeyReveal(() => this.#host);
  /** The tile that Tab reaches. */
  stopId: Id | undefined;
  /** Something outside the tiles, a menu, belongs to the current one: it stays as if it had the focus. */
  isHeld: () => boolean = () => false;
  landing: FocusLanding | undefined;
  /** Nothing where nothing can be folded. */
  folds: FocusFolds | undefined;
  #before: IdOrder | undefined;
  readonly #held: HeldPlace;
  #isOther = false;
  /** What had the focus last in a list that comes back. */
  #left: Id | undefined;
  #hadFocus = false;
  /** Something beside or instead of the tiles had it: a button that tries again, or leads to what is new. */
  #hadFocusBeside = false;
  /** The scroller has the focus for want of a tile. */
  #isHomeless = false;
  #next: Id | undefined;
  /** Where the focus goes as soon as it is known what is there. */
  #awaited: string | undefined;
  #top: number | undefined;
  /** The item that was opened here, and what the viewer shows now. */
  #opened: Id | undefined;
  #openId: Id | null = null;
  /** Where the focus goes when the viewer's dialog gives it back, and where that dialog thinks it belongs. */
  #returnTo: Id | undefined;
  #returnFrom: Id | undefined;
  /** What the viewer showed last, or what had the focus, for as long as it is not known where that is, and where the viewport stands. */
  #sought: Sought | undefined;

  /** @param model which one is drawn: another list may need another kind. */
  constructor(host: LitElement, model: () => CollectionModel, window: RowWindow) {
    this.#host = host;
    this.#modelNow = model;
    this.#window = window;
    this.#held = new HeldPlace(model, window);
  }

  /** Another backend comes: what is remembered of the last one means nothing there. */
  forget(): void {
    this.#held.forget();
  }

  /**
   * @param isOther whether another list comes: it begins where it was left, else at its start.
   * @param key which list it is.
   */
  beforeChange(isOther: boolean, key: string | undefined): void {
    const active = this.#root?.activeElement;
    this.#hadFocus = Boolean(active && this.#canvas?.contains(active));
    this.#hadFocusBeside = Boolean(!this.#hadFocus && active && active !== this.#scroller);
    this.#isOther = isOther;
    this.#held.look((anchors, isAtEnd) => this.#chosen(anchors, isAtEnd));
    this.#before = this.#model.order;
    if (isOther && key !== undefined) this.#left = this.#held.change(key, this.current.id);
    else this.#held.name(key);
  }

  /** @param openId what the viewer shows. */
  afterChange(openId: Id | null): void {
    const { current } = this;
    if (this.#isOther && this.#model.indexOf(current.id) < 0) current.set(undefined);
    if (current.id === undefined && this.#model.indexOf(this.#left) >= 0) {
      current.set(this.#left, this.#model.indexOf(this.#left));
    }
    if (this.#model.count > 0) this.#left = undefined;
    if (this.#before && this.#before !== this.#model.order) {
      current.follow(this.#model, this.#before);
      this.#seekCurrent();
    }
    this.#find();
    const kept = this.folds?.top();
    const landing = this.landing?.top(this.#isOther) ?? kept;
    const isBack = this.#held.isAwaited;
    this.#top ??= this.#isOther && !isBack ? Number.NEGATIVE_INFINITY : landing;
    // Where it goes elsewhere on purpose, what showed until now is not held any more.
    if (this.#top === undefined) this.#top = this.#held.top();
    else this.#held.release();
    if (this.#isOther) this.#top ??= Number.NEGATIVE_INFINITY;
    this.#followViewer(openId);
    this.#window.compute(this.#model.rows, this.#top);
    this.stopId = this.#findStop();
  }

  /** Items that stay in the document wherever the viewport is. */
  pinned(): number[] {
    // Before there is any room, a tile would ask for a picture of no size.
    if (this.#window.viewport.width === 0 && !this.#held.hasShown) return [];
    const ids = [this.stopId, this.#returnTo, this.#returnFrom, this.#opened];
    return [...ids.map((id) => this.#model.indexOf(id)), this.folds?.pinned ?? -1].filter((item) => item >= 0);
  }

  /** Moves the viewport and the focus to where they belong, when everything is drawn. */
  settle(wasOrphaned: boolean): void {
    if (this.#top !== undefined) this.#window.scrollTo(this.#top);
    this.#top = undefined;
    this.#held.settled(this.#scroller);
    if (this.#sought) this.#sought = { ...this.#sought, top: this.#window.top };
    const next = this.#next ?? this.#arrived();
    this.#next = undefined;
    const nextTile = tileWith(this.#canvas, next);
    if (nextTile) {
      // Not from a field: what ended the viewing may have led there.
      const isWriting = isEditable(deepActive(this.#host.ownerDocument) ?? undefined);
      // The viewer closes where it was opened.
      if (!isWriting && this.#returnTo !== next) this.keyed.arrive(this.#scroller, nextTile);
      if (!isWriting) focusQuietly(nextTile);
      // What it was on its way to is this: it may go on to a button of it.
      if (next === this.#model.id(this.awaitedItem ?? -1)) this.#awaited = undefined;
      // A dialog that is still open lets nothing behind it have the focus, and when it closes what it came from may be gone.
      const dialog = deepActive(this.#host.ownerDocument)?.closest('dialog');
      if (this.#returnTo === next) dialog?.addEventListener('close', () => this.#giveBack(dialog), { once: true });
      return;
    }
    const active = this.#root?.activeElement;
    const isLost = (this.#hadFocus || this.#hadFocusBeside || wasOrphaned) && !active;
    if (!isLost && !(this.#isHomeless && active === this.#scroller)) return;
    const folded = this.folds?.buttonFor(this.#model.indexOf(this.current.id));
    if (folded) {
      this.#isHomeless = false;
      focusQuietly(folded);
      return;
    }
    const tile = this.#sought ? undefined : tileWith(this.#canvas, this.stopId);
    const button = tile ? undefined : this.#scroller?.querySelector<HTMLElement>('.state > button');
    this.#isHomeless = !tile && !button;
    if (!this.#sought) this.current.set(this.stopId, this.#model.indexOf(this.stopId));
    focusQuietly(tile ?? button ?? this.#scroller);
  }

  /** What the focus is on its way to. */
  get awaitedItem(): number | undefined {
    const item = this.#awaited === undefined ? -1 : (this.#model.placed?.(this.#awaited) ?? -1);
    return item < 0 ? undefined : item;
  }

  /** A tile has got the focus; answers whether it may keep it. */
  accept(id: Id): boolean {
    const [returnTo, awaited] = [this.#returnTo, this.#awaited];
    this.#giveUp();
    // Its own tile was put elsewhere, and has got it back: the way goes on.
    if (id === this.current.id) this.#awaited = awaited;
    if (returnTo !== undefined && returnTo !== id) {
      // The viewer's dialog gives the focus back to where it was opened; it belongs to what was shown last.
      focusQuietly(tileWith(this.#canvas, returnTo));
      return false;
    }
    if (id !== this.current.id) this.#host.requestUpdate();
    this.current.set(id, this.#model.indexOf(id));
    return true;
  }

  /** Moves focus and viewport to an item, from wherever the focus is in here; `isByKey`: the page too. */
  goTo(item: number, isByKey: boolean): void {
    focusQuietly(this.#scroller);
    this.moveTo(item);
    if (!isByKey) this.keyed.drop();
  }

  /** Puts the focus on the tile that Tab reaches. */
  focusStop(): void {
    focusQuietly(tileWith(this.#canvas, this.stopId) ?? this.#scroller);
  }

  /** Moves focus and viewport to an item, as a key tells. */
  moveTo(item: number, goal?: number): void {
    const id = this.#model.id(item);
    this.#awaited = this.#model.placeOf?.(item);
    if (id === undefined && this.#awaited === undefined) return;
    if (id !== undefined) {
      this.current.set(id, item);
      this.#next = id;
    }
    this.current.goal = goal;
    this.keyed.begin();
    this.#show(item);
    this.#host.requestUpdate();
  }

  /** Moves the focus to an item that is about to be drawn, and the viewport nowhere. */
  take(item: number): void {
    const id = this.#model.id(item);
    this.#awaited = this.#model.placeOf?.(item);
    this.current.set(id, item);
    this.#next = id;
  }

  /** An item is being opened here: its viewer's end brings the focus back. */
  opened(id: Id): void {
    this.#opened = id;
    this.#openId = id;
  }

  /** It was not opened after all. */
  notOpened(): void {
    this.#opened = undefined;
  }

  /** A person acts: nothing is given back any more. */
  readonly release = (): void => {
    this.#giveUp();
    this.#sought = undefined;
  };

  #giveUp(): void {
    this.#returnTo = this.#returnFrom = undefined;
    this.#awaited = undefined;
  }

  #giveBack(dialog: HTMLElement): void {
    const page = this.#host.ownerDocument;
    const active = deepActive(page);
    // What has the focus in a dialog keeps it until the next frame.
    const isFree = !active || active === page.body || dialog.contains(active);
    if (this.#returnTo !== undefined && isFree) focusQuietly(tileWith(this.#canvas, this.#returnTo));
  }

  get #model(): CollectionModel {
    return this.#modelNow();
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  get #canvas(): HTMLElement | null | undefined {
    return this.#root?.querySelector<HTMLElement>('.canvas');
  }

  get #scroller(): HTMLElement | null | undefined {
    return this.#root?.querySelector<HTMLElement>('.scroller');
  }

  /** The tile that the focus was on its way to, if it is there now. */
  #arrived(): Id | undefined {
    const item = this.awaitedItem;
    const id = item === undefined ? undefined : this.#model.id(item);
    // Who has gone elsewhere meanwhile is not called back.
    if (item === undefined || !tileWith(this.#canvas, id) || !this.#root?.activeElement) return undefined;
    this.current.set(id, item);
    return id;
  }

  /** Which of what shows is held before all others: what the focus is on its way to or in; at the end, the last. */
  #chosen(anchors: readonly Anchor[], isAtEnd: boolean): Anchor | undefined {
    const wanted = this.#awaited ?? (isAtEnd ? this.#model.placeOf?.(this.#model.count - 1) : undefined);
    if (wanted !== undefined) return anchors.find(({ place }) => place === wanted);
    return this.#hadFocus ? anchors.find(({ id }) => id === this.current.id) : undefined;
  }

  #followViewer(openId: Id | null): void {
    const last = this.#openId;
    this.#openId = openId;
    if (openId !== null || last === null) return;
    // Opened elsewhere, by an address: with the viewer the focus has nowhere to go.
    if (this.#opened === undefined && deepActive(this.#host.ownerDocument) !== this.#host.ownerDocument.body) return;
    const from = this.#opened;
    this.#opened = undefined;
    const near = this.#model.indexOf(last) < 0 ? (this.#model.itemNear?.(last, from) ?? -1) : -1;
    if (near >= 0) {
      // Until it is known where it is, the focus waits where it was; what is read there tells.
      this.#returnFrom = this.#returnTo = from;
      this.#show(near);
      this.#held.release();
      this.#sought = { id: last, place: this.#model.placeOf?.(near) ?? '', from, top: this.#window.top };
    } else this.#giveTo(this.#model.indexOf(last) >= 0 ? last : from, from);
  }

  #giveTo(id: Id | undefined, from: Id | undefined): void {
    const item = this.#model.indexOf(id);
    if (item < 0) return;
    this.folds?.reveal(item);
    this.#returnFrom = from;
    this.current.set(id, item);
    this.#next = this.#returnTo = id;
    if (this.#shows(item, id === from)) return;
    this.#show(item);
    this.#held.release();
  }

  /** Whether an item shows below a heading that sticks: whole, or any part of it. */
  #shows(item: number, isPart: boolean): boolean {
    const { rows } = this.#model;
    const { y, height } = rows.box(item);
    const top = this.#top ?? this.#window.top;
    const [start, end] = [top + rows.metrics.headingHeight, top + this.#window.viewport.height];
    return isPart ? y + height > start && y < end : y >= start && y + height <= end;
  }

  /** What has the focus has come into a segment that is still to be read: the focus waits for it. */
  #seekCurrent(): void {
    const { id } = this.current;
    if (id === undefined || !this.#hadFocus || this.#model.indexOf(id) >= 0) return;
    const near = this.#model.itemNear?.(id, undefined) ?? -1;
    if (near < 0) return;
    this.#sought = { id, place: this.#model.placeOf?.(near) ?? '', from: undefined, top: this.#window.top };
  }

  /** Looks whether it is known now where that is which the viewer showed last, unless somebody has gone elsewhere. */
  #find(): void {
    if (!this.#sought) return;
    const { id, top, place, from } = this.#sought;
    const { ownerDocument: page } = this.#host;
    const isElsewhere = !this.#root?.activeElement && page.activeElement !== page.body;
    const isFound = this.#model.indexOf(id) >= 0;
    // Where it was thought to be, others are: the list has never had it.
    const isMissing = this.#model.id(this.#model.placed?.(place) ?? -1) !== undefined;
    const isOver = isElsewhere || Math.abs(this.#window.top - top) > SCROLL_ROUNDING;
    if (!isOver && !isFound && !isMissing) return;
    this.#sought = undefined;
    if (!isOver) this.#giveTo(isFound ? id : from, undefined);
  }

  #show(item: number): void {
    // Who wants to be somewhere does not fly on.
    this.#window.isFlying = false;
    this.folds?.reveal(item);
    const { rows } = this.#model;
    const box = rows.box(item);
    // The heading of its section sticks to the top.
    const { headingHeight } = rows.metrics;
    const isFirstRow = box.y <= headingHeight;
    const top = this.#window.topToShow(box.y, box.height, isFirstRow ? box.y + 1000 : headingHeight + 8);
    this.#top = top;
    if (Math.abs(top - this.#window.top) > SCROLL_ROUNDING) this.landing?.leave();
  }

  #findStop(): Id | undefined {
    const { rows, count } = this.#model;
    if (count === 0) return undefined;
    // Nobody tabs into what flies past.
    if (this.#window.isFlying && this.#model.indexOf(this.stopId) >= 0) return this.stopId;
    const item = this.#model.indexOf(this.current.id);
    const { first, end, endRow } = this.#window.range;
    const isHeld = this.#hadFocus || this.#next !== undefined || this.isHeld();
    const isShown = item >= 0 && !rows.isFolded?.(item);
    if (isShown && (isHeld || (item >= first && item < end))) return this.current.id;
    // The first that shows whole, below a heading that sticks.
    const top = Math.max(0, this.#top ?? this.#window.top) + rows.metrics.headingHeight;
    const row = rows.rowAt(top);
    const isCut = rows.rowTop(row) < top - 1 && rows.rowTop(row) > 0 && row + 1 < rows.rowCount;
    let shown = isCut ? row + 1 : row;
    while (shown + 1 < endRow && rows.isHeading(shown)) shown++;
    const stop = Math.min(count - 1, rows.rowFirst(shown));
    // Where all that shows is folded, there are headings to tab to.
    return rows.isFolded?.(stop) ? undefined : this.#model.id(stop);
  }
}
