import type { LitElement } from 'lit';
import type { AnyList } from '../collection/collection-list.js';
import type { CollectionModel } from '../collection/collection-model.js';
import type { Id } from '../../model/index.js';
import type { CollectionRest } from '../collection/collection-rest.js';
import { focusQuietly } from '../collection/tile-dom.js';
import type { FocusFolds } from '../collection/tile-focus.js';
import { FoldedList, runsShown } from './folded-looking.js';
import { UNREAD } from '../collection/section-items.js';
import { itemAt, spotOf, spotted } from './spots.js';
import { RunNames } from './run-names.js';
import { foldsOf, SectionedModel } from './sectioned-model.js';
import type { GroupBy } from './section-keys.js';

/** Which sections are folded: all but some, or some. */
interface Folded {
  readonly isAll: boolean;
  readonly others: Set<string>;
}

/** A heading, by what its section begins with, and how far below the top of the viewport it is drawn. */
interface HeldHeading {
  readonly spot: string;
  readonly offset: number;
}

const NONE: Folded = { isAll: false, others: new Set() };
/** Between a heading that somebody went to and the one that sticks, in px. */
const ROOM = 8;

/**
 * Which sections are folded, by their keys - a session that is folded is so wherever it has a run - and what that means for
 * viewport and focus: the heading that was pressed stays where it is, and has the focus where the focused tile has gone.
 */
export class SectionFolds implements FocusFolds {
  readonly #host: LitElement;
  readonly #folded = new Map<GroupBy, Folded>();
  readonly #names = new RunNames();
  readonly #lists = new WeakMap<AnyList, AnyList>();
  #rest: CollectionRest | undefined;
  #by: GroupBy = 'day';
  /** The list as it was laid out, and with what is folded. */
  #base: CollectionModel | undefined;
  #model: SectionedModel | undefined;
  #held: HeldHeading | undefined;
  /** The heading that the focus goes to as soon as it is drawn. */
  #next: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The code for the focus is there: from now on sections can be folded. */
  connect(rest: CollectionRest): void {
    this.#rest = rest;
    rest.focus.folds = this;
  }

  /** Makes of a list what is drawn of it. */
  take(base: CollectionModel, by: GroupBy): CollectionModel {
    this.#by = by;
    this.#base = base;
    this.#names.begin();
    const { isAll, others } = this.#now;
    this.#model = undefined;
    if (by !== 'session' && !isAll && others.size === 0) return base;
    const folds = foldsOf(base, (key) => this.#isFolded(key), isAll);
    // Days and weeks have one section each; a session may have many.
    const nameOf = by === 'session' ? (section: number) => this.#names.name(base, section) : undefined;
    return (this.#model = new SectionedModel(base, folds, nameOf, (list) => this.#looked(list)));
  }

  /** Whether the section of an item is folded. */
  isFoldedAt(item: number): boolean {
    const key = this.keyAt(item);
    return key !== undefined && this.#isFolded(key);
  }

  /** The key of the section of an item, which others may have too: the session's id. */
  keyAt(item: number): string | undefined {
    const rows = this.#base?.rows;
    return rows && item < rows.count ? rows.sectionKey(rows.sectionOf(item)) : undefined;
  }

  /** Nothing is known yet of the section of an item. */
  isUnknown(item: number): boolean {
    return (this.keyAt(item) ?? UNREAD).startsWith(UNREAD);
  }

  idAt(item: number): Id | undefined {
    return this.#base?.id(item);
  }

  /** What the item is called by that a heading belongs to. */
  spotAt(item: number): string | undefined {
    return this.#base && spotOf(this.#base, item);
  }

  /** Folds the section of an item, or unfolds it; its heading stays where it is. */
  toggle(item: number): void {
    const key = this.keyAt(item);
    if (!key) return;
    this.#hold(item);
    this.#set(key, !this.#isFolded(key));
    this.#host.requestUpdate();
  }

  /** Folds or unfolds all there is, and all that comes; the section under the eye stays there. */
  setAll(isFolded: boolean): void {
    this.#holdEye(isFolded);
    this.#folded.set(this.#by, { isAll: isFolded, others: new Set() });
    this.#host.requestUpdate();
  }

  /** Unfolds what an item is in, at once: somebody wants to see it. */
  reveal(item: number): void {
    const base = this.#model?.base;
    if (!base || item < 0 || item >= base.count || !this.isFoldedAt(item)) return;
    this.#set(this.keyAt(item) ?? '', false);
    this.#model?.take(foldsOf(base, (key) => this.#isFolded(key), this.#now.isAll));
    this.#host.requestUpdate();
  }

  /** Where the viewport is to begin for a heading to be where it was. */
  top(): number | undefined {
    const held = this.#held;
    const model = this.#rest?.model();
    this.#held = undefined;
    const item = held && model ? spotted(model, held.spot) : -1;
    if (!held || !model || item < 0) return undefined;
    const { rows } = model;
    return rows.sectionTop(rows.sectionOf(item)) - held.offset;
  }

  /** The item whose heading must stay in the document, for it has the focus or is about to. */
  get pinned(): number | undefined {
    const model = this.#rest?.model();
    const spot = this.#next ?? this.#focused?.dataset['first'];
    return model && spot !== undefined ? spotted(model, spot) : undefined;
  }

  /** The button that has the place of an item, where that is folded. */
  buttonFor(item: number): HTMLElement | undefined {
    const rows = this.#rest?.model().rows;
    return item >= 0 && rows?.isFolded?.(item) ? this.#button(item) : undefined;
  }

  /** Whether Tab reaches the heading of a section, from its first item up to the last: that before the tile it reaches. */
  isStop(first: number, end: number): boolean {
    const rest = this.#rest;
    if (!rest) return first === 0;
    const model = rest.model();
    const { rows } = model;
    const stop = model.indexOf(rest.focus.stopId);
    const { top } = rest.window;
    const item = stop >= 0 || rows.rowCount === 0 ? stop : rows.rowFirst(rows.rowAt(Math.max(0, top)));
    return item >= first && item < end;
  }

  /** Keys on a heading: up and down lead to others. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const model = this.#rest?.model();
    if (step === 0 || altKey || ctrlKey || metaKey || shiftKey || !model) return;
    event.preventDefault();
    event.stopPropagation();
    const spot = this.#next ?? (event.currentTarget as HTMLElement).dataset['first'] ?? '';
    const { rows, count } = model;
    const section = rows.sectionOf(Math.max(0, spotted(model, spot))) + step;
    const first = section < 0 || section >= rows.sectionCount ? -1 : rows.sectionFirst(section);
    if (first < 0 || first >= count) return;
    this.#next = spotOf(model, first);
    this.#rest?.focus.keyed.begin();
    this.#show(section);
    this.#host.requestUpdate();
  };

  /** Everything is drawn, and the viewport is where it belongs. */
  settled(): void {
    const model = this.#rest?.model();
    if (this.#next === undefined || !model) return;
    // Who has gone elsewhere meanwhile is not called back.
    const button = this.#focused ? this.#button(spotted(model, this.#next)) : null;
    if (this.#focused && !button) return;
    this.#next = undefined;
    focusQuietly(button);
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
    if (button) this.#rest?.focus.keyed.arrive(scroller, button);
  }

  get #now(): Folded {
    return this.#folded.get(this.#by) ?? NONE;
  }

  /** The heading's button that has the focus. */
  get #focused(): HTMLElement | undefined {
    const active = this.#host.shadowRoot?.activeElement;
    return active instanceof HTMLElement && active.dataset['first'] !== undefined ? active : undefined;
  }

  #isFolded(key: string): boolean {
    const { isAll, others } = this.#now;
    return key !== '' && others.has(key) !== isAll;
  }

  #set(key: string, isFolded: boolean): void {
    const { isAll, others } = this.#now;
    const next = new Set(others);
    if (isFolded === isAll) next.delete(key);
    else next.add(key);
    this.#folded.set(this.#by, { isAll, others: next });
  }

