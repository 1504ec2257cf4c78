import {
  isAbort,
  type Call,
  type ImaginationsAdapter,
  type Limits,
  type Page,
  type StreamState,
} from '../data/index.js';
import {
  comparator,
  matchesIteration,
  matchesSession,
  queryKey,
  type Failure,
  type Generation,
  type Id,
  type Iteration,
  type Query,
  type Session,
} from '../model/index.js';
import { Caller } from './calls.js';
import { capabilitiesOf, type Capabilities } from './capabilities.js';
import { systemClock, type Clock } from './clock.js';
import { archive } from './commands/archive.js';
import type { BatchOutcome } from './commands/batch.js';
import { cancel, imagine, regenerate, retry, type GenerateOutcome, type ImagineRequest } from './commands/generate.js';
import { rename } from './commands/rename.js';
import { CountsView } from './counts-view.js';
import { DraftStore } from './draft.js';
import type { RowChange } from './entity-table.js';
import { GenerationPoll } from './generation-poll.js';
import { LiveConnection } from './live-connection.js';
import { MediaHealer } from './media-healer.js';
import { MediaOpener } from './media-opener.js';
import { cleanNavigation, INITIAL_NAVIGATION, type Navigation } from './navigation.js';
import { Notifier, type ErrorSink, type Unsubscribe } from './notifier.js';
import { Observable } from './observable.js';
import { PagedList } from './paged-list.js';
import { isIteration, isSession } from './sanitize.js';
import { StoreCore } from './store-core.js';

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
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #isHidden: () => boolean;
  readonly #notifier: Notifier;
  readonly #lifetime = new AbortController();
  readonly #live: LiveConnection;
  readonly #poll: GenerationPoll;
  readonly #healer: MediaHealer;
  readonly #sessionLists = new Map<string, PagedList<Session>>();
  readonly #iterationLists = new Map<string, PagedList<Iteration>>();
  readonly #counts = new Map<string, CountsView>();
  #holders = 0;
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
    this.#caller = new Caller(clock, this.#lifetime.signal);
    this.#core = new StoreCore(adapter, this.#caller, clock, capabilities, {
      iterationChanged: (change) => this.#iterationChanged(change),
      sessionChanged: (change) => this.#sessionChanged(change),
      changed,
      stale: (ids, sessionId) => this.#readAgain(ids, sessionId),
    });
    this.navigation = new Observable<Navigation>(INITIAL_NAVIGATION, changed, onError);
    const connection = adapter.subscribe ? 'connecting' : 'none';
    this.status = new Observable<StoreStatus>({ connection, authRequired: false, capabilities }, changed, onError);
    this.draft = new DraftStore(adapter, this.#caller, () => this.capabilities.limits, changed);
    this.media = new MediaOpener(adapter, () => this.capabilities.limits.mediaSchemes, this.#caller, clock);
    this.#healer = new MediaHealer(this.#core);
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
        active: () => this.#core.activeGenerations(),
        accept: (states) => this.#core.acceptGenerations(states),
        isHidden,
        pollMs: () => this.capabilities.limits.pollMs,
      },
      this.#caller,
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

  /**
   * Keeps the store connected to its backend until the returned function is called: the stream of changes, or polls.
   * Elements do this while they are in a document.
   */
  retain(): () => void {
    this.#holders++;
    this.#callOffStop?.();
    this.#callOffStop = undefined;
    this.#limits ??= this.#readLimits();
    this.#connect();
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
    return this.#core.activeGenerations();
  }

  /** The sessions a query matches; the same list for the same query. */
  sessionList(query: Query = {}): PagedList<Session> {
    return this.#listOf(this.#sessionLists, query, () => ({
      query,
      fetch: (request, call) => this.adapter.listSessions(request, call),
      isRow: isSession,
      accept: (rows) => this.#core.acceptSessions(rows),
      row: (id) => this.session(id),
      matches: (row) => matchesSession(row, query.filter),
    }));
  }

  /** The iterations a query matches; the same list for the same query. */
  iterationList(query: Query = {}): PagedList<Iteration> {
    return this.#listOf(this.#iterationLists, query, () => ({
      query,
      fetch: (request, call) => this.adapter.listIterations(request, call),
      isRow: isIteration,
      accept: (rows) => this.#core.acceptIterations(rows),
      row: (id) => this.iteration(id),
      matches: (row) => matchesIteration(row, this.session(row.sessionId), query.filter),
    }));
  }

  /** How many iterations a query matches; unknown where the adapter does not count. */
  counts(query: Query = {}): CountsView {
    const key = queryKey(query);
    const known = this.#counts.get(key);
    if (known) return known;
    const fetch = (wanted: Query, call: Call): Promise<NonNullable<CountsView['value']>> =>
      this.adapter.counts?.(wanted, call) ?? Promise.reject(new Error('The adapter does not count'));
    const matches = (row: Iteration): boolean => matchesIteration(row, this.session(row.sessionId), query.filter);
    const view = new CountsView({ query, fetch, matches }, this.#caller, this.#clock, () => this.#notifier.notify());
    this.#counts.set(key, view);
    if (this.adapter.counts) view.load();
    return view;
  }

  /**
   * Reads one session that may not be in any list that is loaded.
   * @returns whether there is such a session.
   */
  async loadSession(id: Id): Promise<boolean> {
    if (!this.session(id) && this.adapter.getSession) {
      const row = await this.#caller.read((call) => this.adapter.getSession?.(id, call) ?? Promise.resolve(null));
      if (row) this.#core.acceptSessions([row]);
    }
    return this.session(id) !== undefined;
  }

  /**
   * Reads one iteration that may not be in any list that is loaded, and its session.
   * @returns whether there is such an iteration.
   */
  async loadIteration(id: Id): Promise<boolean> {
    if (!this.iteration(id)) await this.#readIterations([id]);
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
    return this.#generate(imagine(this.#core, request));
  }

  /** Makes an iteration's output again, with the brief that made it. */
  regenerate(id: Id, count = 1): Promise<GenerateOutcome> {
    return this.#generate(regenerate(this.#core, id, count));
  }

  /** Tries a failed iteration again. */
  retry(id: Id): Promise<GenerateOutcome> {
    return this.#generate(retry(this.#core, id));
  }

  /** Asks a generation to stop; answers why it could not be asked. */
  cancel(generationId: Id): Promise<Failure | null> {
    return cancel(this.#core, generationId);
  }

  /** Puts iterations or sessions away. */
  archive(on: 'iteration' | 'session', ids: readonly Id[]): Promise<BatchOutcome> {
    return archive(this.#core, on, ids, true);
  }

  /** Brings iterations or sessions back. */
  unarchive(on: 'iteration' | 'session', ids: readonly Id[]): Promise<BatchOutcome> {
    return archive(this.#core, on, ids, false);
  }

  /** Gives a session a title; answers why it did not work. */
  rename(sessionId: Id, title: string): Promise<Failure | null> {
    return rename(this.#core, sessionId, title);
  }

  /** An address of this iteration's media did not load: asks for fresh ones, once. */
  healMedia(id: Id): void {
    this.#healer.heal(id);
  }

  /** The host has acted on `unauthorized`: reads again what failed. */
  resume(): void {
    this.status.patch({ authRequired: false });
    this.refresh();
  }

  /** Reads again everything that is held, and keeps the screen meanwhile. */
  refresh(): void {
    this.#readAgain(undefined, undefined);
  }

  /** Ends everything; the adapter is the host's to dispose of. */
  dispose(): void {
    this.#lifetime.abort();
    this.#disconnect();
    this.media.dispose();
    for (const view of this.#counts.values()) view.dispose();
  }

  #listOf<T extends Session | Iteration>(
    lists: Map<string, PagedList<T>>,
    query: Query,
    source: () => {
      readonly query: Query;
      fetch(request: Parameters<ImaginationsAdapter['listSessions']>[0], call: Call): Promise<Page<T>>;
      isRow(value: unknown): value is T;
      accept(rows: readonly T[]): void;
      row(id: Id): T | undefined;
      matches(row: T): boolean;
    },
  ): PagedList<T> {
    const key = queryKey(query);
    const known = lists.get(key);
    if (known) return known;
    const shared = { compare: comparator(query.order), pageSize: () => this.capabilities.limits.pageSize };
    const list = new PagedList<T>({ ...source(), ...shared }, this.#caller, this.#clock, () => this.#listChanged(list));
    lists.set(key, list);
    return list;
  }

  #listChanged(list: Pick<PagedList<Session>, 'value'>): void {
    if (list.value.error?.code === 'unauthorized') this.status.patch({ authRequired: true });
    this.#notifier.notify();
  }

  async #generate(outcome: Promise<GenerateOutcome>): Promise<GenerateOutcome> {
    const result = await outcome;
    if (!result.ok && result.failure.code === 'unauthorized') this.status.patch({ authRequired: true });
    if (result.ok && this.#holders > 0 && !this.adapter.subscribe) this.#poll.start();
    return result;
  }

  async #readLimits(): Promise<void> {
    const { limits } = this.adapter;
    if (typeof limits !== 'function') return;
    try {
      const known: Limits = await this.#caller.read((call) => limits(call));
      this.#core.capabilities = capabilitiesOf(this.adapter, known);
      this.status.patch({ capabilities: this.#core.capabilities });
    } catch (thrown) {
      // The defaults serve; asked again with the next element.
      if (!isAbort(thrown)) this.#limits = undefined;
    }
  }

  #connect(): void {
    this.#live.start();
    if (!this.adapter.subscribe) this.#poll.start();
  }

  #disconnect(): void {
    this.#live.stop();
    this.#poll.stop();
  }

  #connectionChanged(state: StreamState, error: Failure | undefined): void {
    const authRequired = error?.code === 'unauthorized' || this.status.value.authRequired;
    this.status.patch({ connection: state, authRequired });
  }

  #iterationChanged({ id, before, after }: RowChange<Iteration>): void {
    for (const list of this.#iterationLists.values()) list.touch(id);
    for (const view of this.#counts.values()) view.touch(before, after);
  }

  #sessionChanged({ id, before, after }: RowChange<Session>): void {
    for (const list of this.#sessionLists.values()) list.touch(id);
    const row = after ?? before;
    if (!row || Boolean(before?.archivedAt) === Boolean(after?.archivedAt)) return;
    // The iterations come and go with their session, also those that were never read.
    for (const member of this.#core.membersOf(id)) for (const list of this.#iterationLists.values()) list.touch(member);
    if (before === undefined) return;
    const hidden = after === undefined || Boolean(after.archivedAt);
    for (const view of this.#counts.values()) view.touchSession(row, hidden ? -1 : 1);
    for (const list of this.#iterationLists.values()) void list.refresh();
  }

  #readAgain(ids: readonly Id[] | undefined, sessionId: Id | undefined): void {
    if (ids) void this.#readIterations(ids).catch(() => undefined);
    if (sessionId !== undefined) void this.#readSession(sessionId);
    if (ids !== undefined) return;
    for (const list of this.#iterationLists.values()) void list.refresh();
    for (const view of this.#counts.values()) view.refresh();
    if (sessionId === undefined) for (const list of this.#sessionLists.values()) void list.refresh();
  }

  async #readSession(id: Id): Promise<void> {
    const { getSession } = this.adapter;
    if (!getSession) return;
    const row = await this.#caller.read((call) => getSession.call(this.adapter, id, call)).catch(() => null);
    if (row) this.#core.acceptSessions([row]);
  }

  async #readIterations(ids: readonly Id[]): Promise<void> {
    const { getIterations } = this.adapter;
    if (!getIterations) return;
    const { lookupSize } = this.capabilities.limits;
    for (let start = 0; start < ids.length; start += lookupSize) {
      const portion = ids.slice(start, start + lookupSize);
      const rows: unknown = await this.#caller.read((call) => getIterations.call(this.adapter, portion, call));
      if (Array.isArray(rows)) this.#core.acceptIterations(rows);
    }
  }
}
