import type { RowWindow } from '../../layouts/row-window.js';
import type { Id } from '../../model/index.js';
import { anchorsIn, findAnchor, type Anchor } from './anchors.js';
import type { CollectionModel } from './collection-model.js';
import { ScrollListener } from './scroll-listener.js';

/** Lists whose places are remembered while others are shown. */
const MOST_LEFT = 12;

/** What shows. */
interface Held {
  readonly anchors: readonly Anchor[];
  /** Height of the viewport that they show in. */
  readonly view: number;
  /** The first has to show whole, also when it turns out to be higher: somebody went there, or it is the end. */
  readonly isGoal: boolean;
}

/** Where the eye and the focus were in a list. */
interface Place extends Held {
  readonly current: Id | undefined;
}

/** An anchor, and which item that is. */
interface Found {
  readonly anchor: Anchor;
  readonly item: number;
}

type Choose = (anchors: readonly Anchor[], isAtEnd: boolean) => Anchor | undefined;

const NOTHING: Held = { anchors: [], view: 0, isGoal: false };
/** Below the last that still shows in a viewport that has become lower, in px. */
const ROOM = 8;

/**
 * What is under the eye, and where: held through whatever happens above it, remembered for a list that another takes the
 * place of, and for as long as there is no room to show anything.
 */
export class HeldPlace {
  readonly #modelNow: () => CollectionModel;
  readonly #window: RowWindow;
  /** What is held where it is, for as long as nobody scrolls: at first what showed when somebody did last. */
  #held = NOTHING;
  #heldAt = Number.NaN;
  /** The anchors are of another time: whatever the scroller says, they are looked for as soon as there is something to see. */
  #isAwaited = false;
  /** Which of the anchors was found last. */
  #last: Found | undefined;
  /** Where the viewport is to begin. */
  #wanted: number | undefined;
  /** Height of the viewport when there was room last, and where it stood: a scroller that is not shown says nothing. */
  #view = 0;
  #seen = 0;
  #key: string | undefined;
  readonly #left = new Map<string, Place>();
  readonly #scrolling = new ScrollListener(() => this.#see());

  /** @param model which one is drawn: another list may need another kind. */
  constructor(model: () => CollectionModel, window: RowWindow) {
    this.#modelNow = model;
    this.#window = window;
  }

  /** Whether there is something to go back to. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** Whether there has ever been room to show anything. */
  get hasShown(): boolean {
    return this.#view > 0;
  }

  /**
   * Looks what shows before that changes.
   * @param choose which of it is held before all others.
   */
  look(choose: Choose): void {
    if (this.#isAwaited || this.#view === 0) return;
    const top = this.#isHidden ? this.#seen : this.#window.top;
    const isAtStart = this.#isHidden ? top <= 0 : this.#window.isAtStart;
    if (isAtStart) this.#held = NOTHING;
    else if (!this.#isHeldAt(top, choose)) this.#held = this.#take(top, choose);
    this.#isAwaited = !this.#hasRoom && !isAtStart;
  }

  /**
   * Another list comes: remembers where the last one was, and answers what had the focus last in that which comes.
   * @param current what has it now.
   */
  change(key: string, current: Id | undefined): Id | undefined {
    if (this.#key !== undefined) {
      this.#left.delete(this.#key);
      if (this.#held.anchors.length > 0) this.#left.set(this.#key, { ...this.#held, current });
      for (const old of this.#left.keys()) if (this.#left.size > MOST_LEFT) this.#left.delete(old);
    }
    const place = this.#left.get(key);
    this.#key = key;
    this.#held = place ?? NOTHING;
    this.#last = undefined;
    this.#isAwaited = place !== undefined;
    return place?.current;
  }

  /** Says which list it is that is shown. */
  name(key: string | undefined): void {
    this.#key ??= key;
  }

  /** Another backend: places in its lists are others. */
  forget(): void {
    this.#left.clear();
    this.#key = undefined;
  }

  /** Nothing is held any more: somebody goes elsewhere. */
  release(): void {
    this.#held = NOTHING;
    this.#isAwaited = false;
  }

  /** Where the viewport must begin for everything to be where it was; nothing where it may stay as it is. */
  top(): number | undefined {
    const model = this.#modelNow();
    const { rows } = model;
    this.#wanted = undefined;
    if (this.#isAwaited && (!this.#hasRoom || model.count === 0 || rows.rowCount === 0)) return undefined;
    this.#isAwaited = false;
    this.#last = this.#find(model);
    if (!this.#last) {
      this.#held = NOTHING;
      return undefined;
    }
    const { anchor, item } = this.#last;
    const { y, height } = rows.box(item);
    const { anchors, isGoal, view } = this.#held;
    const { height: room } = this.#window.viewport;
    // In a viewport that has become lower, what was near its end would be beyond it.
    const isBeyond = room < view && anchor.offset + height / 2 > room;
    const isWhole = isBeyond || (isGoal && anchor === anchors[0]);
    const most = isWhole ? Math.max(rows.metrics.headingHeight, room - height - ROOM) : Infinity;
    return (this.#wanted = y - Math.min(anchor.offset, most));
  }

  /** Everything is drawn, and the viewport is where it belongs. */
  settled(scroller: HTMLElement | null | undefined): void {
    if (this.#isHidden) this.#seen = this.#wanted ?? this.#seen;
    else this.#see();
    this.#heldAt = this.#seen;
    if (this.#hasRoom) this.#view = this.#window.viewport.height;
    this.#scrolling.follow(scroller ?? undefined);
  }

  get #hasRoom(): boolean {
    const { width, height } = this.#window.viewport;
    return width >= 1 && height >= 1;
  }

  /** The scroller is not shown, whether that has been measured or not. */
  get #isHidden(): boolean {
    return !this.#hasRoom || this.#scrolling.scroller?.clientHeight === 0;
  }

  #see(): void {
    if (!this.#isHidden) this.#seen = this.#window.top;
  }

  /** Whether what is held still is what should be. */
  #isHeldAt(top: number, choose: Choose): boolean {
    const { anchors } = this.#held;
    if (anchors.length === 0 || Math.abs(top - this.#heldAt) >= 1) return false;
    // What has been read since has an id now, and may be another than was expected there.
    if (anchors.some(({ id }) => id === undefined)) return false;
    const chosen = choose(anchors, this.#isAtEnd(top));
    return !chosen || chosen === anchors[0];
  }

  #isAtEnd(top: number): boolean {
    return top + this.#view >= this.#modelNow().rows.height - 1;
  }

  #take(top: number, choose: Choose): Held {
    const view = this.#view;
    const anchors = anchorsIn(this.#modelNow(), top, view);
    const isAtEnd = this.#isAtEnd(top);
    const chosen = choose(anchors, isAtEnd);
    if (!chosen) return { anchors, view, isGoal: false };
    return { anchors: [chosen, ...anchors], view, isGoal: isAtEnd || chosen.id === undefined };
  }

  #find(model: CollectionModel): Found | undefined {
    for (const anchor of this.#held.anchors) {
      const item = findAnchor(model, anchor);
      if (item >= 0) return { anchor, item };
    }
    const last = this.#last;
    // Segments may have been cut anew: what comes will be near where it was.
    const isUnread = last && last.item < model.count && model.id(last.item) === undefined;
    return isUnread && this.#held.anchors.includes(last.anchor) ? last : undefined;
  }
}
