import { DEFAULT_LIMITS, type Change, type Limits, type MediaGenerator } from '../../data/index.js';
import { FILTER_NAMES } from '../../data/known-names.js';
import { createId } from '../../internal/create-id.js';
import { ObjectUrlPool } from '../../internal/object-url-pool.js';
import type { Id } from '../../model/index.js';
import { abortable } from './abort.js';
import type { Presence } from './presence.js';
import type { RowStorage, Tables, Transaction } from './storage.js';
import { Stream } from './stream.js';
import { Totals } from './totals.js';

/** Scheme of the addresses of media that lie in a local backend. */
export const MEDIA_SCHEME = 'imaginations-media';

/** How other pages on the same data are told. */
export interface Neighbours {
  changed(): void;
  progress(change: Change): void;
}

/** What a local backend is made of. */
export interface LocalParts {
  readonly storage: RowStorage;
  readonly presence: Presence;
  readonly generator?: MediaGenerator | undefined;
  readonly limits?: Limits | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
  /** Makes identifiers from an instant. */
  readonly newId?: ((at: number) => Id) | undefined;
  readonly neighbours?: Neighbours | undefined;
  readonly onGeneratorError?: ((error: unknown) => void) | undefined;
}

type AllLimits = { readonly [name in keyof Limits]-?: NonNullable<Limits[name]> };

/** The shared state of one local backend. */
export class Local {
  readonly storage: RowStorage;
  readonly presence: Presence;
  readonly generator: MediaGenerator | undefined;
  readonly limits: AllLimits;
  readonly clock: () => number;
  readonly newId: (at: number) => Id;
  readonly totals = new Totals();
  readonly urls = new ObjectUrlPool();
  readonly stream: Stream;
  readonly #neighbours: Neighbours | undefined;
  readonly #onGeneratorError: ((error: unknown) => void) | undefined;
  readonly #watchers = new Set<() => void>();
  readonly #end = new AbortController();
  #ready: Promise<void> | undefined;
  readonly #prepare: () => Promise<void>;

  /** @param prepare runs once, before the first call is answered; tried again when it fails. */
  constructor(parts: LocalParts, prepare: (local: Local) => Promise<void>) {
    const { limits, generator } = parts;
    this.#onGeneratorError = parts.onGeneratorError;
    this.storage = parts.storage;
    this.presence = parts.presence;
    this.generator = generator;
    this.limits = {
      ...DEFAULT_LIMITS,
      filters: FILTER_NAMES,
      random: 'offset',
      reassignTo: ['project', 'session', 'new-session'],
      ...(generator && { kinds: generator.kinds }),
      ...limits,
      mediaSchemes: [MEDIA_SCHEME],
    };
    this.clock = parts.clock ?? Date.now;
    this.newId = parts.newId ?? createId;
    this.#neighbours = parts.neighbours;
    this.#prepare = () => prepare(this);
    this.stream = new Stream(this);
  }

  /** Tells the host what its generator threw: people only read that something went wrong. */
  generatorFailed(error: unknown): void {
    try {
      this.#onGeneratorError?.(error);
    } catch {
      // The listener's own trouble.
    }
  }

  /** Fires when the backend is disposed of. */
  get ended(): AbortSignal {
    return this.#end.signal;
  }

  /** Waits until the data can be read. */
  async ready(): Promise<void> {
    this.#ready ??= this.#prepare().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  /** Waits for an answer until its caller, or everything, has ended; the work itself goes on. */
  answer<R>(signal: AbortSignal, work: () => Promise<R>): Promise<R> {
    return abortable(signal, () => abortable(this.ended, work));
  }

  /** Gives a new database its name, and its log a beginning. */
  async openEpoch(): Promise<void> {
    if (await this.storage.transaction('readonly', (tx) => tx.get('meta', 'state'))) return;
    await this.storage.transaction('readwrite', async (tx) => {
      if (await tx.get('meta', 'state')) return;
      const value = { epoch: createId(Date.now()), seq: 0, clock: 0 };
      await tx.put('meta', { id: 'state', at: '', facets: [], value });
    });
  }

  async read<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    await this.ready();
    return this.storage.transaction('readonly', work);
  }

  /** The state row; a new database's has not been written yet. */
  async state(tx: Transaction): Promise<Tables['meta']> {
    return (await tx.get('meta', 'state'))?.value ?? { epoch: '', seq: 0, clock: 0 };
  }

  /** Calls back after every commit, here or in another page. */
  watch(watcher: () => void): void {
    this.#watchers.add(watcher);
  }

  /** Says that something was committed here. */
  committed(): void {
    this.#neighbours?.changed();
    this.noticed();
  }

  /** Says that something was committed, here or elsewhere. */
  noticed(): void {
    // Who has not read anything yet has nothing to keep up with.
    if (this.ended.aborted || !this.#ready) return;
    this.stream.wake();
    for (const watcher of this.#watchers) watcher();
  }

  /** Passes on how far a run has come; nothing is stored. */
  progress(change: Change): void {
    this.#neighbours?.progress(change);
    this.stream.send(change);
  }

  dispose(): void {
    if (this.ended.aborted) return;
    this.#watchers.clear();
    this.#end.abort();
    this.stream.dispose();
    this.urls.dispose();
    this.presence.dispose();
    this.generator?.dispose?.();
    this.storage.close();
  }
}
