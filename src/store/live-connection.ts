import { toFailure, type Change, type ImaginationsAdapter, type StreamState } from '../data/index.js';
import type { Failure } from '../model/index.js';
import type { Clock } from './clock.js';

/** Changes are gathered for this long, in ms, so that a burst is one update. */
const GATHER_VISIBLE_MS = 100;
const GATHER_HIDDEN_MS = 1000;
/** Pauses between tries to subscribe again, in ms: the last one repeats. */
const RETRY_MS = [1000, 2000, 4000, 8000, 16_000, 30_000];

/** What a connection reports. */
export interface LiveHandlers {
  changes(batch: readonly Change[]): void;
  state(state: StreamState, error?: Failure): void;
  isHidden(): boolean;
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Keeps one subscription to an adapter's changes, however often that fails, and hands them on in batches. */
export class LiveConnection {
  readonly #adapter: ImaginationsAdapter;
  readonly #handlers: LiveHandlers;
  readonly #clock: Clock;
  #stream: AbortController | undefined;
  #position: string | undefined;
  #buffer: Change[] = [];
  #callOffFlush: (() => void) | undefined;
  #callOffRetry: (() => void) | undefined;
  #failures = 0;

  constructor(adapter: ImaginationsAdapter, handlers: LiveHandlers, clock: Clock) {
    this.#adapter = adapter;
    this.#handlers = handlers;
    this.#clock = clock;
  }

  /** Subscribes; does nothing where that has been done. */
  start(): void {
    if (this.#stream || !this.#adapter.subscribe) return;
    const stream = new AbortController();
    this.#stream = stream;
    const isCurrent = (): boolean => this.#stream === stream && !stream.signal.aborted;
    const fail = (thrown: unknown): void => {
      if (isCurrent()) this.#retry(toFailure(thrown));
    };
    try {
      const ended = this.#adapter.subscribe({
        signal: stream.signal,
        ...(this.#position !== undefined && { since: this.#position }),
        change: (batch, position) => {
          if (isCurrent()) this.#receive(batch, position);
        },
        state: (state, error) => {
          if (!isCurrent()) return;
          if (state === 'live') this.#failures = 0;
          this.#handlers.state(state, error);
        },
      });
      Promise.resolve(ended).catch(fail);
    } catch (thrown) {
      fail(thrown);
    }
  }

  /** Ends the subscription; what was gathered is handed on. */
  stop(): void {
    this.#stream?.abort();
    this.#stream = undefined;
    this.#callOffRetry?.();
    this.#flush();
  }

  #retry(error: Failure): void {
    this.#stream?.abort();
    this.#stream = undefined;
    this.#handlers.state('offline', error);
    const longest = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0;
    // Half of it fixed, half of it chance: many pages must not come back at once.
    const ms = Math.max(error.retryAfterMs ?? 0, longest * (0.5 + this.#clock.random() / 2));
    this.#callOffRetry = this.#clock.after(ms, () => this.start());
  }

  #receive(batch: unknown, position: unknown): void {
    if (!Array.isArray(batch)) return;
    const changes: readonly unknown[] = batch;
    this.#buffer.push(...changes.filter(isChange));
    if (typeof position === 'string') this.#position = position;
    const ms = this.#handlers.isHidden() ? GATHER_HIDDEN_MS : GATHER_VISIBLE_MS;
    this.#callOffFlush ??= this.#clock.after(ms, () => this.#flush());
  }

  #flush(): void {
    this.#callOffFlush?.();
    this.#callOffFlush = undefined;
    const batch = this.#buffer;
    this.#buffer = [];
    if (batch.length > 0) this.#handlers.changes(batch);
  }
}
