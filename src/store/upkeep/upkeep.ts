import { toFailure, type Change } from '../../data/index.js';
import type { Id, Iteration, Query, Session } from '../../model/index.js';
import { PASSING } from '../calls.js';
import type { Clock } from '../clock.js';
import type { RowChange } from '../entity-table.js';

import { iterationListeners, sessionListeners } from '../row-listeners.js';
import type { StoreCore } from '../store-core.js';
import type { KeptList, Views } from '../views.js';
import { acceptChanges, acceptPoll } from './accept-changes.js';
import { CountViews } from './count-views.js';
import type { CountsView } from './counts-view.js';
import { GenerationPoll } from './generation-poll.js';
import { Lookup } from './lookup.js';
import { MediaHealer } from './media-healer.js';
import { Reread } from './reread.js';
import { RowBudget } from './row-budget.js';

/** Sessions that are read one by one when something is told of them; where there are more, the lists are read again instead. */
const MOST_SESSIONS = 20;

/** What the upkeep works on. */
export interface UpkeepHost {
  readonly core: StoreCore;
  readonly views: Views;
  readonly clock: Clock;
  isHidden(): boolean;
  changed(): void;
}

/**
 * Keeps what a store has read right: by what a stream or polls say, counts, fresh addresses, rows that are read again. Its
 * code comes after the first rows.
 */
export class Upkeep {
  readonly lookup: Lookup;
  readonly #host: UpkeepHost;
  readonly #poll: GenerationPoll;
  readonly #healer: MediaHealer;
  readonly #counts: CountViews;
  /** Lists that something has come to of which not all is known. */
  readonly #short = new Set<KeptList>();
  readonly #reread: Reread;
  readonly #budget: RowBudget;

  constructor(host: UpkeepHost) {
    const { core, views, clock } = host;
    const isHidden = (): boolean => host.isHidden();
    const { adapter, caller, iterations } = core;
    const portion = (): number => core.capabilities.limits.lookupSize;
    this.#host = host;
    this.lookup = new Lookup(core);
    this.#counts = new CountViews(core, views, () => host.changed());
    this.#healer = new MediaHealer({ adapter, caller, clock, iterations, portion });
    this.#budget = new RowBudget({ core, views, clock });
    this.#reread = new Reread(clock, caller, (isLast) => {
      for (const list of this.#short) void list.refresh();
      if (isLast) this.#short.clear();
    });
    this.#poll = new GenerationPoll(
      adapter,
      {
        active: () => core.running.ids.slice(0, portion()),
        accept: (states, ids) => acceptPoll(core, states, ids),
        isHidden,
        pollMs: () => core.capabilities.limits.pollMs,
      },
      caller,
      clock,
    );
  }

  /** Whether polls tell how generations stand: as long as no stream does. */
  poll(isWanted: boolean): void {
    if (isWanted) this.#poll.start();
    else this.#poll.stop();
  }

  dispose(): void {
    this.#poll.stop();
    this.#reread.stop();
    this.#budget.dispose();
    this.#counts.dispose();
    for (const list of this.#host.views.lists) list.dispose?.();
  }

  /** Takes what the stream says. */
  accept(changes: readonly Change[]): void {
    const told = new Set<Id>();
    acceptChanges(this.#host.core, changes, {
      session: (id) => told.add(id),
      removed: (entity, id) => {
        const { core, views } = this.#host;
        // It may be selected.
        const listeners = entity === 'iteration' ? iterationListeners : sessionListeners;
        listeners.tell(core, { id, before: undefined, after: undefined, quiet: true });
        if (entity === 'session') return;
        // It may have counted, and stand in a list by its place.
        this.#counts.refresh();
        views.outdate();
      },
    });
    const unasked = [...told].filter((id) => !this.lookup.hasAsked(id));
    if (unasked.length <= MOST_SESSIONS) for (const id of unasked) this.lookup.sessionOnce(id);
    else {
      for (const id of unasked) this.lookup.remember(id);
      this.#readShort(this.#host.views.iterationLists.filter((list) => !list.miss?.()));
    }
    this.#budget.check();
  }

  /** Reads lists again soon. */
  #readShort(lists: readonly KeptList[]): void {
    for (const list of lists) this.#short.add(list);
    if (this.#short.size > 0) this.#reread.schedule();
  }

  /** There is one more generation to follow. */
  wake(): void {
    this.#poll.wake();
  }

  heal(id: Id, again?: boolean): void {
    this.#healer.heal(id, again);
  }

  counts(query: Query): CountsView {
    return this.#counts.of(query);
  }

  iterationChanged(change: RowChange<Iteration>): void {
    this.#counts.iterationChanged(change);
    iterationListeners.tell(this.#host.core, change);
    this.#budget.check();
  }

  sessionChanged(change: RowChange<Session>): void {
    const { core, views } = this.#host;
    const { id, before, after, quiet } = change;
    sessionListeners.tell(core, change);
    this.#budget.check();
    if (before && !after && !quiet) this.#counts.refresh();
    const is = Boolean(after?.archivedAt);
    if (!before || !after || Boolean(before.archivedAt) === is) return;
    this.#counts.sessionMoved(after, is);
    // All its iterations may be known already.
    if (after.counts && (core.members.get(id)?.size ?? 0) >= after.counts.total) return;
    this.#readShort(views.iterationLists.filter((list) => hasRoomFor(list, is)));
  }

  /** The connection is back: reads again what failed for want of it. */
  retryFailed(): void {
    for (const list of this.#host.views.lists) {
      const { error } = list.value;
      if (error && PASSING.has(error.code)) void list.refresh();
    }
  }

  refresh(sessionId?: Id): void {
    this.#host.views.refresh(sessionId);
    this.#counts.refresh();
  }

  /** Reads rows again: these iterations, one session and its iterations, or (both `undefined`) everything. */
  readAgain(ids: readonly Id[] | undefined, sessionId: Id | undefined): void {
    const { adapter } = this.#host.core;
    // What cannot be read by itself comes with its lists.
    if ((ids && !adapter.getIterations) || (sessionId !== undefined && !adapter.getSession)) {
      this.refresh();
      return;
    }
    if (ids) this.lookup.iterations(ids).catch(ignored);
    else this.refresh(sessionId);
    if (sessionId !== undefined) this.lookup.sessionAnew(sessionId).catch(ignored);
  }
}

/** Whether rows enter a list when their session is put away (or brought back). */
function hasRoomFor({ query }: KeptList, areArchived: boolean): boolean {
  const { archived = 'exclude', sessionId } = query.filter ?? {};
  return sessionId === undefined && archived === (areArchived ? 'only' : 'exclude');
}

/** What was read in the background and failed shows as it was. */
const ignored = (thrown: unknown): void => void toFailure(thrown);
