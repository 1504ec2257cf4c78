import { newId } from '../../internal/new-id.js';
import {
  addToCounts,
  compareNewest,
  NO_COUNTS,
  type Counts,
  type Id,
  type Iteration,
  type Session,
} from '../../model/index.js';
import { isPlaceholder } from '../is-placeholder.js';
import type { StoreCore } from '../store-core.js';

/** Rows that a card shows. */
const COVER = 4;
/** Sessions that are read again one by one; of more, everything is. */
const MOST_READ = 20;

/** The newest few of some rows, that one included. */
const newest = (rows: readonly Iteration[], row: Iteration): readonly Iteration[] =>
  [...rows.filter(({ id }) => id !== row.id), row].sort(compareNewest).slice(0, COVER);

const COUNTED = Object.keys(NO_COUNTS) as readonly (keyof Counts)[];

/** What comes into one session, and what leaves it. */
class Shift {
  #come: Counts = NO_COUNTS;
  #gone: Counts = NO_COUNTS;
  #cover: readonly Iteration[] = [];
  readonly #left = new Set<Id>();

  enter(row: Iteration): void {
    if (row.archivedAt) return;
    this.#come = addToCounts(this.#come, row);
    const last = this.#cover.at(COVER - 1);
    if (!last || compareNewest(row, last) < 0) this.#cover = newest(this.#cover, row);
  }

  leave(row: Iteration): void {
    this.#left.add(row.id);
    if (!row.archivedAt) this.#gone = addToCounts(this.#gone, row);
  }

  /** The session after it. @param members the other rows of it that are held. */
  apply(session: Session, members: () => Iterable<Iteration>): Session {
    const { counts, cover } = session;
    const shifted = (before: Counts): Counts => {
      const next: Record<string, number> = { ...before };
      for (const name of COUNTED) {
        const by = (this.#come[name] ?? 0) - (this.#gone[name] ?? 0);
        next[name] = Math.max(0, (before[name] ?? 0) + by);
      }
      return next as unknown as Counts;
    };
    return {
      ...session,
      ...(counts && { counts: shifted(counts) }),
      ...(cover && { cover: this.#covered(cover, members) }),
    };
  }

  /** What is left of a cover, what comes to it, and what is held of the rest: the newest first. */
  #covered(cover: readonly Iteration[], members: () => Iterable<Iteration>): readonly Iteration[] {
    const kept = cover.filter(({ id }) => !this.#left.has(id));
    let next = this.#cover.reduce(newest, kept);
    if (next.length >= COVER || this.#left.size === 0) return next;
    for (const row of members()) if (!row.archivedAt && !this.#left.has(row.id)) next = newest(next, row);
    return next;
  }
}

/**
 * The sessions that rows move between: their counts and covers follow at once, and are read again when the backend has done it.
 */
export class SessionShift {
  readonly #core: StoreCore;
  readonly #rows: { readonly row: Iteration; readonly to: Id }[] = [];
  #key: string | undefined;

  constructor(core: StoreCore) {
    this.#core = core;
  }

  add(row: Iteration, to: Id): void {
    if (row.sessionId !== to) this.#rows.push({ row, to });
  }

  /** Shows the sessions as they will be. */
  show(): void {
    this.#key ??= this.#rows.length > 0 ? this.#overlay(this.#rows) : undefined;
  }

  /** The backend has done this much of it. */
  end(done: readonly Id[]): void {
    if (this.#key === undefined) return;
    const { sessions } = this.#core;
    const ids = new Set(this.#rows.flatMap(({ row, to }) => [row.sessionId, to]));
    const moved = new Set(done);
    const rest = this.#rows.filter(({ row }) => moved.has(row.id));
    let key = this.#key;
    if (rest.length < this.#rows.length) {
      for (const id of ids) sessions.rollBack(id, key);
      key = this.#overlay(rest);
    }
    for (const id of ids) sessions.settle(id, key, undefined);
    for (const id of ids) if (isPlaceholder(id)) ids.delete(id);
    if (ids.size > MOST_READ) this.#core.stale(undefined);
    else if (rest.length > 0) for (const id of ids) this.#core.stale([], id);
  }

  #overlay(rows: readonly { readonly row: Iteration; readonly to: Id }[]): string {
    const { sessions, iterations, members } = this.#core;
    const key = newId();
    const shifts = new Map<Id, Shift>();
    const shiftOf = (id: Id): Shift => {
      const known = shifts.get(id) ?? new Shift();
      shifts.set(id, known);
      return known;
    };
    for (const { row, to } of rows) {
      shiftOf(row.sessionId).leave(row);
      shiftOf(to).enter({ ...row, sessionId: to });
    }
    for (const [id, shift] of shifts) {
      const base = sessions.confirmed(id);
      if (!base) continue;
      // One that has changed since may have the rows in its counts already.
      const isBase = (): boolean => sessions.confirmed(id) === base;
      const held = (): Iterable<Iteration> =>
        [...(members.get(id) ?? [])].flatMap((member) => iterations.confirmed(member) ?? []);
      sessions.overlay(id, { key, apply: (row) => (isBase() ? shift.apply(row, held) : row) });
    }
    return key;
  }
}
