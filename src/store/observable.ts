import { Notifier, type ErrorSink, type Unsubscribe } from './notifier.js';

/** A frozen snapshot that is replaced by patches; listeners hear of a patch once per microtask. */
export class Observable<T extends object> {
  #value: Readonly<T>;
  readonly #notifier: Notifier;
  readonly #upstream: (() => void) | undefined;

  /**
   * @param initial the first snapshot.
   * @param upstream also called, at once, for each change: the store's own notifier.
   */
  constructor(initial: T, upstream?: () => void, onError?: ErrorSink) {
    this.#value = Object.freeze({ ...initial });
    this.#notifier = new Notifier(onError);
    this.#upstream = upstream;
  }

  /** The present snapshot. */
  get value(): Readonly<T> {
    return this.#value;
  }

  /** Replaces the given fields; a patch that changes nothing tells nobody. */
  patch(patch: Partial<T>): void {
    const keys = Object.keys(patch) as (keyof T)[];
    if (keys.every((key) => Object.is(this.#value[key], patch[key]))) return;
    this.#value = Object.freeze({ ...this.#value, ...patch });
    this.#notifier.notify();
    this.#upstream?.();
  }

  /** Calls `listener` with the newest snapshot after each flush. */
  subscribe(listener: (value: Readonly<T>) => void): Unsubscribe {
    return this.#notifier.subscribe(() => listener(this.#value));
  }
}
