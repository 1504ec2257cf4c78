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

  constructor(clock: Clock, caller: Pick<Caller, 'isWriting'>, read: (isLast: boolean) => void) {
    this.#clock = clock;
    this.#caller = caller;
    this.#read = read;
  }

  schedule(): void {
    const now = this.#clock.now();
    const since = this.#since ?? now;
    this.stop();
    this.#since = since;
    const left = Math.max(0, since + LATEST_MS - now);
    this.#callOff = this.#clock.after(this.#caller.isWriting ? SETTLE_MS : Math.min(SETTLE_MS, left), () => {
      if (this.#caller.isWriting) {
        this.schedule();
        return;
      }
      this.#since = undefined;
      this.#read(false);
      this.#callOffLast = this.#clock.after(LAG_MS, () => this.#read(true));
    });
  }

  stop(): void {
    this.#callOff?.();
    this.#callOffLast?.();
    this.#since = undefined;
  }
}
