import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';
import { LAG_MS } from '../entity-table.js';

/** Changes are gathered for this long, in ms. */
const SETTLE_MS = 300;
/** Where changes keep coming, this is how long the first of them waits, in ms. */
const LATEST_MS = 3000;

/**
 * Reads something again after changes: once they have settled, or have kept coming for a while, and no write is under way,
 * for what is read before a write jumps back - and once more when the backend must have caught up with its own writes.
 */
export class Reread {
  readonly #clock: Clock;
  readonly #caller: Pick<Caller, 'isWriting'>;
  readonly #read: (isLast: boolean) => void;
  #callOff: (() => void) | undefined;
  #callOffLast: (() => void) | undefined;
  /** When the first of the changes came that have not been followed by a read. */
  #since: number | undefined;
  /** When to read. */
  #due = 0;
  /** When the timer looks. */
  #armed: number | undefined;

  constructor(clock: Clock, caller: Pick<Caller, 'isWriting'>, read: (isLast: boolean) => void) {
    this.#clock = clock;
    this.#caller = caller;
    this.#read = read;
  }

  schedule(): void {
    const now = this.#clock.now();
    this.#since ??= now;
    this.#callOffLast?.();
    this.#callOffLast = undefined;
    const settled = now + SETTLE_MS;
    this.#due = this.#caller.isWriting ? settled : Math.max(now, Math.min(settled, this.#since + LATEST_MS));
    // A timer that is on its way looks when it is due: a hundred thousand changes would start as many.
    if (this.#armed === undefined || this.#armed > this.#due) this.#arm(now);
  }

  /** Reads as soon as no write is under way, without waiting for more changes. */
  now(): void {
    this.#callOff?.();
    this.#callOffLast?.();
    this.#armed = undefined;
    this.#end();
  }

  #arm(now: number): void {
    this.#callOff?.();
    this.#armed = this.#due;
    this.#callOff = this.#clock.after(this.#due - now, () => {
      this.#armed = undefined;
      const at = this.#clock.now();
      if (at < this.#due) this.#arm(at);
      else this.#end();
    });
  }

  #end(): void {
    if (this.#caller.isWriting) {
      this.schedule();
      return;
    }
    this.#since = undefined;
    this.#read(false);
    this.#callOffLast = this.#clock.after(LAG_MS, () => this.#read(true));
  }

  stop(): void {
    this.#callOff?.();
    this.#callOffLast?.();
    this.#since = this.#armed = undefined;
  }
}
