import { isAbort, toFailure, type ImaginationsAdapter, type Limits, type StreamState } from '../data/index.js';
import type { Counts, Failure, Generation, Id, Iteration, Query, Session } from '../model/index.js';
import { Caller } from './calls.js';
import { capabilitiesOf, type Capabilities } from './capabilities.js';
import { systemClock, type Clock } from './clock.js';
import { notDone, type BatchOptions, type BatchOutcome, type Target } from './commands/outcome.js';
import type { GenerateOutcome, ImagineRequest } from './commands/generate.js';
import { command } from './later.js';
import { LateUpkeep } from './late-upkeep.js';
import { LiveConnection } from './live-connection.js';
import { MediaOpener } from './media-opener.js';
import { cleanNavigation, INITIAL_NAVIGATION, type Navigation } from './navigation.js';
import { Notifier, type ErrorSink, type Unsubscribe } from './notifier.js';
import { Observable } from './observable.js';
import type { PagedList } from './paged-list.js';
import { StoreCore } from './store-core.js';
import type { StoreStatus } from './store-status.js';
import { Views } from './views.js';

/** How long the stream of changes outlives its last element, in ms: a move within the page must not end it. */
const LINGER_MS = 1000;
/** How many iterations a query matches. */
export interface CountsReading {
  /** `null` until they are known. */
  readonly value: Counts | null;
}

/** Options of a store. */
export interface StoreOptions {
  readonly clock?: Clock;
  /** Whether the page is in the background; nothing is polled then. */
  readonly isHidden?: () => boolean;
  /** Where errors of listeners go. */
  readonly onError?: ErrorSink;
}

/**
 * Everything the elements show and do, without a document: rows, lists, counts, navigation, and the commands of a person
 * (the composer's draft: {@link draftOf}). One store serves all elements of an adapter.
 */
export class ImaginationsStore {
  readonly adapter: ImaginationsAdapter;
  readonly navigation: Observable<Navigation>;
  readonly status: Observable<StoreStatus>;
  /** Opens addresses that only the adapter understands. */
  readonly media: MediaOpener;
  /** @internal Rows, and calls of the adapter. */
  readonly core: StoreCore;
  /** @internal Every list that somebody has asked for. */
  readonly views: Views;
  readonly #clock: Clock;
  readonly #isHidden: () => boolean;
  readonly #notifier: Notifier;
  readonly #lifetime = new AbortController();
  readonly #live: LiveConnection;
  readonly #upkeep: LateUpkeep;
  #holders = 0;
  #isConnected = false;
  #callOffStop: (() => void) | undefined;
  #limits: Promise<void> | undefined;

