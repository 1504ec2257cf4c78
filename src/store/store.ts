import { isAbort, toFailure, type ImaginationsAdapter, type Limits, type StreamState } from '../data/index.js';
import type { Failure, Generation, Id, Iteration, Query, Session } from '../model/index.js';
import { Caller } from './calls.js';
import { capabilitiesOf, type Capabilities } from './capabilities.js';
import { systemClock, type Clock } from './clock.js';
import type { BatchOutcome } from './commands/batch.js';
import type { GenerateOutcome, ImagineRequest } from './commands/generate.js';
import type { CountsView } from './counts-view.js';
import { DraftStore } from './draft.js';
import { GenerationPoll } from './generation-poll.js';
import { command, loadCommands } from './later-commands.js';
import { LiveConnection } from './live-connection.js';
import { Lookup } from './lookup.js';
import { MediaHealer } from './media-healer.js';
import { MediaOpener } from './media-opener.js';
import { cleanNavigation, INITIAL_NAVIGATION, type Navigation } from './navigation.js';
import { Notifier, type ErrorSink, type Unsubscribe } from './notifier.js';
import { Observable } from './observable.js';
import type { PagedList } from './paged-list.js';
import { StoreCore } from './store-core.js';
import { Views } from './views.js';

/** How long the stream of changes outlives its last element, in ms: a move within the page must not end it. */
const LINGER_MS = 1000;

