import { Pace } from '../../internal/in-slices.js';
import type { Id, Instant, Query } from '../../model/index.js';
import { SelectedSet, type Everything, type SelectionSnapshot, type SelectionWorld } from './selected-set.js';
import {
  DONE,
  LIMITED,
  unreadIn,
  type GestureOutcome,
  type SelectionOrder,
  type Sweep,
  type SweptSpan,
} from './selection-order.js';
import { Swept } from './swept.js';

export type { SelectionSnapshot } from './selected-set.js';
export type { GestureOutcome, SelectionOrder, Span } from './selection-order.js';

/** How much can be selected: nothing, one, or many. */
export type SelectionMode = 'none' | 'single' | 'multiple';

/** How long ranges are cut: items between two looks at the clock, and how long a slice is. */
const SLICES = { stride: 128, pace: (): Pick<Pace, 'isDue' | 'rest'> => new Pace() };

/** Where a range begins, and whether it selects or takes away. */
interface Anchor {
  readonly id: Id;
  readonly on: boolean;
}

/** A range that is being taken: each step takes a few items more. */
interface Taking {
  readonly steps: Iterator<void, boolean>;
  readonly told: ((outcome: GestureOutcome) => void) | undefined;
}

/**
 * What a person has selected, in whatever view: ids, or everything that a query matches except some. Ranges run over the
 * order of the list, not over what is drawn of it, and do what was done to the item they begin at: select, or take away.
 * What is selected stays so through paging, other filters, and whatever comes and goes; what is removed leaves.
 */
export class IterationSelection {
  readonly #changed: () => void;
  readonly #set: SelectedSet;
  readonly #slices: typeof SLICES;
  readonly #swept: Swept;
  #isMarquee = false;
  #anchor: Anchor | undefined;
  #span: SweptSpan | undefined;
  #taking: Taking | undefined;
  /** What has left meanwhile. */
  readonly #gone = new Set<Id>();
  #mode: SelectionMode = 'multiple';
  #maximum = Infinity;
  #version = 0;
  /** What was selected at one version. */
  #known: { readonly version: number; readonly value: SelectionSnapshot } | undefined;

  /**
   * @param changed called after each change.
   * @param slices how long ranges are cut; for tests.
   */
  constructor(world: SelectionWorld, changed: () => void, slices = SLICES) {
    this.#slices = slices;
    this.#set = new SelectedSet(world);
    this.#swept = new Swept(this.#set);
    this.#changed = changed;
  }

  /** Another number whenever something else is selected. */
  get version(): number {
    return this.#version;
  }

  get mode(): SelectionMode {
    return this.#mode;
  }

  /** Most that can be selected. */
  get maximum(): number {
    return this.#mode === 'multiple' ? this.#maximum : this.#mode === 'single' ? 1 : 0;
  }

  /** Where the next range begins. */
  get anchor(): Id | undefined {
    return this.#anchor?.id;
  }

  /** Whether a range is being taken, and does not show yet. */
  get isTaking(): boolean {
    return this.#taking !== undefined;
  }

  get isEmpty(): boolean {
    return this.#set.isEmpty;
  }

  /** Everything that a query matched, where that is selected. */
  get everything(): Everything | undefined {
    return this.#set.all;
  }

