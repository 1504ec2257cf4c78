import type { LitElement } from 'lit';
import { isAbort } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import { queryKey, type Id, type Instant, type Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { readOrder } from '../../store/indexed/read-order.js';
import { SegmentOrder } from '../../store/indexed/segment-order.js';
import { selectionOf, StoreSelection } from '../../store/selection/selection-of.js';
import type { GestureOutcome, SelectionMode, SelectionOrder, Span } from '../../store/selection/selection.js';
import type { CollectionModel, IdOrder } from './collection-model.js';
import { SelectionChangedEvent } from './selection-events.js';
import { withHidden } from './with-hidden.js';

const MODES: readonly SelectionMode[] = ['none', 'single', 'multiple'];

/** What selecting needs of its element. */
export interface SelectionContext {
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  /** The query of what is shown. */
  query(store: ImaginationsStore): Query;
  /** @param about of what only the newest is said. */
  announce(text: string, about?: string): void;
}

/** What an element is told of selecting. */
export interface SelectionHost extends LitElement {
  readonly selectionMode: SelectionMode | undefined;
  readonly selectionMaximum: number | undefined;
}

/** A selection of an element's own. */
interface Own {
  readonly store: ImaginationsStore;
  readonly selection: StoreSelection;
  stop: (() => void) | undefined;
}

/** What selects: a click or a key, with or without shift. */
export type SelectGesture = 'toggle' | 'range';

/** What a person selects among tiles: by click, by checkbox and by keys, over the whole order, drawn or not. */
export class TileSelection {
  readonly #host: SelectionHost;
  readonly #model: () => CollectionModel;
  readonly #context: SelectionContext;
  #order: { readonly of: IdOrder; readonly value: SelectionOrder } | undefined;
  #reading: AbortController | undefined;
  #own: Own | undefined;
  /** What was said last of how much is selected. */
  #said = '';
  #told: { readonly selection: StoreSelection | undefined; readonly version: number } | undefined;

  constructor(host: SelectionHost, model: () => CollectionModel, context: SelectionContext) {
    this.#host = host;
    this.#model = model;
    this.#context = context;
  }

  /** The store's; or the element's own, where it was told how much can be selected in it. */
  get now(): StoreSelection | undefined {
    const store = this.#context.store();
    return store && (this.isOwn ? this.#ownOf(store) : selectionOf(store));
  }

  /** A picker: what is selected in it is its host's to use. */
  get isOwn(): boolean {
    const { selectionMode, selectionMaximum } = this.#host;
    return selectionMode !== undefined || selectionMaximum !== undefined;
  }

  /** Whether anything can be selected. */
  get isPossible(): boolean {
    return this.now !== undefined && this.now.mode !== 'none';
  }

  /** These, and nothing else. */
  choose(ids: readonly Id[]): void {
    this.#begin()?.replace(ids, this.#view);
  }

  /**
   * Tells the host when something else is selected.
   * @param canvas what holds the tiles: as a grid, it says whether more than one can be selected.
   */
  settle(canvas: Element | null): void {
    const { now, isPossible } = this;
    const isGrid = canvas?.getAttribute('role') === 'grid';
    const many = isGrid && isPossible ? `${now?.mode === 'multiple'}` : null;
    if (canvas && canvas.ariaMultiSelectable !== many) canvas.ariaMultiSelectable = many;
    const version = now?.version ?? 0;
    const before = this.#told;
    this.#told = { selection: now, version };
    if (!now || (before?.selection === now ? before.version : 0) === version) return;
    this.#host.dispatchEvent(new SelectionChangedEvent(now.value));
    const text = selectedText(this.#context.localizer(), now, this.query);
    // Also what has left by what was done with it.
    if (this.#said && text !== this.#said) this.#say(text);
  }

  #ownOf(store: ImaginationsStore): StoreSelection {
    if (this.#own?.store !== store) {
      this.disconnect();
      this.#own = { store, selection: new StoreSelection(store), stop: undefined };
    }
    const own = this.#own;
    if (this.#host.isConnected) own.stop ??= own.selection.listen();
    const { selectionMode, selectionMaximum } = this.#host;
    own.selection.limit(MODES.find((mode) => mode === selectionMode) ?? 'multiple', selectionMaximum);
    return own.selection;
  }

  get isEmpty(): boolean {
    return this.now?.isEmpty ?? true;
  }

  /** The query of what is shown. */
  get query(): Query {
    const store = this.#context.store();
    return store ? this.#context.query(store) : {};
  }

  /** Whether one is selected; nothing where nothing can be. */
  stateOf(id: Id): boolean | undefined {
    const { now } = this;
    return now && now.mode !== 'none' ? now.has(id) : undefined;
  }

  has(id: Id): boolean {
    return this.now?.has(id) ?? false;
  }

  /** Selects one, or takes it away; with shift, all up to there. */
  press(id: Id, gesture: SelectGesture): void {
    const now = this.#begin();
    if (!now) return;
    if (gesture === 'range') void this.#extend(now, this.#model().indexOf(id));
    else this.#tell(now, now.toggle(id, this.#view));
  }

  /**
   * Selects from where the last gesture ended up to an item, which need not have been read.
   * @param from where the focus was: there it begins where nothing has been selected yet.
   */
  extend(from: Id, item: number): void {
    const { now } = this;
    if (!now) return;
    if (now.anchor === undefined || this.#model().indexOf(now.anchor) < 0) now.set([from], true, this.#view);
    void this.#extend(now, item);
  }

  /** What a marquee is drawn around, beside what was selected before. */
  sweep(items: readonly number[]): void {
    const model = this.#model();
    this.#begin()?.sweep(
      items.flatMap((item) => model.id(item) ?? []),
      this.#view,
    );
  }

  /** The marquee has gone; `false`: and with it what it was drawn around. */
  endSweep(stays: boolean): void {
    const { now } = this;
    now?.endSweep(stays);
    if (now) this.#tell(now, { isLimited: false });
  }

  /** Selects some of what is shown, or takes them away; the next range begins at the last. */
  set(ids: readonly Id[], on: boolean): void {
    const now = this.#begin();
    if (now) this.#tell(now, now.set(ids, on, this.#view));
  }

  /** Everything that is shown, read or not. */
  all(): void {
    const now = this.#begin();
    if (now) this.#tell(now, now.all(this.query, this.#until));
  }

  /** Selects what is shown and not selected, and takes away what is. */
  async invert(): Promise<void> {
    const now = this.#begin();
    const { query } = this;
    if (!now) return;
    const view = this.#view;
    const until = this.#until;
    const outcome = now.invert(this.#orderNow(), query, view, until);
    if (outcome.unread.length === 0) {
      this.#tell(now, outcome);
      return;
    }
    await this.read(async (more) => {
      const known = await more(outcome.unread);
      return () => this.#tell(now, now.invert(known, query, view, until));
    });
  }

  clear(): boolean {
    const now = this.#begin();
    if (!now || now.isEmpty) return false;
    now.clear();
    this.#say(this.#context.localizer().t('selection.none'));
    return true;
  }

  disconnect(): void {
    this.#reading?.abort();
    this.#own?.stop?.();
    if (this.#own) this.#own.stop = undefined;
  }

  /** What was begun before, and waits for what is read, is given up: it would end where nobody looks any more. */
  #begin(): StoreSelection | undefined {
    this.#reading?.abort();
    return this.now;
  }

  get #view(): string {
    return queryKey(this.query);
  }

  /** When the newest there is came. */
  get #until(): Instant {
    const { newest = '' } = this.#context.store()?.core ?? {};
    const model = this.#model();
    const ends = [0, model.count - 1].flatMap((item) => model.time(item) ?? []);
    const times = ends.map((time) => (typeof time === 'number' ? new Date(time).toISOString() : time));
    return [newest, ...times].reduce((a, b) => (a > b ? a : b));
  }

  /** The order that is shown, as ranges need it: the same object as long as nothing has moved. */
  #orderNow(): SelectionOrder {
    const model = this.#model();
    const { order } = model;
    if (this.#order?.of !== order) {
      const value = {
        count: order.count,
        id: (item: number) => order.id(item),
        indexOf: (id: Id) => model.indexOf(id),
      };
      this.#order = { of: order, value };
    }
    return this.#order.value;
  }

  async #extend(now: StoreSelection, item: number): Promise<void> {
    this.#reading?.abort();
    const view = this.#view;
    const { anchor } = now;
    let unread: readonly Span[] = [];
    await now.extend(this.#orderNow(), item, view, (outcome) => {
      ({ unread } = outcome);
      if (unread.length === 0) this.#tell(now, outcome);
    });
    if (unread.length === 0) return;
    const target = this.#model().order.id(item);
    await this.read(async (more) => {
      const known = await more(unread);
      const to = target === undefined ? -1 : known.indexOf(target);
      return () => {
        // Selected elsewhere meanwhile, it would begin there.
        if (now.anchor !== anchor) return;
        const end = to < 0 ? Math.min(item, known.count - 1) : to;
        void now.extend(known, end, view, (outcome) => this.#tell(now, outcome));
      };
    });
  }

  /**
   * Reads of the list what a gesture needs, and then does it; what was begun before is given up, as this is by the next.
   * @param gesture is given what reads on: each time, the order with all that has been read so far.
   */
  async read(gesture: (more: (spans: readonly Span[]) => Promise<SegmentOrder>) => Promise<() => void>): Promise<void> {
    this.#reading?.abort();
    const context = this.#context;
    const store = context.store();
    const index = store?.adapter.index;
    const { order } = this.#model();
    if (!store || !index || !(order instanceof SegmentOrder)) return;
    const { signal } = (this.#reading = new AbortController());
    const { query } = this;
    const { caller } = store.core;
    context.announce(context.localizer().t('selection.reading'));
    let now = order;
    try {
      const act = await gesture(async (spans) => (now = await readOrder(now, spans, { index, query, caller, signal })));
      if (!signal.aborted) act();
    } catch (thrown) {
      if (!isAbort(thrown)) context.announce(context.localizer().t('selection.failed'));
    }
  }

  #tell(now: StoreSelection, { isLimited }: Pick<GestureOutcome, 'isLimited'>): void {
    const context = this.#context;
    const localizer = context.localizer();
    if (isLimited) context.announce(localizer.t('selection.limited', { count: now.maximum }));
    this.#say(selectedText(localizer, now, this.query));
    this.#host.requestUpdate();
  }

  #say(text: string): void {
    this.#said = text;
    this.#context.announce(text, 'selection');
  }
}

/** How much is selected, and how much of it is out of sight, in words. */
export function selectedText(localizer: Localizer, selection: StoreSelection, shown: Query): string {
  if (selection.isEmpty) return localizer.t('selection.none');
  const { count, hidden } = selection.tally(shown);
  const selected = count === null ? localizer.t('selection.everything') : localizer.t('selection.count', { count });
  return withHidden(localizer, selected, hidden);
}
