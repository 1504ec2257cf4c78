import { isFinal, type Entity, type Id, type Iteration, type RunStatus } from '../../model/index.js';
import type { Clock } from '../clock.js';
import type { EntityTable } from '../entity-table.js';
import type { StoreCore } from '../store-core.js';
import type { Views } from '../views.js';

/**
 * Rows that are held before the first of them goes. Of iterations, 4,000 are a good 40 screens of a large window, and about
 * 4 MB; fewer would be read again on a short way back.
 */
export const MOST_HELD = { iterations: 4000, sessions: 1000, generations: 1000 };
/** Rows come in bunches: it is looked at once for all of them, after this long in ms. */
const GATHER_MS = 200;
/**
 * What was told this long ago, in ms, every answer has: a read takes 15 s at most, and lists lag by 10 s. What is older may go
 * without a stale answer bringing its past back; revs need not be remembered.
 */
const FRESH_MS = 30_000;

type Row = Entity & { readonly status?: RunStatus };
type Sort = keyof typeof MOST_HELD;

/** What it works on. */
export interface RowBudgetHost {
  readonly core: StoreCore;
  readonly views: Views;
  readonly clock: Clock;
}

/**
 * Lets rows go that nobody uses once there are many, and tells nobody: they are read again when they are looked at. Used is
 * what a list has or looks at, what was looked at since the last time, what runs, what waits for the backend, and what has
 * just changed.
 */
export class RowBudget {
  readonly #host: RowBudgetHost;
  readonly #most: Record<Sort, number> = { ...MOST_HELD };
  #callOff: (() => void) | undefined;

  constructor(host: RowBudgetHost) {
    this.#host = host;
  }

  /** Rows may have come: where there are too many, some go soon. */
  check(): void {
    if (!this.#callOff && this.#isOver) this.#callOff = this.#host.clock.after(GATHER_MS, () => this.#keep());
  }

  dispose(): void {
    this.#callOff?.();
  }

  get #isOver(): boolean {
    const { core } = this.#host;
    return SORTS.some((sort) => core[sort].known.size + core[sort].overlays.size > this.#most[sort]);
  }

  #keep(): void {
    this.#callOff = undefined;
    const { core, views } = this.#host;
    const { lists } = views;
    // Between two pages of a read, rows of the first belong to nothing yet.
    if (lists.some(({ usedAt }) => usedAt === Infinity)) {
      this.check();
      return;
    }
    const isListed = (id: Id): boolean => lists.some((list) => list.uses(id));
    const covers = this.#changedCovers(isListed);
    const isShown = (id: Id): boolean => covers.has(id) || isListed(id);
    this.#evict('iterations', core.iterations, isShown, ({ id, sessionId }) => core.leave(sessionId, id));
    this.#evict('sessions', core.sessions, (id) => core.members.has(id) || isListed(id));
    this.#evict('generations', core.generations, () => false);
    for (const id of views.hidden.since.keys()) if (!core.members.has(id)) views.hidden.since.delete(id);
    for (const id of core.running.ended) if (!core.running.isFollowed(id)) core.running.ended.delete(id);
  }

  #evict<T extends Row>(
    sort: Sort,
    table: EntityTable<T>,
    isUsed: (id: Id) => boolean,
    onGone?: (row: T) => void,
  ): void {
    if (table.known.size + table.overlays.size <= this.#most[sort]) return;
    const since = this.#host.clock.now() - FRESH_MS;
    const isWaiting = (id: Id): boolean =>
      table.overlays.get(id)?.some(({ settled }) => !settled || settled.at > since) ?? false;
    for (const [id, known] of table.known) {
      if (known.at > since || isWaiting(id)) continue;
      if ('item' in known) {
        const { item } = known;
        const runs = item.status !== undefined && !isFinal(item.status);
        if (runs || table.seen.has(id) || isUsed(id)) continue;
        onGone?.(table.merged.get(id) ?? item);
      }
      table.known.delete(id);
      table.overlays.delete(id);
      table.merged.delete(id);
    }
    for (const id of table.overlays.keys()) if (!table.known.has(id) && !isWaiting(id)) table.overlays.delete(id);
    table.seen.clear();
    // With many in use, not for every few that come.
    const left = table.known.size + table.overlays.size;
    this.#most[sort] = Math.max(MOST_HELD[sort], 1.1 * left + MOST_HELD[sort] / 2);
  }

  /** Rows of cards that show something else than the card's session says: without them it would show their past. */
  #changedCovers(isListed: (id: Id) => boolean): ReadonlySet<Id> {
    const { iterations, sessions } = this.#host.core;
    const changed = new Set<Id>();
    for (const [id, known] of sessions.known) {
      if (!('item' in known) || !isListed(id)) continue;
      for (const row of known.item.cover ?? []) {
        const held = iterations.confirmed(row.id);
        if (held && !isAsIn(held, row)) changed.add(row.id);
      }
    }
    return changed;
  }
}

const SORTS = Object.keys(MOST_HELD) as readonly Sort[];

const isAsIn = (row: Iteration, covered: Iteration): boolean =>
  row.rev !== undefined && row.rev === covered.rev && row.media?.url === covered.media?.url;