  #button(item: number): HTMLElement | undefined {
    const rows = this.#rest?.model().rows;
    if (!rows || item < 0) return undefined;
    const heading = this.#host.shadowRoot?.getElementById(`day-${rows.sectionKey(rows.sectionOf(item))}`);
    return heading?.querySelector('button') ?? undefined;
  }

  /** The heading of an item's section is to stay where it is drawn: also while it sticks, or is pushed away. */
  #hold(item: number): void {
    const { model, window } = this.#rest ?? {};
    if (!model || !window) return;
    const { rows } = model();
    const section = rows.sectionOf(item);
    const spot = spotOf(model(), rows.sectionFirst(section));
    const place = rows.sectionTop(section) - window.top;
    const lowest = rows.sectionBottom(section) - window.top - rows.metrics.headingHeight;
    if (spot !== undefined) this.#held = { spot, offset: Math.max(place, Math.min(0, lowest)) };
  }

  /** Holds the heading under the eye; tiles that stay do so by themselves. */
  #holdEye(areAllFolded: boolean): void {
    const { model, window } = this.#rest ?? {};
    if (!model || !window || model().rows.rowCount === 0) return;
    const { rows } = model();
    const item = itemAt(rows, window.top);
    if (areAllFolded || rows.isFolded?.(item)) this.#hold(item);
  }

  #show(section: number): void {
    const { model, window } = this.#rest ?? {};
    if (!model || !window) return;
    const { rows } = model();
    const { headingHeight } = rows.metrics;
    const y = rows.sectionTop(section);
    const top = window.topToShow(y, headingHeight, section === 0 ? 0 : headingHeight + ROOM);
    const spot = spotOf(model(), rows.sectionFirst(section));
    if (spot !== undefined && top !== window.top) this.#held = { spot, offset: y - top };
  }

  #looked(list: AnyList): AnyList {
    const known = this.#lists.get(list);
    if (known || !list.want || !this.#rest || this.#model?.rows.isWhole) return known ?? list;
    const runs = (): ReturnType<typeof runsShown> =>
      this.#rest ? runsShown(this.#rest.model().rows, this.#rest.window.range) : [];
    const made = new FoldedList(list, runs);
    this.#lists.set(list, made);
    return made;
  }
}