  /** What is selected; the same object until that is something else. */
  get value(): SelectionSnapshot {
    if (this.#known?.version === this.#version) return this.#known.value;
    const value = this.#set.snapshot();
    this.#known = { version: this.#version, value };
    return value;
  }

  /** Selected by their ids, each with the key of the view it was selected in. */
  get views(): ReadonlyMap<Id, string> {
    return this.#set.ids;
  }

  /** How many are selected by their ids in a view. */
  sizeIn(view: string): number {
    return this.#set.sizeIn(view);
  }

  /** What everything leaves out. */
  get except(): ReadonlySet<Id> {
    return this.#set.except;
  }

  has(id: Id): boolean {
    return this.#set.has(id);
  }

  /** Says how much can be selected from now on; what is too much leaves. */
  limit(mode: SelectionMode, maximum = Infinity): void {
    const most = Number.isFinite(maximum) ? Math.max(1, Math.floor(maximum)) : Infinity;
    if (mode === this.#mode && most === this.#maximum) return;
    this.finish();
    this.#mode = mode;
    this.#maximum = most;
    const { views, maximum: now } = this;
    if (now === Infinity || (views.size <= now && !this.everything)) return;
    const first = [...views].slice(0, now);
    this.#empty();
    for (const [id, view] of first) this.#set.set(id, true, view);
    this.#touch();
  }

  /** Selects one, or takes it away; the next range begins here. */
  toggle(id: Id, view: string): GestureOutcome {
    this.finish();
    return this.set([id], !this.has(id), view);
  }

  /** Selects some, or takes them away; the next range begins at the last, or where it would have if that was no gesture. */
  set(ids: readonly Id[], on: boolean, view: string, isGesture = true): GestureOutcome {
    if (this.#mode === 'none') return LIMITED;
    this.finish();
    this.#keep();
    if (on && this.#mode === 'single') this.#set.clear();
    let isLimited = false;
    for (const id of ids) {
      if (on && this.#isFull && !this.#set.has(id)) isLimited = true;
      else this.#set.set(id, on, view);
    }
    const last = ids.at(-1);
    if (last !== undefined && !isLimited && isGesture) this.#anchor = { id: last, on };
    this.#touch();
    return isLimited ? LIMITED : DONE;
  }

  /** Everything that a query matched, except some, or nothing of that any more, beside what is selected; no gesture either. */
  putAll(all: Everything | undefined, except: Iterable<Id> = []): void {
    this.finish();
    this.#keep();
    this.#set.putAll(all, except);
    this.#touch();
  }

  /** These, and nothing else. */
  replace(ids: readonly Id[], view: string): GestureOutcome {
    this.#empty();
    if (ids.length > 0) return this.set(ids, true, view);
    this.#touch();
    return DONE;
  }

  /**
   * Does to everything from where the last gesture ended up to an item what was done there. Called again, the range ends
   * elsewhere, and what it has left is as it was. Where there is no beginning any more it begins, and ends, here.
   */
  range(order: SelectionOrder, item: number, view: string): GestureOutcome {
    const begun = this.#begin(order, item, view);
    if (begun) return begun;
    return this.finish() ? LIMITED : DONE;
  }

  /**
   * The same in slices that leave the page free in between: it shows when all of it is taken. What is done to the selection
   * meanwhile comes after it; another range goes on from where it has come to, and what empties it takes its place.
   * @param told is called with what became of it, once: in this very task where that is short, never where something took its place.
   */
  async extend(
    order: SelectionOrder,
    item: number,
    view: string,
    told: (outcome: GestureOutcome) => void,
  ): Promise<void> {
    const begun = this.#begin(order, item, view, told);
    const taking = this.#taking;
    if (begun || !taking) {
      told(begun ?? DONE);
      return;
    }
    const pace = this.#slices.pace();
    let step = taking.steps.next();
    while (step.done !== true) {
      if (pace.isDue) await pace.rest();
      if (this.#taking !== taking) return;
      step = taking.steps.next();
    }
    this.#end(taking, step.value);
  }

  /** Takes at once what is left of a range that is being taken; answers whether it was more than may be selected. */
  finish(): boolean {
    const taking = this.#taking;
    if (!taking) return false;
    let step = taking.steps.next();
    while (step.done !== true) step = taking.steps.next();
    this.#end(taking, step.value);
    return step.value;
  }

  /** Begins to take a range; an outcome where there is nothing to take. */
  #begin(order: SelectionOrder, item: number, view: string, told?: Taking['told']): GestureOutcome | undefined {
    const id = order.id(item);
    const from = this.#anchor ? order.indexOf(this.#anchor.id) : -1;
    if (!this.#anchor || from < 0 || this.#mode !== 'multiple') {
      return id === undefined ? DONE : this.set([id], true, view);
    }
    const unread = unreadIn(order, Math.min(from, item), Math.max(from, item) + 1);
    if (unread.length > 0) return { isLimited: false, unread };
    const { on } = this.#anchor;
    if (this.#isMarquee) this.#keep();
    // The same order in another view is another list: what was in everything there may not be in it here.
    const isSame = this.#span?.order === order && this.#span.view === view && !this.#swept.hasTwice;
    const begun = isSame && this.#swept.on === on && this.#maximum === Infinity ? this.#span : undefined;
    const work = begun ? Math.abs(item - begun.at) : Math.abs(item - from) + this.#swept.size;
    // What is asked for meanwhile is told of what was before.
    if (work >= this.#slices.stride - 1) this.#hold();
    this.#span = begun;
    this.#taking = { steps: this.#sweep({ order, from, to: item, on, view }, begun), told };
    return undefined;
  }

  /** Keeps what is told until something else is whole. */
  #hold(): void {
    this.#known = { version: this.#version, value: this.value };
  }

  #end({ told }: Taking, isLimited: boolean): void {
    this.#taking = undefined;
    this.#gone.clear();
    this.#touch();
    told?.(isLimited ? LIMITED : DONE);
  }

  /** What a marquee is drawn around: selected as long as it is, beside what was before. Ends with `endSweep`. */
  sweep(ids: readonly Id[], view: string): GestureOutcome {
    if (this.#mode !== 'multiple') return LIMITED;
    this.finish();
    if (!this.#isMarquee) this.#keep();
    this.#unsweep();
    this.#isMarquee = true;
    this.#swept.begin(true, view);
    const isLimited = ids.some((id) => !this.#add(id));
    this.#touch();
    return isLimited ? LIMITED : DONE;
  }

  /** What was swept stays; or, `false`, is as it was before. */
  endSweep(stays = true): void {
    if (!this.#isMarquee) return;
    if (stays) this.#keep();
    else this.#unsweep();
    this.#touch();
  }

  /**
   * Everything that a query matches now, and nothing else.
   * @param until when the newest of them came.
   */
  all(query: Query, until: Instant): GestureOutcome {
    if (this.maximum < Infinity) return LIMITED;
    this.#empty();
    this.#set.setAll(query, until);
    this.#touch();
    return DONE;
  }

  /** Selects of a list what is not selected, and takes away what is; what is not in the list stays as it is. */
  invert(order: SelectionOrder, query: Query, view: string, until: Instant): GestureOutcome {
    if (this.maximum < Infinity) return LIMITED;
    this.finish();
    this.#keep();
    if (!this.#set.invert(query, until)) {
      const unread = unreadIn(order, 0, order.count);
      if (unread.length > 0) return { isLimited: false, unread };
      for (let item = 0; item < order.count; item++) {
        const id = order.id(item);
        if (id !== undefined) this.#set.set(id, !this.#set.has(id), view);
      }
    }
    this.#anchor = undefined;
    this.#touch();
    return DONE;
  }

  clear(): void {
    this.#empty();
    this.#touch();
  }

  /** A row is not there any more; answers whether that matters. */
  forget(id: Id): boolean {
    const { isTaking } = this;
    if (this.#swept.forget(id) || isTaking) this.#span = undefined;
    if (isTaking) this.#gone.add(id);
    if (this.#anchor?.id === id) this.#anchor = undefined;
    const matters = this.#set.forget(id);
    // Of a range that is being taken nothing shows yet.
    if (matters && !isTaking) this.#touch();
    return matters;
  }

  /** Whether as much is selected as may be. */
  get #isFull(): boolean {
    return this.#set.ids.size >= this.maximum;
  }

  /**
   * Takes a range from its beginning on, as far as it may go; or goes on with one over the same order.
   * @param begun what has been swept of it; none: what was swept before is put back first.
   */
  *#sweep({ order, from, to, on, view }: Sweep, begun: SweptSpan | undefined): Generator<void, boolean> {
    let count = 0;
    const isDue = (): boolean => ++count % this.#slices.stride === 0;
    let span = begun;
    if (!span) {
      for (const id of this.#swept.ids) {
        this.#swept.putBack(id);
        if (isDue()) yield;
      }
      this.#swept.keep();
      this.#swept.begin(on, view);
      span = { order, view, at: from };
      if (this.#gone.size === 0) this.#span = span;
      if (!this.#add(order.id(from))) return true;
    }
    while (span.at !== to) {
      const step = span.at < to ? 1 : -1;
      // What lies on the way back to the beginning is left, what lies beyond is taken.
      if ((span.at - from) * step < 0) this.#swept.putBack(order.id(span.at) ?? '');
      else if (!this.#add(order.id(span.at + step))) return true;
      span.at += step;
      if (isDue()) yield;
    }
    return false;
  }

  /** Sweeps one more; answers whether it could. */
  #add(id: Id | undefined): boolean {
    return id === undefined || this.#gone.has(id) || this.#swept.add(id, this.#isFull);
  }

  /** What a range or a marquee has swept stays from now on. */
  #keep(): void {
    this.#swept.keep();
    this.#span = undefined;
    this.#isMarquee = false;
  }

  /** What a range or a marquee has swept is as it was. */
  #unsweep(): void {
    for (const id of this.#swept.ids) this.#swept.putBack(id);
    this.#keep();
  }

  #empty(): void {
    // What would be taken yet is not wanted any more.
    this.#taking = undefined;
    this.#gone.clear();
    this.#keep();
    this.#set.clear();
    this.#anchor = undefined;
  }

  #touch(): void {
    this.#version++;
    this.#changed();
  }
}
