import type { Call, ImaginationsAdapter, Page } from '../data/index.js';
import {
  comparator,
  matchesIteration,
  matchesSession,
  queryKey,
  type Failure,
  type Filter,
  type Iteration,
  type Query,
  type Session,
} from '../model/index.js';
import { offeredQuery } from './capabilities.js';
import type { RowChange } from './entity-table.js';
import { HiddenSessions } from './hidden-sessions.js';
import { PagedList } from './paged-list.js';
import { isIteration, isSession } from './sanitize.js';
import type { StoreCore } from './store-core.js';

/** Views kept while nobody looks at them. */
const MOST_UNUSED = 64;
/** A view that nobody has looked at for this long, in ms, is not in use. */
const UNUSED_MS = 60_000;

type Row = Session | Iteration;

interface ListParts<T extends Row> {
  fetch(request: Parameters<ImaginationsAdapter['listSessions']>[0], call: Call): Promise<Page<T>>;
  isRow(value: unknown): value is T;
  /** Takes what the backend has listed. */
  accept(rows: readonly unknown[]): void;
  row(id: string): T | undefined;
  matches(row: T, filter: Filter): boolean;
}

/** A list of any kind that is kept right by changes. */
export interface KeptList {
  readonly query: Query;
  readonly usedAt: number;
  readonly value: { readonly error: Failure | null };
  touch(id: string, quiet?: boolean): void;
  refresh(): Promise<void>;
  outdate(): void;
  /** Where nobody looks, reads again when somebody does; answers whether that is so. Absent: it cannot tell. */
  miss?(): boolean;
  /** Whether it cannot do without this row. */
  uses(id: string): boolean;
  dispose?(): void;
}

/** Every list that somebody has asked for, kept right by changes. */
export class Views {
  readonly #core: StoreCore;
  readonly #changed: () => void;
  readonly #sessions = new Map<string, PagedList<Session>>();
  readonly #iterations = new Map<string, PagedList<Iteration>>();
  /** Lists of iterations of other kinds. */
  readonly others = new Map<string, KeptList>();
  /** Lists of sessions of other kinds. */
  readonly otherSessions = new Map<string, KeptList>();
  readonly hidden = new HiddenSessions();

  constructor(core: StoreCore, changed: () => void) {
    this.#core = core;
    this.#changed = changed;
  }

  get iterationLists(): readonly KeptList[] {
    return [...this.#iterations.values(), ...this.others.values()];
  }

  sessionList(query: Query): PagedList<Session> {
    const { adapter, sessions } = this.#core;
    return this.#listOf<Session>(this.#sessions, query, {
      fetch: (request, call) => adapter.listSessions(request, call),
      isRow: isSession,
      accept: (rows) => this.#core.acceptSessions(rows, 'list'),
      row: (id) => sessions.get(id),
      matches: matchesSession,
    });
  }

  iterationList(query: Query): PagedList<Iteration> {
    const { adapter, iterations } = this.#core;
    return this.#listOf<Iteration>(this.#iterations, query, {
      fetch: (request, call) => adapter.listIterations(request, call),
      isRow: isIteration,
      accept: (rows) => this.acceptListed(rows, query),
      row: (id) => iterations.get(id),
      matches: (row, filter) => matchesIteration(row, this.sessionOf(row), filter),
    });
  }

  get lists(): readonly KeptList[] {
    return [...this.#sessionLists, ...this.iterationLists];
  }

  /** Takes iterations that the backend has listed for a query, and what that says of sessions that were never read. */
  acceptListed(rows: readonly unknown[], query: Query): void {
    this.#core.acceptIterations(rows, 'list');
    if (offeredQuery(this.#core.capabilities, query) === query) this.hidden.learn(rows.filter(isIteration), query);
  }

  iterationChanged(change: RowChange<Iteration>): void {
    const { id, before, after, quiet } = change;
    for (const list of this.iterationLists) {
      const sessionId = list.query.filter?.sessionId;
      const isOther = sessionId !== undefined && sessionId !== before?.sessionId && sessionId !== after?.sessionId;
      if (!isOther) list.touch(id, quiet);
    }
  }

  sessionChanged({ id, before, after, quiet }: RowChange<Session>): void {
    for (const list of this.#sessionLists) list.touch(id, quiet);
    const isGone = before !== undefined && after === undefined && !quiet;
    if (isGone) {
      this.refresh();
      return;
    }
    if (Boolean(before?.archivedAt) === Boolean(after?.archivedAt)) return;
    for (const member of this.#core.members.get(id) ?? []) {
      for (const list of this.iterationLists) list.touch(member);
    }
  }

  /** Reads again what is held: of one session only, or everything. */
  refresh(sessionId?: string): void {
    for (const list of this.iterationLists) {
      const other = list.query.filter?.sessionId;
      if (sessionId === undefined || other === undefined || other === sessionId) void list.refresh();
    }
    if (sessionId === undefined) for (const list of this.#sessionLists) void list.refresh();
  }

  /** Rows have been written: what is read at this moment may be of before. */
  outdate(): void {
    for (const list of this.lists) list.outdate();
  }

  /** As much of an iteration's session as is known. */
  sessionOf({ sessionId }: Iteration): Session | undefined {
    return this.#core.sessions.get(sessionId) ?? this.hidden.get(sessionId);
  }

  get #sessionLists(): readonly KeptList[] {
    return [...this.#sessions.values(), ...this.otherSessions.values()];
  }

  #listOf<T extends Row>(lists: Map<string, PagedList<T>>, query: Query, parts: ListParts<T>): PagedList<T> {
    const key = queryKey(query);
    const known = lists.get(key);
    if (known) return known;
    const { caller, clock } = this.#core;
    const limits = (): StoreCore['capabilities']['limits'] => this.#core.capabilities.limits;
    const { filter = {} } = query;
    const { text, ...others } = filter;
    const isRanked = (): boolean => text !== undefined && limits().filters.includes('text');
    const list = new PagedList<T>(
      {
        ...parts,
        query,
        offered: () => offeredQuery(this.#core.capabilities, query),
        isRanked,
        matches: (row) => parts.matches(row, filter),
        // What a search finds is the backend's to say: its idea of a match is not ours.
        stays: (row) => parts.matches(row, isRanked() ? others : filter),
        compare: comparator(query.order),
        pageSize: () => limits().pageSize,
        byOffset: () => limits().random === 'offset',
      },
      caller,
      clock,
      this.#changed,
    );
    pruneViews(lists, clock.now());
    lists.set(key, list);
    return list;
  }
}

/** Forgets views that nobody looks at, when there are many: each text that is searched for makes one. */
export function pruneViews(views: Map<string, { readonly usedAt: number; dispose?(): void }>, now: number): void {
  if (views.size < MOST_UNUSED) return;
  for (const [key, view] of views) {
    if (now - view.usedAt < UNUSED_MS) continue;
    view.dispose?.();
    views.delete(key);
  }
}
