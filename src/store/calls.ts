import { AdapterError, toFailure, type Call, type Write } from '../data/index.js';
import { newId } from '../internal/new-id.js';
import type { ErrorCode, Failure } from '../model/index.js';
import { wait, type Clock } from './clock.js';

/** Longest a call may stay silent, in ms. */
const TIMEOUT_MS = 15_000;
/** Further tries after a failure that may pass. */
const RETRIES = 2;
/** Full-jitter backoff: a random wait up to `BASE * 2^n`, at most `CAP` (ms). */
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 30_000;

const PASSING: ReadonlySet<ErrorCode> = new Set(['network', 'timeout', 'unavailable', 'rate-limited']);

const aborted = (): AdapterError => new AdapterError('aborted');

/** Options of one call. */
export interface CallOptions {
  /** The caller does not want the answer any more. */
  readonly signal?: AbortSignal | undefined;
  readonly priority?: Call['priority'];
  /** Further tries; default 2. */
  readonly retries?: number;
  /** Default 15 s; `Infinity` for uploads. */
  readonly timeoutMs?: number;
}

/**
 * Calls an adapter whatever it does: a synchronous throw is a rejection, silence is a `timeout`, an abandoned call rejects
 * with `aborted` at once, passing failures are tried again with jitter, and only `AdapterError`s come out.
 */
export class Caller {
  readonly #clock: Clock;
  readonly #lifetime: AbortSignal;
  readonly #newest = new Map<string, AbortController>();

  constructor(clock: Clock, lifetime: AbortSignal) {
    this.#clock = clock;
    this.#lifetime = lifetime;
  }

  /** A read. */
  async read<T>(work: (call: Call) => Promise<T>, options: CallOptions = {}): Promise<T> {
    const { retries = RETRIES, signal } = options;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(work, options);
      } catch (thrown) {
        const failure = toFailure(thrown);
        const again = attempt < retries && PASSING.has(failure.code) && failure.retryable !== false;
        if (!again)
          throw thrown instanceof AdapterError ? thrown : new AdapterError(failure.code, failure.message, failure);
        await this.#backOff(attempt, failure, signal);
      }
    }
  }

  /** A write: every try carries the same idempotency key, so that it takes effect once. */
  write<T>(work: (write: Write) => Promise<T>, options: CallOptions = {}): Promise<T> {
    const idempotencyKey = newId();
    return this.read((call) => work({ ...call, idempotencyKey }), options);
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

  #once<T>(work: (call: Call) => Promise<T>, options: CallOptions): Promise<T> {
    const { signal, priority, timeoutMs = TIMEOUT_MS } = options;
    const controller = new AbortController();
    const given = signal ? [signal, this.#lifetime] : [this.#lifetime];
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
      if (given.some((one) => one.aborted)) return abandon(aborted());
      for (const one of given) {
        const listener = (): void => abandon(aborted());
        one.addEventListener('abort', listener, { once: true });
        stops.push(() => one.removeEventListener('abort', listener));
      }
      if (Number.isFinite(timeoutMs)) {
        stops.push(
          this.#clock.after(timeoutMs, () => abandon(new AdapterError('timeout', 'The adapter did not answer'))),
        );
      }
      const call: Call = { signal: controller.signal, ...(priority && { priority }) };
      // Inside a promise, so that a synchronous throw is a rejection like any other.
      new Promise<T>((start) => start(work(call))).then(
        (value) => settle(() => resolve(value)),
        (error: unknown) =>
          settle(() =>
            reject(
              error instanceof Error ? error : new AdapterError('internal', toFailure(error).message, toFailure(error)),
            ),
          ),
      );
    });
  }

  #backOff(attempt: number, failure: Failure, signal: AbortSignal | undefined): Promise<void> {
    const jitter = this.#clock.random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempt);
    const ms = Math.max(failure.retryAfterMs ?? 0, jitter);
    return wait(this.#clock, ms, signal ? AbortSignal.any([signal, this.#lifetime]) : this.#lifetime);
  }
}
