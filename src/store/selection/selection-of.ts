import { matchesIteration, queryKey, type Id, type Instant, type Query } from '../../model/index.js';
import type { Selection as Selected } from '../../data/index.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { isRemoved } from '../is-removed.js';
import { iterationListeners } from '../row-listeners.js';
import type { ImaginationsStore } from '../store.js';
import { bothOf } from './both.js';
import { IterationSelection } from './selection.js';
import { selectionsOf } from './selections.js';
import { tallySelection, type SelectionTally, type TallyWorld } from './selection-tally.js';

/** A row that can be selected. */
interface SelectableRow {
  readonly id: Id;
  readonly createdAt: Instant;
}

/** The rows of a store that a selection is among. */
export interface SelectableRows {
  get(id: Id): SelectableRow | undefined;
  /** Whether a row is known to be no more. */
  isRemoved(id: Id): boolean;
  /** Whether a row belongs to a query; nothing where it is not held. */
  belongs(id: Id, query: Query): boolean | undefined;
  /** How many a query matches; `null` where that is not known. */
  total(query: Query): number | null;
  /** The rows that are held, by their ids. */
  held(): ReadonlyMap<Id, unknown>;
  listen(
    listener: (change: {
      readonly id: Id;
      readonly before: unknown;
      readonly after: SelectableRow | undefined;
    }) => void,
  ): () => void;
}

/** The iterations of a store. */
const iterationsOf = (store: ImaginationsStore): SelectableRows => ({
  get: (id) => store.core.iterations.get(id),
  isRemoved: (id) => isRemoved(store.core.iterations, id),
  belongs: (id, query) => belongs(store, id, query),
  total: (query) => store.counts(query).value?.total ?? store.views.iterationList(query).value.total,
  held: () => store.core.iterations.known,
  listen: (listener) => iterationListeners.listen(store.core, listener),
});

/** A selection among rows of a store: the iterations, unless it is told of others. */
export class StoreSelection extends IterationSelection {
  readonly #among: SelectableRows;
  readonly #world: TallyWorld;
  /** Rows that have come since everything was selected, by its query. */
  readonly #arrived = new Set<Id>();
  #tally: { readonly of: readonly unknown[]; readonly value: SelectionTally } | undefined;
  /** Another number whenever a row that is selected has changed. */
  #rows = 0;

  constructor(store: ImaginationsStore, among: SelectableRows = iterationsOf(store)) {
    const world: TallyWorld = {
      belongs: (id, query) => among.belongs(id, query),
      createdAt: (id) => among.get(id)?.createdAt,
      total: (query) => among.total(query),
      held: () => among.held(),
      arrived: (query, until) =>
        [...this.#arrived].filter((id) => isNew(among.get(id)?.createdAt, until) && among.belongs(id, query)).length,
    };
    super(world, () => store.core.changed());
    this.#among = among;
    this.#world = world;
  }

  /** Hears of rows that come and go, until the returned function is called. */
  listen(): () => void {
    return this.#among.listen(({ id, before, after }) => {
      // What is one of everything depends on the rows: a range over it does not wait for more of them to change.
      if (this.everything) this.finish();
      if (!after) {
        this.#arrived.delete(id);
        this.forget(id);
      } else if (!before && this.everything && isNew(after.createdAt, this.everything.until)) this.#arrived.add(id);
      if (this.everything || this.views.has(id)) this.#rows++;
    });
  }

  /**
   * How much is selected.
   * @param shown the query of the list that is looked at.
   */
  tally(shown: Query): SelectionTally {
    const { everything } = this;
    const key = queryKey(shown);
    // A range that is being taken shows when it is whole.
    if (this.isTaking) {
      const { of: [version, , last] = [], value } = this.#tally ?? {};
      if (value && version === this.version && last === key) return value;
      return this.#keepTally([this.version, this.#rows, key], this.#heldTally(shown, key));
    }
    const total = everything ? this.#world.total(everything.query) : 0;
    const both = everything && everything.key !== key ? bothOf(everything.query, shown) : undefined;
    const of = [this.version, this.#rows, key, total, both && this.#world.total(both)];
    if (this.#tally && shallowEqual(this.#tally.of, of)) return this.#tally.value;
    return this.#keepTally(of, tallySelection(this, shown, this.#world));
  }

  #keepTally(of: readonly unknown[], value: SelectionTally): SelectionTally {
    this.#tally = { of, value };
    return value;
  }

  /** Of what was selected before the range that is being taken, where nobody had asked. */
  #heldTally(shown: Query, key: string): SelectionTally {
    if (this.everything) return { count: null, hidden: null };
    const { ids } = this.value;
    const hidden = ids.filter((id) => !(this.#among.belongs(id, shown) ?? this.views.get(id) === key));
    return { count: ids.length, hidden: hidden.length };
  }

  /** Selects again what is still there of what had been taken away. */
  putBack(ids: readonly Id[], viewOf: (id: Id) => string): void {
    for (const id of ids) if (!this.#among.isRemoved(id)) this.set([id], true, viewOf(id), false);
  }

  /** What is selected, as commands take it; `finish` comes first. */
  selections(): readonly Selected[] {
    return selectionsOf(this);
  }
}

const isNew = (createdAt: Instant | undefined, until: Instant): boolean => createdAt !== undefined && createdAt > until;

/** What a search has found is the backend's to say; of all else the predicate tells. */
function belongs({ core, views, capabilities }: ImaginationsStore, id: Id, query: Query): boolean | undefined {
  const row = core.iterations.get(id);
  if (!row) return undefined;
  const { filter = {} } = query;
  const isRanked = filter.text !== undefined && capabilities.limits.filters.includes('text');
  if (isRanked) return views.iterationList(query).value.ids.includes(id);
  return matchesIteration(row, views.sessionOf(row), filter);
}

/** One selection for each store, made when it is first asked for. */
export function sharedSelection(
  make: (store: ImaginationsStore) => StoreSelection,
): (store: ImaginationsStore) => StoreSelection {
  const selections = new WeakMap<ImaginationsStore, StoreSelection>();
  return (store) => {
    const known = selections.get(store);
    if (known) return known;
    const selection = make(store);
    selection.listen();
    selections.set(store, selection);
    return selection;
  };
}

/** What is selected in the elements of a store: one for all of them, as there is one draft and one place that they are at. */
export const selectionOf = sharedSelection((store) => new StoreSelection(store));
