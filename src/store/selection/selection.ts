import type { Id, Instant, Query } from '../../model/index.js';
import { SelectedSet, type Everything, type SelectionWorld, type Standing } from './selected-set.js';

/** How much can be selected: nothing, one, or many. */
export type SelectionMode = 'none' | 'single' | 'multiple';

/** A list in its whole order, as far as it is known: what a range runs over, drawn or not. */
export interface SelectionOrder {
  readonly count: number;
  /** Nothing where it has not been read. */
  id(item: number): Id | undefined;
  /** -1 where it is not, or not known. */
  indexOf(id: Id): number;
}

/** Items from `first` up to, not including, `end`. */
export type Span = readonly [first: number, end: number];

/** What became of a gesture. */
export interface GestureOutcome {
  /** More was asked for than may be selected. */
  readonly isLimited: boolean;
  /** What must be read before the gesture can be done: then do it again. */
  readonly unread: readonly Span[];
}

const DONE: GestureOutcome = { isLimited: false, unread: [] };
const LIMITED: GestureOutcome = { isLimited: true, unread: [] };

/** Where a range begins, and whether it selects or takes away. */
interface Anchor {
  readonly id: Id;
  readonly on: boolean;
}

/** What a range has swept, of which list. */
interface SweptSpan {
  readonly order: SelectionOrder;
  readonly view: string;
  readonly first: number;
  readonly end: number;
}

/** What was selected at one version. */
interface Known {
  readonly version: number;
  readonly value: SelectionSnapshot;
}

/** What is selected now. */
export interface SelectionSnapshot {
  /** Selected one by one. */
  readonly ids: readonly Id[];
  /** Everything that this query matched is selected too, ... */
  readonly query: Query | null;
  /** ... except these. */
  readonly except: readonly Id[];
}

/**
 * What a person has selected, in whatever view: ids, or everything that a query matches except some. Ranges run over the
 * order of the list, not over what is drawn of it, and do what was done to the item they begin at: select, or take away.
 * What is selected stays so through paging, other filters, and whatever comes and goes; what is removed leaves.
 */
export class IterationSelection {
  readonly #changed: () => void;
  readonly #set: SelectedSet;
  /** What a range, or a marquee, has added or taken away, and how it stood before, as long as that can still change. */
  readonly #swept = new Map<Id, Standing>();
  #sweptOn = true;
  #sweptView = '';
  #isMarquee = false;
  /** An adapter gave an id twice that has been swept: where one of its places is left, the other may still be in the range. */
  #hasTwice = false;
  #anchor: Anchor | undefined;
  #span: SweptSpan | undefined;
  #mode: SelectionMode = 'multiple';
  #maximum = Infinity;
  #version = 0;
  #known: Known | undefined;

  /** @param changed called after each change. */
  constructor(world: SelectionWorld, changed: () => void) {
    this.#set = new SelectedSet(world);
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
    const { ids, all, except } = this.#set;
    const value = { ids: [...ids.keys()], query: all?.query ?? null, except: [...except] };
    this.#known = { version: this.#version, value };
    return value;
  }

  /** Selected by their ids, each with the key of the view it was selected in. */
  get views(): ReadonlyMap<Id, string> {
    return this.#set.ids;
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
    return this.set([id], !this.has(id), view);
  }

