import { queryKey, type Id, type Instant, type Query } from '../../model/index.js';

/** What a set of selected rows needs to know of the rows. */
export interface SelectionWorld {
  /** Whether a row belongs to a query; nothing where the row is not held. */
  belongs(id: Id, query: Query): boolean | undefined;
  /** When a row came; nothing where it is not held. */
  createdAt(id: Id): Instant | undefined;
}

/** Everything that a query matched at one moment. */
export interface Everything {
  readonly query: Query;
  readonly key: string;
  /** When the newest of them came; what came later was never seen, and does not belong. */
  readonly until: Instant;
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

const EXCEPT = true;
const NOT_NAMED = false;
/** Selected in a view, left out of everything, or neither. */
export type Standing = string | typeof EXCEPT | typeof NOT_NAMED;

/**
 * Selected rows: some ids, or everything that a query matches except some, and beside it ids that the query does not match. Of
 * each id it remembers in which view it was selected, for its row need not be held.
 */
export class SelectedSet {
  readonly #world: SelectionWorld;
  #ids = new Map<Id, string>();
  /** How many were selected in each view. */
  readonly #byView = new Map<string, number>();
  #except = new Set<Id>();
  #all: Everything | undefined;

  constructor(world: SelectionWorld) {
    this.#world = world;
  }

  /** Selected by their ids, and in which view. */
  get ids(): ReadonlyMap<Id, string> {
    return this.#ids;
  }

  /** How many of them were selected in a view. */
  sizeIn(view: string): number {
    return this.#byView.get(view) ?? 0;
  }

  get except(): ReadonlySet<Id> {
    return this.#except;
  }

  get all(): Everything | undefined {
    return this.#all;
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0 && this.#all === undefined;
  }

  snapshot(): SelectionSnapshot {
    return { ids: [...this.#ids.keys()], query: this.#all?.query ?? null, except: [...this.#except] };
  }

  /** @param view key of the query of a list that it is in: what everything is of needs no row. */
  has(id: Id, view?: string): boolean {
    return this.#ids.has(id) || (!this.#except.has(id) && this.#isOfAll(id, view) === true);
  }

  /** @param view key of the query of the list that it is selected in. */
  set(id: Id, on: boolean, view: string): void {
    if (on) {
      this.#except.delete(id);
      if (!this.#isOfAll(id, view)) this.#add(id, view);
      return;
    }
    this.#delete(id);
    // Also what is no part of it now: should it come to be, it was taken away all the same.
    if (this.#all) this.#except.add(id);
  }

  /** Everything that a query matches now, and nothing else. */
  setAll(query: Query, until: Instant): void {
    this.clear();
    this.#all = { query, key: queryKey(query), until };
  }

  /** Everything that a query matched, except some, or nothing of that any more; what is selected beside it stays. */
  putAll(all: Everything | undefined, except: Iterable<Id>): void {
    const ids = this.#ids;
    this.clear();
    this.#all = all;
    for (const id of except) this.#except.add(id);
    for (const [id, view] of ids) this.set(id, true, view);
  }

  /**
   * Selects what is not, and the other way round, of what a query matches; what it does not match stays as it is.
   * @returns false where that cannot be told without going through all of it.
   */
  invert(query: Query, until: Instant): boolean {
    const key = queryKey(query);
    if (this.#all) {
      if (this.#all.key !== key) return false;
      const selected = [...this.#except].filter((id) => this.#isOfAll(id, key));
      this.#all = undefined;
      this.#except.clear();
      for (const id of [...this.#ids.keys()]) if (this.#world.belongs(id, query)) this.#delete(id);
      for (const id of selected) this.#add(id, key);
      return true;
    }
    const here = [...this.#ids].filter(([id, view]) => this.#world.belongs(id, query) ?? view === key);
    this.#all = { query, key, until };
    for (const [id] of here) {
      this.#delete(id);
      this.#except.add(id);
    }
    return true;
  }

  /** How an id stands, for `restore`. */
  peek(id: Id): Standing {
    const view = this.#ids.get(id);
    if (view !== undefined) return view;
    return this.#except.has(id) ? EXCEPT : NOT_NAMED;
  }

  /** Puts an id back to how it stood. */
  restore(id: Id, standing: Standing): void {
    this.#delete(id);
    this.#except.delete(id);
    if (typeof standing === 'string') this.#add(id, standing);
    else if (standing === EXCEPT) this.#except.add(id);
  }

  /** A row is not there any more. */
  forget(id: Id): boolean {
    return this.#delete(id) || this.#except.delete(id);
  }

  /** What was asked of it before stays as it was: it need not be copied to be put back. */
  clear(): void {
    this.#ids = new Map();
    this.#except = new Set();
    this.#byView.clear();
    this.#all = undefined;
  }

  #add(id: Id, view: string): void {
    const before = this.#ids.get(id);
    if (before === view) return;
    if (before !== undefined) this.#byView.set(before, this.sizeIn(before) - 1);
    this.#ids.set(id, view);
    this.#byView.set(view, this.sizeIn(view) + 1);
  }

  #delete(id: Id): boolean {
    const view = this.#ids.get(id);
    if (view !== undefined) this.#byView.set(view, this.sizeIn(view) - 1);
    return this.#ids.delete(id);
  }

  /** Whether a row is one of everything; nothing where that is not known. */
  #isOfAll(id: Id, view?: string): boolean | undefined {
    const all = this.#all;
    if (!all) return false;
    const createdAt = this.#world.createdAt(id);
    if (createdAt !== undefined && createdAt > all.until) return false;
    return this.#world.belongs(id, all.query) ?? (view === all.key ? true : undefined);
  }
}
