import { matchesSession, type Id, type Query, type Session } from '../../model/index.js';
import { isRemoved } from '../is-removed.js';
import { sessionListeners } from '../row-listeners.js';
import type { ImaginationsStore } from '../store.js';
import type { Everything } from './selected-set.js';
import { sharedSelection, StoreSelection, type SelectableRows } from './selection-of.js';

/** How many iterations sessions held that were read on the way and are not kept. */
const passed = new WeakMap<ImaginationsStore, Map<Id, number>>();

/** Remembers how many iterations sessions hold that are selected, but not kept. */
export function rememberIterations(
  store: ImaginationsStore,
  { views }: StoreSelection,
  rows: readonly Session[],
): void {
  const totals = passed.get(store) ?? new Map<Id, number>();
  passed.set(store, totals);
  for (const id of totals.keys()) if (!views.has(id)) totals.delete(id);
  for (const { id, counts } of rows) if (counts) totals.set(id, counts.total);
}

/** How many iterations are selected with their sessions. */
export interface SelectedIterations {
  readonly count: number;
  /** There may be more: of some sessions it is not known. */
  readonly isAtLeast: boolean;
}

/** How many iterations are in some sessions. */
function iterationsIn(store: ImaginationsStore, ids: Iterable<Id>): SelectedIterations {
  const totals = passed.get(store);
  let [count, isAtLeast] = [0, false];
  for (const id of ids) {
    const total = store.core.sessions.get(id)?.counts?.total ?? totals?.get(id);
    if (total === undefined) isAtLeast = true;
    else count += total;
  }
  return { count, isAtLeast };
}

/** Fields that say which sessions; one of them, and no count of iterations is of the same. */
const NARROWING = ['sessionId', 'projectId', 'createdAfter', 'createdBefore', 'text'] as const;

/** Whether a session belongs to a query; one that is not held did when it was selected. */
function belongs(store: ImaginationsStore, id: Id, { filter }: Query): boolean {
  const row = store.core.sessions.get(id);
  return row === undefined || matchesSession(row, filter);
}

/** How many iterations are in everything but some: counted as a whole, or by the sessions that are held. */
function iterationsInAll(
  store: ImaginationsStore,
  { query, until }: Everything,
  except: ReadonlySet<Id>,
): SelectedIterations {
  const { filter = {} } = query;
  const { sessions } = store.core;
  const late = [...sessions.known.keys()].filter((id) => (sessions.confirmed(id)?.createdAt ?? until) > until);
  // What was left out and put away since is in no count; what has come since is in it, and was never selected.
  const out = new Set([...except, ...late].filter((id) => belongs(store, id, query)));
  const left = iterationsIn(store, out);
  // What is put away with its session is in no count of iterations.
  const isPlain =
    (filter.archived ?? 'exclude') === 'exclude' && NARROWING.every((field) => filter[field] === undefined);
  const total = isPlain ? store.counts({}).value?.total : undefined;
  if (total !== undefined && !left.isAtLeast) return { count: Math.max(0, total - left.count), isAtLeast: false };
  const { ids, complete } = store.views.sessionList(query).value;
  const held = iterationsIn(
    store,
    ids.filter((id) => !out.has(id)),
  );
  return { ...held, isAtLeast: held.isAtLeast || !complete };
}

const sessionsOf = ({ core, views }: ImaginationsStore): SelectableRows => ({
  get: (id) => core.sessions.get(id),
  isRemoved: (id) => isRemoved(core.sessions, id),
  belongs: (id, { filter }) => {
    const row = core.sessions.get(id);
    return row && matchesSession(row, filter);
  },
  total: (query) => {
    const { total, complete, ids } = views.sessionList(query).value;
    return complete ? ids.length : total;
  },
  held: () => core.sessions.known,
  listen: (listener) => sessionListeners.listen(core, listener),
});

/** Which sessions are selected: one selection for all elements of a store, apart from that of iterations. */
export const sessionSelectionOf = sharedSelection((store) => new StoreSelection(store, sessionsOf(store)));

/** How many iterations the selected sessions hold, as far as anybody can say. */
export function selectedIterations(store: ImaginationsStore, selection: StoreSelection): SelectedIterations {
  const { views, everything, except } = selection;
  if (!everything) return iterationsIn(store, views.keys());
  const { query, until } = everything;
  // What has come to be one of everything since it was selected is among those already.
  const isOfAll = (id: Id): boolean => {
    const row = store.core.sessions.get(id);
    return row !== undefined && row.createdAt <= until && matchesSession(row, query.filter);
  };
  const some = iterationsIn(
    store,
    [...views.keys()].filter((id) => !isOfAll(id)),
  );
  const all = iterationsInAll(store, everything, except);
  return { count: all.count + some.count, isAtLeast: all.isAtLeast || some.isAtLeast };
}
