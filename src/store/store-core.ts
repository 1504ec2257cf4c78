import type { ImaginationsAdapter } from '../data/index.js';
import { shallowEqual } from '../internal/shallow-equal.js';
import type { Generation, Id, Iteration, Session } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Capabilities } from './capabilities.js';
import type { Clock } from './clock.js';
import { EntityTable, type Origin, type RowChange } from './entity-table.js';
import { RunningGenerations } from './running-generations.js';
import { cleanIteration, cleanSession, isIteration, isSession } from './sanitize.js';

/** What the core tells the store that holds it. */
export interface CoreHandlers {
  iterationChanged(change: RowChange<Iteration>): void;
  sessionChanged(change: RowChange<Session>): void;
  changed(): void;
  /** The backend has written what a person changed. */
  written(): void;
  /** Rows have to be read again: these iterations, one session and its iterations, or (both `undefined`) everything. */
  stale(ids: readonly Id[] | undefined, sessionId: Id | undefined): void;
  /** A generation runs that did not before. */
  started(): void;
}

// Addresses and progress change without a new rev, and so does what a session says of its iterations.
const showsSame = (a: Iteration, b: Iteration): boolean =>
  a.media?.url === b.media?.url && a.media?.expiresAt === b.media?.expiresAt && shallowEqual(a.progress, b.progress);

const hasSameCover = ({ cover: a = [] }: Session, { cover: b = [] }: Session): boolean =>
  a.length === b.length &&
  a.every((row, index) => {
    const other = b[index];
    return other?.id === row.id && other.rev === row.rev && other.status === row.status && showsSame(row, other);
  });

/** The rows of all three entity types, and how what arrives gets into them. Commands work on this. */
export class StoreCore {
  readonly adapter: ImaginationsAdapter;
  readonly caller: Caller;
  readonly clock: Clock;
  readonly sessions: EntityTable<Session>;
  readonly iterations: EntityTable<Iteration>;
  readonly generations: EntityTable<Generation>;
  readonly running: RunningGenerations;
  /** The known iterations of each session, in no order. */
  readonly members = new Map<Id, Set<Id>>();
  /** Set by the store once the limits are known. */
  capabilities: Capabilities;
  /** When the newest known iteration came. */
  newest = '';
  readonly #handlers: CoreHandlers;

  constructor(
    adapter: ImaginationsAdapter,
    caller: Caller,
    clock: Clock,
    capabilities: Capabilities,
    handlers: CoreHandlers,
  ) {
    this.adapter = adapter;
    this.caller = caller;
    this.clock = clock;
    this.capabilities = capabilities;
    this.#handlers = handlers;
    this.running = new RunningGenerations(() => handlers.started());
    const now = (): number => clock.now();
    this.iterations = new EntityTable<Iteration>({
      now,
      onChange: (change) => this.#iterationChanged(change),
      isSame: showsSame,
    });
    this.sessions = new EntityTable<Session>({
      now,
      onChange: (change) => {
        handlers.sessionChanged(change);
        handlers.changed();
      },
      isSame: (a, b) => a.lastActivityAt === b.lastActivityAt && shallowEqual(a.counts, b.counts) && hasSameCover(a, b),
    });
    this.generations = new EntityTable<Generation>({
      now,
      onChange: ({ id, after }) => {
        this.running.generationChanged(id, after);
        handlers.changed();
      },
      isSame: (a, b) => shallowEqual(a.progress, b.progress),
    });
  }

  /** Says that something changed that a person may see. */
  changed(): void {
    this.#handlers.changed();
  }

  /** Says that the backend has written what a person changed. */
  written(): void {
    this.#handlers.written();
  }

  /** Says that rows have to be read again. */
  stale(ids: readonly Id[] | undefined, sessionId?: Id): void {
    this.#handlers.stale(ids, sessionId);
  }

  acceptIterations(rows: readonly unknown[], origin?: Origin): void {
    for (const row of rows) {
      if (!isIteration(row)) continue;
      if (row.createdAt > this.newest) this.newest = row.createdAt;
      this.iterations.accept(cleanIteration(row, this.iterations.confirmed(row.id)), origin);
    }
  }

  acceptSessions(rows: readonly unknown[], origin?: Origin): void {
    for (const row of rows) {
      if (!isSession(row)) continue;
      const session = cleanSession(row);
      this.sessions.accept(session, origin);
      // A cover is made when the session is read: it says nothing of what is new.
      if (session.cover) this.acceptIterations(session.cover, 'list');
    }
  }

  /** A session has a known iteration less. */
  leave(sessionId: Id, id: Id): void {
    const members = this.members.get(sessionId);
    members?.delete(id);
    if (members?.size === 0) this.members.delete(sessionId);
  }

  #iterationChanged(change: RowChange<Iteration>): void {
    const { id, before, after } = change;
    if (before?.sessionId !== after?.sessionId) {
      if (before) this.leave(before.sessionId, id);
      if (after) this.members.set(after.sessionId, (this.members.get(after.sessionId) ?? new Set()).add(id));
    }
    this.running.iterationChanged(id, before, after);
    this.#handlers.iterationChanged(change);
    this.#handlers.changed();
  }
}