  constructor(adapter: ImaginationsAdapter, options: StoreOptions = {}) {
    const { clock = systemClock, isHidden = () => false, onError } = options;
    const changed = (): void => this.#notifier.notify();
    const limits = typeof adapter.limits === 'function' ? undefined : adapter.limits;
    const capabilities = capabilitiesOf(adapter, limits);
    this.adapter = adapter;
    this.#clock = clock;
    this.#isHidden = isHidden;
    this.#notifier = new Notifier(onError);
    const caller = new Caller(clock, this.#lifetime.signal, {
      // In the order of their arrival: what the stream said before an answer must not overwrite it.
      answered: () => {
        this.#live.flush();
        this.#upkeep.answered();
      },
      failed: (failure) => this.#callFailed(failure),
    });
    this.core = new StoreCore(adapter, caller, clock, capabilities, {
      iterationChanged: (change) => {
        this.views.iterationChanged(change);
        this.#upkeep.now?.iterationChanged(change);
      },
      sessionChanged: (change) => {
        this.views.sessionChanged(change);
        this.#upkeep.now?.sessionChanged(change);
      },
      changed,
      written: () => this.views.outdate(),
      stale: (ids, sessionId) => this.#upkeep.now?.readAgain(ids, sessionId),
      started: () => this.#upkeep.now?.wake(),
    });
    this.views = new Views(this.core, changed);
    this.navigation = new Observable<Navigation>(INITIAL_NAVIGATION, changed, onError);
    const connection = adapter.subscribe ? 'connecting' : 'none';
    this.status = new Observable<StoreStatus>({ connection, authRequired: false, capabilities }, changed, onError);
    this.#live = new LiveConnection(
      adapter,
      {
        changes: (batch) => this.#upkeep.accept(batch),
        state: (state, error) => this.#connectionChanged(state, error),
        isHidden,
      },
      clock,
    );
    this.#upkeep = new LateUpkeep({
      core: this.core,
      views: this.views,
      clock,
      isHidden,
      changed,
      came: () => {
        this.#poll();
        // Counts can be asked for now.
        changed();
      },
      failed: (error) => this.#notifier.report(error),
      isWanted: () => this.#isConnected,
    });
    this.media = new MediaOpener(adapter, () => this.capabilities.limits.mediaSchemes, caller, clock);
  }

  /** What the adapter can do. */
  get capabilities(): Capabilities {
    return this.core.capabilities;
  }

  /** Whether the page is in the background. */
  get isHidden(): boolean {
    return this.#isHidden();
  }

  /** Milliseconds since the epoch, on the store's clock. */
  now(): number {
    return this.#clock.now();
  }

  /** Calls `listener` once per microtask in which anything changed. */
  subscribe(listener: () => void): Unsubscribe {
    return this.#notifier.subscribe(listener);
  }

  /** It was disposed of: nothing is read any more. */
  get isDisposed(): boolean {
    return this.#lifetime.signal.aborted;
  }

  /**
   * Keeps the store connected to its backend until the returned function is called: the stream of changes, or polls.
   * Elements do this while they are in a document.
   */
  retain(): () => void {
    this.#holders++;
    this.#callOffStop?.();
    this.#callOffStop = undefined;
    this.#connect();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holders === 0) this.#callOffStop = this.#clock.after(LINGER_MS, () => this.#disconnect());
    };
  }

  /** A session, where it is held: one that nobody has looked at for long may have to be read again. */
  session(id: Id): Session | undefined {
    return this.core.sessions.get(id);
  }

  /** An iteration, where it is held: one that nobody has looked at for long may have to be read again. */
  iteration(id: Id): Iteration | undefined {
    return this.core.iterations.get(id);
  }

  generation(id: Id): Generation | undefined {
    return this.core.generations.get(id);
  }

  /** The known generations that are not final. */
  activeGenerations(): readonly Id[] {
    return this.core.running.known;
  }

  /** The sessions a query matches; the same list for the same query. */
  sessionList(query: Query = {}): PagedList<Session> {
    return this.views.sessionList(query);
  }

  /** The iterations a query matches; the same list for the same query. */
  iterationList(query: Query = {}): PagedList<Iteration> {
    return this.views.iterationList(query);
  }

  /** How many iterations a query matches; unknown where the adapter does not count. */
  counts(query: Query = {}): CountsReading {
    const upkeep = this.#upkeep;
    const known = upkeep.now?.counts(query);
    if (known) return known;
    upkeep.load();
    return {
      get value() {
        return upkeep.now?.counts(query).value ?? null;
      },
    };
  }

  /**
   * Reads one session that may not be in any list that is loaded.
   * @returns whether there is such a session.
   * @throws AdapterError when the adapter could not be asked.
   */
  async loadSession(id: Id): Promise<boolean> {
    if (!this.session(id)) await (await this.#upkeep.need()).lookup.session(id);
    return this.session(id) !== undefined;
  }

  /**
   * Reads one iteration that may not be in any list that is loaded, and its session.
   * @returns whether there is such an iteration.
   * @throws AdapterError when the adapter could not be asked.
   */
  async loadIteration(id: Id): Promise<boolean> {
    if (!this.iteration(id)) await (await this.#upkeep.need()).lookup.iterations([id], 'list');
    const row = this.iteration(id);
    if (row) await this.loadSession(row.sessionId);
    return row !== undefined;
  }

  /** Goes somewhere; fields that make no sense are left as they are. */
  navigate(to: Partial<Navigation>): void {
    this.navigation.patch(cleanNavigation(to));
  }

  /** Asks for new outputs. */
  imagine(request: ImagineRequest): Promise<GenerateOutcome> {
    return command(({ imagine }) => imagine(this.core, request), notBegun);
  }

  /** Makes an iteration's output again, with the brief that made it. */
  regenerate(id: Id, count = 1): Promise<GenerateOutcome> {
    return command(({ regenerate }) => regenerate(this.core, id, count), notBegun);
  }

  /** Tries a failed iteration again. */
  retry(id: Id): Promise<GenerateOutcome> {
    return command(({ retry }) => retry(this.core, id), notBegun);
  }

  /** Asks a generation to stop; answers why it could not be asked. */
  cancel(generationId: Id): Promise<Failure | null> {
    return command(({ cancel }) => cancel(this.core, generationId), itself);
  }

  /** Puts iterations or sessions away: these ids, or everything that a query matches. */
  archive(on: 'iteration' | 'session', target: Target, options?: BatchOptions): Promise<BatchOutcome> {
    return this.#archive(on, target, true, options);
  }

  /** Brings iterations or sessions back. */
  unarchive(on: 'iteration' | 'session', target: Target, options?: BatchOptions): Promise<BatchOutcome> {
    return this.#archive(on, target, false, options);
  }

  /** Gives a session a title; answers why it did not work. */
  rename(sessionId: Id, title: string): Promise<Failure | null> {
    return command(({ rename }) => rename(this.core, sessionId, title), itself);
  }

  /**
   * An address of this iteration's media did not load: asks for fresh ones, once.
   * @param again asks all the same: somebody wants it.
   */
  healMedia(id: Id, again?: boolean): void {
    this.#upkeep.need().then((upkeep) => upkeep.heal(id, again), ignored);
  }

  /** The host has acted on `unauthorized`: connects and reads again. */
  resume(): void {
    this.status.patch({ authRequired: false });
    if (this.#isConnected) this.#live.start();
    this.refresh();
  }

  /** Reads again everything that is held, and keeps the screen meanwhile. */
  refresh(): void {
    (this.#upkeep.now ?? this.views).refresh();
  }

  /** Ends everything; the adapter is the host's to dispose of. */
  dispose(): void {
    this.#lifetime.abort();
    this.#callOffStop?.();
    this.#disconnect();
    this.media.dispose();
    this.#upkeep.dispose();
  }

  #archive(
    on: 'iteration' | 'session',
    target: Target,
    archived: boolean,
    options: BatchOptions | undefined,
  ): Promise<BatchOutcome> {
    return command(
      ({ archive }) => archive(this.core, on, target, archived, options),
      (failure) => notDone(target, failure),
    );
  }

  async #readLimits(): Promise<void> {
    const { adapter } = this;
    if (typeof adapter.limits !== 'function') return;
    try {
      const known: Limits = await this.core.caller.read((call) =>
        typeof adapter.limits === 'function' ? adapter.limits(call) : Promise.resolve({}),
      );
      this.core.capabilities = capabilitiesOf(adapter, known);
      this.status.patch({ capabilities: this.core.capabilities });
    } catch (thrown) {
      // The defaults serve; asked again with the next element.
      if (!isAbort(thrown)) this.#limits = undefined;
    }
  }

  #connect(): void {
    if (this.isDisposed) return;
    if (!this.#limits) this.#limits = this.#readLimits();
    if (this.#isConnected) return;
    this.#isConnected = true;
    // Before anything is read: what changes meanwhile must not be missed.
    this.#live.start();
    this.#upkeep.load();
  }

  #disconnect(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#live.stop();
    this.#upkeep.stop();
    if (this.adapter.subscribe) this.status.patch({ connection: 'connecting' });
  }

  /** Until a stream is known to work, and whenever it does not, polls tell how generations stand. */
  #poll(): void {
    this.#upkeep.now?.poll(this.#isConnected && this.status.value.connection !== 'live');
  }

  #connectionChanged(state: StreamState, error: Failure | undefined): void {
    const isBack = state === 'live' && this.status.value.connection === 'offline';
    this.status.patch({ connection: state });
    if (error) this.#callFailed(error);
    this.#poll();
    if (isBack) this.#upkeep.now?.retryFailed();
  }

  #callFailed(failure: Failure): void {
    if (failure.code === 'unauthorized') this.status.patch({ authRequired: true });
  }
}

const notBegun = (failure: Failure): GenerateOutcome => ({ ok: false, failure });
const itself = (failure: Failure): Failure => failure;

/** What was asked for in the background and failed shows as it was. */
const ignored = (thrown: unknown): void => void toFailure(thrown);