  /** Selects some, or takes them away; the next range begins at the last. */
  set(ids: readonly Id[], on: boolean, view: string): GestureOutcome {
    if (this.#mode === 'none') return LIMITED;
    this.#keep();
    if (on && this.#mode === 'single') this.#set.clear();
    let isLimited = false;
    for (const id of ids) {
      if (on && this.#isFull && !this.#set.has(id)) isLimited = true;
      else this.#set.set(id, on, view);
    }
    const last = ids.at(-1);
    if (last !== undefined && !isLimited) this.#anchor = { id: last, on };
    this.#touch();
    return isLimited ? LIMITED : DONE;
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
    const id = order.id(item);
    const from = this.#anchor ? order.indexOf(this.#anchor.id) : -1;
    if (!this.#anchor || from < 0 || this.#mode !== 'multiple') {
      return id === undefined ? DONE : this.set([id], true, view);
    }
    const [first, end] = from <= item ? [from, item + 1] : [item, from + 1];
    const unread = unreadIn(order, first, end);
    if (unread.length > 0) return { isLimited: false, unread };
    const { on } = this.#anchor;
    if (this.#isMarquee) this.#keep();
    // The same order in another view is another list: what was in everything there may not be in it here.
    const isSame = this.#span?.order === order && this.#span.view === view && !this.#hasTwice;
    const before = isSame ? this.#span : undefined;
    if (!before || this.#sweptOn !== on || this.#maximum < Infinity) this.#unsweep();
    this.#sweptOn = on;
    this.#sweptView = view;
    const isLimited = this.#sweep(order, from, item, before);
    this.#span = { order, view, first, end };
    this.#touch();
    return isLimited ? LIMITED : DONE;
  }

  /** What a marquee is drawn around: selected as long as it is, beside what was before. Ends with `endSweep`. */
  sweep(ids: readonly Id[], view: string): GestureOutcome {
    if (this.#mode !== 'multiple') return LIMITED;
    if (!this.#isMarquee) this.#keep();
    this.#unsweep();
    this.#isMarquee = true;
    this.#sweptOn = true;
    this.#sweptView = view;
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
    if (this.#swept.delete(id)) this.#span = undefined;
    if (this.#anchor?.id === id) this.#anchor = undefined;
    const matters = this.#set.forget(id);
    if (matters) this.#touch();
    return matters;
  }

  /** Whether as much is selected as may be. */
  get #isFull(): boolean {
    return this.#set.ids.size >= this.maximum;
  }

  /** Takes a range from its beginning on, as far as it may go; of one over the same order, only what has changed. */
  #sweep(order: SelectionOrder, from: number, to: number, before: { first: number; end: number } | undefined): boolean {
    if (this.#maximum < Infinity) {
      const step = from <= to ? 1 : -1;
      for (let item = from; item !== to + step; item += step) if (!this.#add(order.id(item))) return true;
      return false;
    }
    const [first, end] = from <= to ? [from, to + 1] : [to, from + 1];
    for (let item = before?.first ?? 0; item < (before?.end ?? 0); item++) {
      if (item >= first && item < end) item = end - 1;
      else this.#putBack(order.id(item) ?? '');
    }
    for (let item = first; item < end; item++) {
      if (before && item >= before.first && item < before.end) item = before.end - 1;
      else this.#add(order.id(item));
    }
    return false;
  }

  /** Sweeps one more, where that changes anything; answers whether it could. */
  #add(id: Id | undefined): boolean {
    if (id === undefined) return true;
    if (this.#set.has(id, this.#sweptView) === this.#sweptOn) {
      this.#hasTwice ||= this.#swept.has(id);
      return true;
    }
    if (this.#sweptOn && this.#isFull) return false;
    this.#swept.set(id, this.#set.peek(id));
    this.#set.set(id, this.#sweptOn, this.#sweptView);
    return true;
  }

  #putBack(id: Id): void {
    const standing = this.#swept.get(id);
    if (standing === undefined) return;
    this.#set.restore(id, standing);
    this.#swept.delete(id);
  }

  /** What a range or a marquee has swept stays from now on. */
  #keep(): void {
    this.#swept.clear();
    this.#span = undefined;
    this.#isMarquee = this.#hasTwice = false;
  }

  /** What a range or a marquee has swept is as it was. */
  #unsweep(): void {
    for (const id of this.#swept.keys()) this.#putBack(id);
    this.#keep();
  }

  #empty(): void {
    this.#keep();
    this.#set.clear();
    this.#anchor = undefined;
  }

  #touch(): void {
    this.#version++;
    this.#changed();
  }
}

/** Runs of items whose ids are not known. */
function unreadIn(order: SelectionOrder, first: number, end: number): readonly Span[] {
  const spans: [number, number][] = [];
  for (let item = first; item < end; item++) {
    if (order.id(item) !== undefined) continue;
    const last = spans.at(-1);
    if (last?.[1] === item) last[1] = item + 1;
    else spans.push([item, item + 1]);
  }
  return spans;
}
