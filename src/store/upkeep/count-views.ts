import type { Call } from '../../data/index.js';
import { matchesIteration, queryKey, type Iteration, type Query, type Session } from '../../model/index.js';
import { offeredQuery } from '../capabilities.js';
import type { RowChange } from '../entity-table.js';
import { pruneViews, type Views } from '../views.js';
import type { StoreCore } from '../store-core.js';
import { unseenChanges } from '../unseen-changes.js';
import { CountsView } from './counts-view.js';

/** Every count that somebody has asked for, kept right by changes. */
export class CountViews {
  readonly #core: StoreCore;
  readonly #views: Views;
  readonly #changed: () => void;
  readonly #counts = new Map<string, CountsView>();

  constructor(core: StoreCore, views: Views, changed: () => void) {
    this.#core = core;
    this.#views = views;
    this.#changed = changed;
    unseenChanges(core).ended = () => {
      for (const view of this.#counts.values()) view.readNow();
    };
  }

  of(query: Query): CountsView {
    const { adapter, caller, clock } = this.#core;
    const key = queryKey(query);
    const known = this.#counts.get(key);
    if (known) return known;
    const source = {
      query,
      fetch: (wanted: Query, call: Call) =>
        // Counted without a filter that the adapter does not offer, it would be the count of something else.
        offeredQuery(this.#core.capabilities, wanted) === wanted ? adapter.counts?.(wanted, call) : undefined,
      matches: (row: Iteration) => matchesIteration(row, this.#views.sessionOf(row), query.filter),
      isUnsure: () => unseenChanges(this.#core).areUnderWay,
    };
    const view = new CountsView(source, caller, clock, this.#changed);
    pruneViews(this.#counts, clock.now());
    this.#counts.set(key, view);
    if (adapter.counts) view.load();
    return view;
  }

  iterationChanged(change: RowChange<Iteration>): void {
    for (const view of this.#counts.values()) view.touch(change);
  }

  /** A session was put away or brought back. */
  sessionMoved(session: Session, isArchived: boolean): void {
    for (const view of this.#counts.values()) view.touchSession(session, isArchived ? -1 : 1);
  }

  refresh(): void {
    for (const view of this.#counts.values()) view.refresh();
  }

  dispose(): void {
    for (const view of this.#counts.values()) view.dispose();
  }
}
