import { AdapterError, toFailure, type Call, type Write } from '../data/index.js';
import { newId } from '../internal/new-id.js';
import type { ErrorCode, Failure } from '../model/index.js';
import { wait, type Clock } from './clock.js';

/** Longest a call may stay silent, in ms. */
const TIMEOUT_MS = 15_000;
/** Further tries after a failure that may pass. */
const RETRIES = 2;
/** Full-jitter backoff: a random wait up to `BASE * 2^n`, in ms. */
const BACKOFF_BASE_MS = 500;
/** Who has to wait longer than this, in ms, is told so instead. */
const LONGEST_WAIT_MS = 30_000;

/** Failures that may pass by themselves. */
export const PASSING: ReadonlySet<ErrorCode> = new Set(['network', 'timeout', 'unavailable', 'rate-limited']);

/** Options of one call. */
export interface CallOptions {
  /** The caller does not want the answer any more. */
  readonly signal?: AbortSignal | undefined;
  readonly priority?: Call['priority'];
  /** Further tries; default 2. */
  readonly retries?: number;
  /** Default 15 s: of a read for all tries together, of a write for each. `Infinity` for uploads. */
  readonly timeoutMs?: number;
}

/** Who wants to know how calls go. */
export interface CallListener {
  /** An answer is about to be handed on. */
  answered?(): void;
  /** A call has failed for good. */
  failed?(failure: Failure): void;
}

/**
 * Calls an adapter whatever it does: a synchronous throw is a rejection, silence is a `timeout`, an abandoned call rejects
 * with `aborted` at once, passing failures are tried again with jitter, and only `AdapterError`s come out.
 */
export class Caller {
  readonly #clock: Clock;
  readonly #lifetime: AbortSignal;
  readonly #listener: CallListener;
  readonly #newest = new Map<string, AbortController>();
  /** Abandons each call under way: one listener on the signal, however many calls there are. */
  readonly #abandon = new Set<() => void>();
  readonly #turns = new Map<string, Promise<unknown>>();
  #writes = 0;

  constructor(clock: Clock, lifetime: AbortSignal, listener: CallListener = {}) {
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#listener = listener;
    lifetime.addEventListener('abort', () => {
      for (const abandon of this.#abandon) abandon();
    });
  }

  /** Whether a write is under way: what is read meanwhile may be of before or after it. */
  get isWriting(): boolean {
    return this.#writes > 0;
  }

  /** A read. */
  read<T>(work: (call: Call) => Promise<T>, options: CallOptions = {}): Promise<T> {
    return this.#tries(work, options, this.#clock.now() + (options.timeoutMs ?? TIMEOUT_MS));
  }

  /** A write: every try carries the same idempotency key, so that it takes effect once. */
  async write<T>(work: (write: Write) => Promise<T>, options: CallOptions = {}): Promise<T> {
    const idempotencyKey = newId();
    this.#writes++;
    try {
      return await this.#tries((call) => work({ ...call, idempotencyKey }), options, Infinity);
    } finally {
      this.#writes--;
    }
  }

  /** A read of which only the newest of its key counts: an earlier one is abandoned and rejects with `aborted`. */
  latest<T>(key: string, work: (call: Call) => Promise<T>, options: CallOptions = {}): Promise<T> {
    this.#newest.get(key)?.abort();
    const controller = new AbortController();
    this.#newest.set(key, controller);
    const signal = options.signal ? AbortSignal.any([options.signal, controller.signal]) : controller.signal;
    return this.read(work, { ...options, signal }).finally(() => {
      if (this.#newest.get(key) === controller) this.#newest.delete(key);
    });
  }

  /** Does work of the same key one after another, in the order it was asked for, whatever becomes of it. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#turns.set(key, turn);
    const clear = (): void => {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    };
    turn.then(clear, clear);
    return turn;
  }

  async #tries<T>(work: (call: Call) => Promise<T>, options: CallOptions, deadline: number): Promise<T> {
    const { retries = RETRIES, timeoutMs = TIMEOUT_MS, signal } = options;
    for (let attempt = 0; ; attempt++) {
      try {
        const rest = Math.min(timeoutMs, deadline - this.#clock.now());
        return await this.#once(work, { ...options, timeoutMs: rest });
      } catch (thrown) {
        const error = this.#errorOf(thrown, signal);
        const ms = this.#backOffMs(attempt, error);
        const inTime = ms <= LONGEST_WAIT_MS && this.#clock.now() + ms < deadline;
        if (attempt >= retries || !inTime || !PASSING.has(error.code) || error.retryable === false) {
          if (error.code !== 'aborted') this.#listener.failed?.(toFailure(error));
          throw error;
        }
        await wait(this.#clock, ms, signal ? AbortSignal.any([signal, this.#lifetime]) : this.#lifetime);
      }
    }
  }

  #once<T>(work: (call: Call) => Promise<T>, options: CallOptions): Promise<T> {
    const { signal, priority, timeoutMs = TIMEOUT_MS } = options;
    const controller = new AbortController();
    return new Promise<T>((resolve, reject) => {
      const stops: (() => void)[] = [];
      const settle = (act: () => void): void => {
        for (const stop of stops.splice(0)) stop();
        act();
      };
      const abandon = (error: AdapterError): void =>
        settle(() => {
          controller.abort();
          reject(error);
        });
      const abort = (): void => abandon(new AdapterError('aborted'));
      if (signal?.aborted || this.#lifetime.aborted) {
        abort();
        return;
      }
      this.#abandon.add(abort);
      signal?.addEventListener('abort', abort, { once: true });
      stops.push(() => {
        this.#abandon.delete(abort);
        signal?.removeEventListener('abort', abort);
      });
      if (Number.isFinite(timeoutMs)) {
        stops.push(
          this.#clock.after(timeoutMs, () => abandon(new AdapterError('timeout', 'The adapter did not answer'))),
        );
      }
      const call: Call = { signal: controller.signal, ...(priority && { priority }) };
      // Inside a promise, so that a synchronous throw is a rejection like any other.
      new Promise<T>((start) => start(work(call))).then(
        (value) =>
          settle(() => {
            if (!controller.signal.aborted) this.#listener.answered?.();
            resolve(value);
          }),
        (thrown: unknown) => settle(() => reject(this.#errorOf(thrown, signal))),
      );
    });
  }

  #errorOf(thrown: unknown, signal: AbortSignal | undefined): AdapterError {
    const isOurs = Boolean(signal?.aborted) || this.#lifetime.aborted;
    const failure = toFailure(thrown);
    // An adapter that gives up by itself must not look as if nobody wanted the answer.
    if (failure.code === 'aborted' && !isOurs) {
      return new AdapterError('unavailable', 'The adapter gave up', { cause: thrown });
    }
    if (thrown instanceof AdapterError) return thrown;
    return new AdapterError(failure.code, failure.message, { ...failure, cause: thrown });
  }

  #backOffMs(attempt: number, failure: Failure): number {
    return Math.max(toFailure(failure).retryAfterMs ?? 0, this.#clock.random() * BACKOFF_BASE_MS * 2 ** attempt);
  }
}
