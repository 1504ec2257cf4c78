import type { Change, GenerationState, ImaginationsAdapter } from '../data/index.js';
import { shallowEqual } from '../internal/shallow-equal.js';
import { isFinal, type Generation, type Id, type Iteration, type Progress, type Session } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Capabilities } from './capabilities.js';
import type { Clock } from './clock.js';
import { EntityTable, type RowChange } from './entity-table.js';
import { isGeneration, isIteration, isSession } from './sanitize.js';

/** What the core tells the store that holds it. */
export interface CoreHandlers {
  iterationChanged(change: RowChange<Iteration>): void;
  sessionChanged(change: RowChange<Session>): void;
  changed(): void;
  /** Rows have to be read again: one session's, or all (`undefined`). */
  stale(ids: readonly Id[] | undefined, sessionId: Id | undefined): void;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Progress with everything that makes no sense left out. */
function cleanProgress(progress: Progress): Progress {
  const { value, ...rest } = progress;
  return { ...rest, ...(typeof value === 'number' && Number.isFinite(value) && { value: clamp(value) }) };
}

/** The rows of all three entity types, and how what arrives gets into them. Commands work on this. */
export class StoreCore {
  readonly adapter: ImaginationsAdapter;
  readonly caller: Caller;
  readonly clock: Clock;
  readonly sessions: EntityTable<Session>;
  readonly iterations: EntityTable<Iteration>;
  readonly generations: EntityTable<Generation>;
  /** Set by the store once the limits are known. */
  capabilities: Capabilities;
  readonly #handlers: CoreHandlers;
  readonly #members = new Map<Id, Set<Id>>();
  readonly #active = new Set<Id>();

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
    this.iterations = new EntityTable<Iteration>(
      (change) => this.#iterationChanged(change),
      // Addresses and progress change without a new rev.
      (a, b) =>
        a.media?.url === b.media?.url &&
        a.media?.expiresAt === b.media?.expiresAt &&
        shallowEqual(a.progress, b.progress),
    );
    this.sessions = new EntityTable<Session>(
      (change) => {
        handlers.sessionChanged(change);
        handlers.changed();
      },
      () => true,
    );
    this.generations = new EntityTable<Generation>(
      ({ id, after }) => {
        if (after && !isFinal(after.status)) this.#active.add(id);
        else this.#active.delete(id);
        handlers.changed();
      },
      (a, b) => shallowEqual(a.progress, b.progress),
    );
  }

  /** The known iterations of a session, in no order. */
  membersOf(sessionId: Id): ReadonlySet<Id> {
    return this.#members.get(sessionId) ?? new Set();
  }

  /** Generations that are not final. */
  activeGenerations(): readonly Id[] {
    return [...this.#active];
  }

  acceptIterations(rows: readonly unknown[]): void {
    for (const row of rows) if (isIteration(row)) this.iterations.accept(row);
  }

  acceptSessions(rows: readonly unknown[]): void {
    for (const row of rows) {
      if (!isSession(row)) continue;
      this.sessions.accept(row);
      if (Array.isArray(row.cover)) this.acceptIterations(row.cover);
    }
  }

  acceptGenerations(states: readonly unknown[]): void {
    for (const state of states) {
      if (typeof state !== 'object' || state === null || !('generation' in state)) continue;
      const { generation, iterations } = state as Partial<GenerationState>;
      if (isGeneration(generation)) this.generations.accept(generation);
      if (Array.isArray(iterations)) this.acceptIterations(iterations);
    }
  }

  /** Takes changes in the order they arrived; what it does not understand it leaves alone. */
  acceptChanges(changes: readonly Change[]): void {
    for (const change of changes) this.#acceptChange(change);
  }

  #acceptChange(change: Change): void {
    switch (change.type) {
      case 'iteration':
        return this.acceptIterations([change.item]);
      case 'session':
        return this.acceptSessions([change.item]);
      case 'generation':
        if (isGeneration(change.item)) this.generations.accept(change.item);
        return;
      case 'removed':
        return this.#tableOf(change.entity)?.remove(change.id, change.rev);
      case 'progress':
        return this.#acceptProgress(change);
      case 'stale':
        return this.#handlers.stale(change.ids, change.sessionId);
      case 'resync':
        return this.#handlers.stale(undefined, undefined);
    }
  }

  #tableOf(entity: 'iteration' | 'session' | 'generation'): Pick<EntityTable<Session>, 'remove'> | undefined {
    return { iteration: this.iterations, session: this.sessions, generation: this.generations }[entity];
  }

  #acceptProgress({ generationId, iterationId, progress }: Extract<Change, { type: 'progress' }>): void {
    if (typeof progress !== 'object' || (progress as unknown) === null) return;
    const clean = cleanProgress(progress);
    const set = <T extends Iteration | Generation>(row: T): T =>
      isFinal(row.status) || shallowEqual(row.progress, clean) ? row : { ...row, progress: clean };
    if (iterationId !== undefined) this.iterations.adjust(iterationId, set);
    if (generationId !== undefined) this.generations.adjust(generationId, set);
  }

  #iterationChanged(change: RowChange<Iteration>): void {
    const { id, before, after } = change;
    if (before?.sessionId !== after?.sessionId) {
      if (before) this.#members.get(before.sessionId)?.delete(id);
      if (after) {
        const members = this.#members.get(after.sessionId) ?? new Set();
        this.#members.set(after.sessionId, members.add(id));
      }
    }
    this.#handlers.iterationChanged(change);
    this.#handlers.changed();
  }
}
