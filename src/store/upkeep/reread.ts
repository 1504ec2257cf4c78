import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';
import { LAG_MS } from '../entity-table.js';

/** Changes are gathered for this long, in ms. */
const SETTLE_MS = 300;

/**
 * Reads something again after changes: once they have settled and no write is under way, for what is read before a write
 * jumps back - and once more when the backend must have caught up with its own writes.
 */
export class Reread {
  readonly #clock: Clock;
  readonly #caller: Pick<Caller, 'isWriting'>;
  readonly #read: (isLast: boolean) => void;
  #callOff: (() => void) | undefined;
  #callOffLast: (() => void) | undefined;

  constructor(clock: Clock, caller: Pick<Caller, 'isWriting'>, read: (isLast: boolean) => void) {
    this.#clock = clock;
    this.#caller = caller;
    this.#read = read;
  }

  schedule(): void {
    this.stop();
    this.#callOff = this.#clock.after(SETTLE_MS, () => {
      if (this.#caller.isWriting) {
        this.schedule();
        return;
      }
      this.#read(false);
      this.#callOffLast = this.#clock.after(LAG_MS, () => this.#read(true));
    });
  }

  stop(): void {
    this.#callOff?.();
    this.#callOffLast?.();
  }
}
