import { inSlices } from '../../internal/in-slices.js';
import { isFinal, type Entity, type Id, type Iteration, type RunStatus } from '../../model/index.js';
import type { Clock } from '../clock.js';
import type { EntityTable } from '../entity-table.js';
import type { StoreCore } from '../store-core.js';
import type { Views } from '../views.js';

/**
 * Rows that are held before some of them go. An iteration takes 1.2 kB: 4,000 are 5 MB, 200 screens of a laptop and 30 of a
 * very large one. Fewer would be read again on a short way back.
 */
export const MOST_HELD = { iterations: 4000, sessions: 1000, generations: 1000 };
/** Rows come in bunches: it is looked at once for all of them, after this long in ms. */
const GATHER_MS = 200;
/**
 * What was told this long ago, in ms, every answer has: a read takes 15 s at most, and lists lag by 10 s. What is older may go
 * without a stale answer bringing its past back; revs need not be remembered.
 */
const FRESH_MS = 30_000;

/** Rows that are gone through in one task; of more, the others are in slices. */
const AT_ONCE = 10_000;

type Row = Entity & { readonly status?: RunStatus };
type Sort = keyof typeof MOST_HELD;

type LookedAt = Readonly<Record<string, readonly Id[]>>;

interface Rule<T> {
  readonly isUsed: (id: Id) => boolean;
  readonly gone?: (row: T) => void;
}

/** What it works on. */
export interface RowBudgetHost {
  readonly core: StoreCore;
  readonly views: Views;
  readonly clock: Clock;
}

/**
 * Lets rows go that nobody uses once there are many, those first that were looked at longest ago, and tells nobody: they are
 * read again when they are looked at again. Used is what a list has or looks at, what is looked at whenever something
 * changes, what runs, what waits for the backend, and what has just been told.
 */
export class RowBudget {
  readonly #host: RowBudgetHost;
  readonly #most: Record<Sort, number> = { ...MOST_HELD };
  #callOff: (() => void) | undefined;
  readonly #callOffFresh: Partial<Record<Sort, () => void>> = {};
  /** Rows are going. */
  #isLetting = false;
  #isOver = false;

  constructor(host: RowBudgetHost) {
    this.#host = host;
  }

  /** Rows may have come: where there are too many, some go soon. */
  check(): void {
    if (!this.#callOff && !this.#isLetting && SORTS.some((sort) => sizeOf(this.#host.core[sort]) > this.#most[sort]))
      this.#wait(() => this.#begin());
  }

  dispose(): void {
    this.#isOver = true;
    this.#callOff?.();
    for (const callOff of Object.values(this.#callOffFresh)) callOff();
  }

  #wait(then: () => void): void {
    this.#callOff = this.#host.clock.after(GATHER_MS, () => {
      this.#callOff = undefined;
      // Between two pages of a read, rows of the first belong to nothing yet.
      if (this.#host.views.lists.some(({ usedAt }) => usedAt === Infinity)) this.#wait(then);
      else then();
    });
  }

  /** Whoever shows rows looks at them now. */
  #begin(): void {
    const { core, views } = this.#host;
    // Lists take changes when they are asked, and look at rows for that.
    for (const list of views.lists) list.uses('');
    const lookedAt = Object.fromEntries(SORTS.map((sort) => [sort, [...core[sort].seen]]));
    for (const sort of SORTS) core[sort].seen.clear();
    core.changed();
    this.#wait(() => void this.#end(lookedAt));
  }

  /** @param lookedAt what was looked at until this began, in that order. */
  async #end(lookedAt: LookedAt): Promise<void> {
    const { core, views } = this.#host;
    const { lists } = views;
    const isListed = (id: Id): boolean => lists.some((list) => list.uses(id));
    const covers = this.#changedCovers(isListed);
    this.#isLetting = true;
    try {
      await this.#evict('iterations', core.iterations, lookedAt, {
        isUsed: (id) => covers.has(id) || isListed(id),
        gone: ({ id, sessionId }) => core.leave(sessionId, id),
      });
      await this.#evict('sessions', core.sessions, lookedAt, { isUsed: (id) => core.members.has(id) || isListed(id) });
      await this.#evict('generations', core.generations, lookedAt, { isUsed: () => false });
    } finally {
      this.#isLetting = false;
    }
    for (const id of views.hidden.since.keys()) if (!core.members.has(id)) views.hidden.since.delete(id);
    for (const id of core.running.ended) if (!core.running.isFollowed(id)) core.running.ended.delete(id);
  }

  /** With very many rows in slices: what has come to be used meanwhile is looked at again before it goes. */
  async #evict<T extends Row>(sort: Sort, table: EntityTable<T>, lookedAt: LookedAt, rule: Rule<T>): Promise<void> {
    if (sizeOf(table) <= MOST_HELD[sort]) return;
    const { clock } = this.#host;
    const since = clock.now() - FRESH_MS;
    const isWaiting = (id: Id): boolean =>
      table.overlays.get(id)?.some(({ settled }) => !settled || settled.at > since) ?? false;
    const last = lookedAt[sort] ?? [];
    const wasLookedAt = new Set(last);
    const idle: Id[] = [];
    let fresh = 0;
    const look = (id: Id): boolean => {
      const known = table.known.get(id);
      if (!known || isWaiting(id)) return false;
      if (known.at <= since) return !('item' in known) || !(runs(known.item) || table.seen.has(id) || rule.isUsed(id));
      fresh++;
      return false;
    };
    const goesOn = (): boolean => !this.#isOver;
    const each = (ids: readonly Id[], work: (id: Id) => void): Promise<number> => inSlices(ids, work, AT_ONCE, goesOn);
    const others = [...table.known.keys()].filter((id) => !wasLookedAt.has(id));
    await each([...others, ...last], (id) => {
      if (look(id)) idle.push(id);
    });
    const isLong = others.length + last.length > AT_ONCE;
    await each(idle.slice(0, Math.max(0, idle.length - MOST_HELD[sort] / 2)), (id) => {
      if (isLong && !look(id)) return;
      const row = table.merged.get(id) ?? table.confirmed(id);
      if (row) rule.gone?.(row);
      table.known.delete(id);
      table.overlays.delete(id);
      table.merged.delete(id);
    });
    await each([...table.overlays.keys()], (id) => {
      if (!table.known.has(id) && !isWaiting(id)) table.overlays.delete(id);
    });
    if (this.#isOver) return;
    // With many in use, not for every few that come.
    const most = (size: number): number => Math.max(MOST_HELD[sort], 1.1 * size + MOST_HELD[sort] / 4);
    const size = sizeOf(table);
    this.#most[sort] = most(size);
    if (fresh === 0) return;
    this.#callOffFresh[sort]?.();
    this.#callOffFresh[sort] = clock.after(FRESH_MS, () => {
      this.#most[sort] = most(size - fresh);
      this.check();
    });
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

const sizeOf = ({ known, overlays }: Pick<EntityTable<Row>, 'known' | 'overlays'>): number =>
  known.size + overlays.size;

const runs = ({ status }: Row): boolean => status !== undefined && !isFinal(status);

const SORTS = Object.keys(MOST_HELD) as readonly Sort[];

const isAsIn = (row: Iteration, covered: Iteration): boolean =>
  row.rev !== undefined && row.rev === covered.rev && row.media?.url === covered.media?.url;