/** How the store stands with its backend. */
export interface StoreStatus {
  /** `none`: the adapter has no stream. */
  readonly connection: StreamState | 'none';
  /** The adapter said `unauthorized`: the host has to act, then call `resume()`. */
  readonly authRequired: boolean;
  /** What the adapter can do. */
  readonly capabilities: Capabilities;
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
 * Everything the elements show and do, without a document: rows, lists, counts, navigation, the draft, and the commands
 * of a person. One store serves all elements of an adapter.
 */
export class ImaginationsStore {
  readonly adapter: ImaginationsAdapter;
  readonly navigation: Observable<Navigation>;
  readonly status: Observable<StoreStatus>;
  readonly draft: DraftStore;
  /** Opens addresses that only the adapter understands. */
  readonly media: MediaOpener;
  readonly #core: StoreCore;
  readonly #views: Views;
  readonly #lookup: Lookup;
  readonly #clock: Clock;
  readonly #isHidden: () => boolean;
  readonly #notifier: Notifier;
  readonly #lifetime = new AbortController();
  readonly #live: LiveConnection;
  readonly #poll: GenerationPoll;
  readonly #healer: MediaHealer;
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
      answered: () => this.#live.flush(),
      failed: (failure) => this.#callFailed(failure),
    });
    this.#core = new StoreCore(adapter, caller, clock, capabilities, {
      iterationChanged: (change) => this.#views.iterationChanged(change),
      sessionChanged: (change) => this.#views.sessionChanged(change),
      changed,
      stale: (ids, sessionId) => this.#readAgain(ids, sessionId),
      unknownSession: (id) => this.#lookup.sessionOnce(id),
      started: () => this.#poll.wake(),
    });
    this.#views = new Views(this.#core, changed);
    this.#lookup = new Lookup(this.#core);
    this.navigation = new Observable<Navigation>(INITIAL_NAVIGATION, changed, onError);
    const connection = adapter.subscribe ? 'connecting' : 'none';
    this.status = new Observable<StoreStatus>({ connection, authRequired: false, capabilities }, changed, onError);
    this.draft = new DraftStore(adapter, caller, () => this.capabilities.limits, changed);
    this.media = new MediaOpener(adapter, () => this.capabilities.limits.mediaSchemes, caller, clock);
    const { iterations } = this.#core;
    const portion = (): number => this.capabilities.limits.lookupSize;
    this.#healer = new MediaHealer({ adapter, caller, clock, iterations, portion });
    this.#live = new LiveConnection(
      adapter,
      {
        changes: (batch) => this.#core.acceptChanges(batch),
        state: (state, error) => this.#connectionChanged(state, error),
        isHidden,
      },
      clock,
    );
    this.#poll = new GenerationPoll(
      adapter,
      {
        active: () => this.#core.running.ids.slice(0, portion()),
        accept: (states, ids) => this.#core.acceptPoll(states, ids),
        isHidden,
        pollMs: () => this.capabilities.limits.pollMs,
      },
      caller,
      clock,
    );
  }

  /** What the adapter can do. */
  get capabilities(): Capabilities {
    return this.#core.capabilities;
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
    // A person may act soon; without a connection the first command tries again.
    loadCommands().catch(ignored);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holders === 0) this.#callOffStop = this.#clock.after(LINGER_MS, () => this.#disconnect());
    };
  }

  session(id: Id): Session | undefined {
    return this.#core.sessions.get(id);
  }

  iteration(id: Id): Iteration | undefined {
    return this.#core.iterations.get(id);
  }

  generation(id: Id): Generation | undefined {
    return this.#core.generations.get(id);
  }

  /** The known generations that are not final. */
  activeGenerations(): readonly Id[] {
    return this.#core.running.known;
  }

  /** The sessions a query matches; the same list for the same query. */
  sessionList(query: Query = {}): PagedList<Session> {
    return this.#views.sessionList(query);
  }

  /** The iterations a query matches; the same list for the same query. */
  iterationList(query: Query = {}): PagedList<Iteration> {
    return this.#views.iterationList(query);
  }

  /** How many iterations a query matches; unknown where the adapter does not count. */
  counts(query: Query = {}): CountsView {
    return this.#views.counts(query);
  }

  /**
   * Reads one session that may not be in any list that is loaded.
   * @returns whether there is such a session.
   * @throws AdapterError when the adapter could not be asked.
   */
  async loadSession(id: Id): Promise<boolean> {
    if (!this.session(id)) await this.#lookup.session(id);
    return this.session(id) !== undefined;
  }

  /**
   * Reads one iteration that may not be in any list that is loaded, and its session.
   * @returns whether there is such an iteration.
   * @throws AdapterError when the adapter could not be asked.
   */
  async loadIteration(id: Id): Promise<boolean> {
    if (!this.iteration(id)) await this.#lookup.iterations([id]);
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
    return command(({ imagine }) => imagine(this.#core, request), notBegun);
  }

  /** Makes an iteration's output again, with the brief that made it. */
  regenerate(id: Id, count = 1): Promise<GenerateOutcome> {
    return command(({ regenerate }) => regenerate(this.#core, id, count), notBegun);
  }

  /** Tries a failed iteration again. */
  retry(id: Id): Promise<GenerateOutcome> {
    return command(({ retry }) => retry(this.#core, id), notBegun);
  }

  /** Asks a generation to stop; answers why it could not be asked. */
  cancel(generationId: Id): Promise<Failure | null> {
    return command(({ cancel }) => cancel(this.#core, generationId), itself);
  }

  /** Puts iterations or sessions away. */
  archive(on: 'iteration' | 'session', ids: readonly Id[]): Promise<BatchOutcome> {
    return this.#archive(on, ids, true);
  }

  /** Brings iterations or sessions back. */
  unarchive(on: 'iteration' | 'session', ids: readonly Id[]): Promise<BatchOutcome> {
    return this.#archive(on, ids, false);
  }

  /** Gives a session a title; answers why it did not work. */
  rename(sessionId: Id, title: string): Promise<Failure | null> {
    return command(({ rename }) => rename(this.#core, sessionId, title), itself);
  }

  /** An address of this iteration's media did not load: asks for fresh ones, once. */
  healMedia(id: Id): void {
    this.#healer.heal(id);
  }

  /** The host has acted on `unauthorized`: connects and reads again. */
  resume(): void {
    this.status.patch({ authRequired: false });
    if (this.#isConnected) this.#live.start();
    this.refresh();
  }

  /** Reads again everything that is held, and keeps the screen meanwhile. */
  refresh(): void {
    this.#views.refresh();
  }

  /** Ends everything; the adapter is the host's to dispose of. */
  dispose(): void {
    this.#lifetime.abort();
    this.#callOffStop?.();
    this.#disconnect();
    this.media.dispose();
    this.#views.dispose();
  }

  #archive(on: 'iteration' | 'session', ids: readonly Id[], archived: boolean): Promise<BatchOutcome> {
    return command(
      ({ archive }) => archive(this.#core, on, ids, archived),
      (error) => ({ done: [], failed: ids.map((id) => ({ id, error })) }),
    );
  }

  async #readLimits(): Promise<void> {
    const { adapter } = this;
    if (typeof adapter.limits !== 'function') return;
    try {
      const known: Limits = await this.#core.caller.read((call) =>
        typeof adapter.limits === 'function' ? adapter.limits(call) : Promise.resolve({}),
      );
      this.#core.capabilities = capabilitiesOf(adapter, known);
      this.status.patch({ capabilities: this.#core.capabilities });
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
    this.#live.start();
    // Until a stream is known to work, and whenever it does not, polls tell how generations stand.
    if (this.status.value.connection !== 'live') this.#poll.start();
  }

  #disconnect(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#live.stop();
    this.#poll.stop();
    if (this.adapter.subscribe) this.status.patch({ connection: 'connecting' });
  }

  #callFailed(failure: Failure): void {
    if (failure.code === 'unauthorized') this.status.patch({ authRequired: true });
  }

  #connectionChanged(state: StreamState, error: Failure | undefined): void {
    const isBack = state === 'live' && this.status.value.connection === 'offline';
    this.status.patch({ connection: state });
    if (error) this.#callFailed(error);
    if (state === 'live') this.#poll.stop();
    else if (this.#isConnected) this.#poll.start();
    if (isBack) this.#views.retryFailed();
  }

  #readAgain(ids: readonly Id[] | undefined, sessionId: Id | undefined): void {
    const { adapter } = this;
    // What cannot be read by itself comes with its lists.
    if ((ids && !adapter.getIterations) || (sessionId !== undefined && !adapter.getSession)) {
      this.refresh();
      return;
    }
    if (ids) this.#lookup.iterations(ids).catch(ignored);
    else this.#views.refresh(sessionId);
    if (sessionId !== undefined) this.#lookup.session(sessionId).catch(ignored);
  }
}

const notBegun = (failure: Failure): GenerateOutcome => ({ ok: false, failure });
const itself = (failure: Failure): Failure => failure;

/** What was read in the background and failed shows as it was. */
const ignored = (thrown: unknown): void => void toFailure(thrown);
