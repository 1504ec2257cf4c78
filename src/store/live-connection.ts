import { toFailure, type Change, type ImaginationsAdapter, type StreamState } from '../data/index.js';
import type { Failure } from '../model/index.js';
import type { Clock } from './clock.js';
import { isRecord } from './sanitize.js';

/** Changes are gathered for this long, in ms, so that a burst is one update. */
const GATHER_VISIBLE_MS = 100;
const GATHER_HIDDEN_MS = 1000;
/** Pauses between tries to subscribe again, in ms: the last one repeats. */
const RETRY_MS = [1000, 2000, 4000, 8000, 16_000, 30_000];
/** Longest time that is waited because the backend said so, in ms. */
const LONGEST_WAIT_MS = 3_600_000;

/** What a connection reports. */
export interface LiveHandlers {
  changes(batch: readonly Change[]): void;
  state(state: StreamState, error?: Failure): void;
  isHidden(): boolean;
}

const isChange = (value: unknown): value is Change => isRecord(value) && typeof value['type'] === 'string';

const isState = (value: unknown): value is StreamState =>
  value === 'connecting' || value === 'live' || value === 'offline';

/** Keeps one subscription to an adapter's changes, however often that fails, and hands them on in batches. */
export class LiveConnection {
  readonly #adapter: ImaginationsAdapter;
  readonly #handlers: LiveHandlers;
  readonly #clock: Clock;
  #stream: AbortController | undefined;
  #position: string | undefined;
  /** There was a subscription before this one, and no position from which it could go on. */
  #hasGap = false;
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
    this.#callOffRetry?.();
    this.#callOffRetry = undefined;
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
          if (isCurrent() && isState(state)) this.#setState(state, error && toFailure(error));
        },
      });
      Promise.resolve(ended).catch(fail);
    } catch (thrown) {
      fail(thrown);
    }
  }

  /** Ends the subscription; what was gathered is handed on. */
  stop(): void {
    this.#callOffRetry?.();
    this.#callOffRetry = undefined;
    this.#failures = 0;
    if (this.#stream) this.#end();
    this.flush();
  }

  /** Hands on what was gathered. */
  flush(): void {
    this.#callOffFlush?.();
    this.#callOffFlush = undefined;
    const batch = this.#buffer;
    this.#buffer = [];
    if (batch.length > 0) this.#handlers.changes(batch);
  }

  #end(): void {
    this.#stream?.abort();
    this.#stream = undefined;
    this.#hasGap ||= this.#position === undefined;
  }

  #retry(error: Failure): void {
    this.#end();
    this.#handlers.state('offline', error);
    const longest = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0;
    // Half of it fixed, half of it chance: many pages must not come back at once.
    const ms = Math.max(error.retryAfterMs ?? 0, longest * (0.5 + this.#clock.random() / 2));
    this.#callOffRetry = this.#clock.after(Math.min(LONGEST_WAIT_MS, ms), () => this.start());
  }

  #setState(state: StreamState, error: Failure | undefined): void {
    if (state === 'live') {
      this.#failures = 0;
      this.#closeGap();
    }
    this.#handlers.state(state, error);
  }

  /** What happened while nobody listened is lost to this stream: everything has to be read again. */
  #closeGap(): void {
    if (!this.#hasGap) return;
    this.#hasGap = false;
    this.#gather([{ type: 'resync' }]);
  }

  #receive(batch: unknown, position: unknown): void {
    if (!Array.isArray(batch)) return;
    this.#closeGap();
    const changes: readonly unknown[] = batch;
    this.#gather(changes.filter(isChange));
    if (typeof position === 'string') this.#position = position;
  }

  #gather(changes: readonly Change[]): void {
    for (const change of changes) this.#buffer.push(change);
    const ms = this.#handlers.isHidden() ? GATHER_HIDDEN_MS : GATHER_VISIBLE_MS;
    this.#callOffFlush ??= this.#clock.after(ms, () => this.flush());
  }
}
