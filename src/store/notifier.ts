/** Ends a subscription; idempotent. */
export type Unsubscribe = () => void;

/** Where errors of listeners go; they must never reach the host's page. */
export type ErrorSink = (error: unknown) => void;

/**
 * Tells listeners that something changed: once per microtask, however often {@link notify} was called before. A listener
 * that causes a change is told again in the next microtask; one that throws does not keep the others from hearing.
 */
export class Notifier {
  readonly #listeners = new Set<() => void>();
  readonly #onError: ErrorSink;
  #scheduled = false;

  constructor(onError: ErrorSink = () => undefined) {
    this.#onError = onError;
  }

  /** Calls `listener` after each flush until the returned function is called. */
  subscribe(listener: () => void): Unsubscribe {
    // A wrapper, so that the same function can listen twice and each subscription ends on its own.
    const entry = (): void => listener();
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Schedules a flush. */
  notify(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      // Before the listeners run: a change they make must schedule the next flush.
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    for (const listener of [...this.#listeners]) {
      if (!this.#listeners.has(listener)) continue;
      try {
        listener();
      } catch (error) {
        this.report(error);
      }
    }
  }

  /** Hands an error to the sink. */
  report(error: unknown): void {
    try {
      this.#onError(error);
    } catch {
      // A sink that throws is the host's too.
    }
  }
}
