import type { Change, ImaginationsAdapter } from '../data/index.js';
import { shallowEqual } from '../internal/shallow-equal.js';
import { isFinal, type Generation, type Id, type Iteration, type Session } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Capabilities } from './capabilities.js';
import type { Clock } from './clock.js';
import { EntityTable, type Origin, type RowChange } from './entity-table.js';
import { RunningGenerations } from './running-generations.js';
import {
  cleanGeneration,
  cleanIteration,
  cleanProgress,
  cleanSession,
  isGeneration,
  isId,
  isIteration,
  isRecord,
  isSession,
} from './sanitize.js';

/** What the core tells the store that holds it. */
export interface CoreHandlers {
  iterationChanged(change: RowChange<Iteration>): void;
  sessionChanged(change: RowChange<Session>): void;
  changed(): void;
  /** Rows have to be read again: these iterations, one session and its iterations, or (both `undefined`) everything. */
  stale(ids: readonly Id[] | undefined, sessionId: Id | undefined): void;
  /** Something is told of a session that was never read. */
  unknownSession(id: Id): void;
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
  /** Set by the store once the limits are known. */
  capabilities: Capabilities;
  readonly #handlers: CoreHandlers;
  readonly #members = new Map<Id, Set<Id>>();
  #newest = '';

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

  /** The known iterations of a session, in no order. */
  membersOf(sessionId: Id): ReadonlySet<Id> {
    return this.#members.get(sessionId) ?? new Set();
  }

  /** A moment, in ms, after that of every known row: the device's clock may be behind the server's. */
  get latest(): number {
    return Math.max(this.clock.now(), (Date.parse(this.#newest) || 0) + 1);
  }

  /** Says that rows have to be read again. */
  stale(ids: readonly Id[] | undefined, sessionId?: Id): void {
    this.#handlers.stale(ids, sessionId);
  }

  /** Says that sessions have to be read again, by themselves. */
  staleSessions(ids: readonly Id[]): void {
    for (const id of ids) this.#handlers.stale([], id);
  }

  acceptIterations(rows: readonly unknown[], origin?: Origin): void {
    for (const row of rows) {
      if (!isIteration(row)) continue;
      if (row.createdAt > this.#newest) this.#newest = row.createdAt;
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

  acceptGenerations(states: readonly unknown[]): void {
    for (const state of states) {
      if (!isRecord(state)) continue;
      this.#acceptGeneration(state['generation']);
      if (Array.isArray(state['iterations'])) this.acceptIterations(state['iterations']);
    }
  }

  /** Takes what the backend answered when it was asked for the state of generations. */
  acceptPoll(states: readonly unknown[], ids: readonly Id[]): void {
    this.acceptGenerations(states);
    ids.forEach((id, index) => {
      const state = states[index];
      const generation = isRecord(state) ? state['generation'] : null;
      if (isGeneration(generation) && !isFinal(generation.status)) return;
      const left = this.running.end(id);
      if (left.length > 0) this.stale(left);
    });
  }

  /** Takes changes in the order they arrived; what it does not understand it leaves alone. */
  acceptChanges(changes: readonly Change[]): void {
    for (const change of changes) this.#acceptChange(change);
  }

  #acceptChange(change: Change): void {
    switch (change.type) {
      case 'iteration':
        this.acceptIterations([change.item]);
        if (isIteration(change.item) && !this.sessions.get(change.item.sessionId)) {
          this.#handlers.unknownSession(change.item.sessionId);
        }
        return;
      case 'session': {
        this.acceptSessions([change.item]);
        return;
      }
      case 'generation': {
        this.#acceptGeneration(change.item);
        return;
      }
      case 'removed': {
        this.#acceptRemoval(change);
        return;
      }
      case 'progress': {
        this.#acceptProgress(change);
        return;
      }
      case 'stale': {
        this.#acceptStale(change);
        return;
      }
      case 'resync': {
        this.#handlers.stale(undefined, undefined);
        return;
      }
    }
  }

  #acceptGeneration(row: unknown): void {
    if (isGeneration(row)) this.generations.accept(cleanGeneration(row, this.generations.confirmed(row.id)));
  }

  #acceptRemoval({ entity, id, rev }: Extract<Change, { type: 'removed' }>): void {
    if (!isId(id)) return;
    const known = Number.isFinite(rev) ? rev : undefined;
    if (entity === 'iteration') this.iterations.remove(id, known);
    if (entity === 'session') this.sessions.remove(id, known);
    if (entity === 'generation') this.generations.remove(id, known);
  }

  #acceptStale({ ids, sessionId }: Extract<Change, { type: 'stale' }>): void {
    const known = Array.isArray(ids) ? ids.filter(isId) : undefined;
    this.#handlers.stale(known, isId(sessionId) ? sessionId : undefined);
  }

  #acceptProgress({ generationId, iterationId, progress }: Extract<Change, { type: 'progress' }>): void {
    const set = <T extends Iteration | Generation>(row: T): T => {
      if (isFinal(row.status)) return row;
      const clean = cleanProgress(progress, row.progress);
      return shallowEqual(row.progress ?? {}, clean) ? row : { ...row, progress: clean };
    };
    if (isId(iterationId)) this.iterations.adjust(iterationId, set);
    if (isId(generationId)) this.generations.adjust(generationId, set);
  }

  #iterationChanged(change: RowChange<Iteration>): void {
    const { id, before, after } = change;
    if (before?.sessionId !== after?.sessionId) {
      if (before) this.#leave(before.sessionId, id);
      if (after) this.#members.set(after.sessionId, (this.#members.get(after.sessionId) ?? new Set()).add(id));
    }
    this.running.iterationChanged(id, before, after);
    this.#handlers.iterationChanged(change);
    this.#handlers.changed();
  }

  #leave(sessionId: Id, id: Id): void {
    const members = this.#members.get(sessionId);
    members?.delete(id);
    if (members?.size === 0) this.#members.delete(sessionId);
  }
}
