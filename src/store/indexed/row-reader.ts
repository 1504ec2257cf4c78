import { isAbort } from '../../data/index.js';
import type { Id } from '../../model/index.js';
import { askRows } from '../ask-rows.js';
import type { StoreCore } from '../store-core.js';

/** What is looked at changes with every frame: after a read it is gathered for this long, in ms. */
const GATHER_MS = 40;
/** A row that could not be read is asked for again after this long, in ms. */
const AGAIN_MS = 5000;

/** Who reads rows. */
export interface RowReaderHost {
  /** Takes what the backend has answered. */
  accept(rows: readonly unknown[]): void;
  /** The backend does not know these. */
  lost(ids: readonly Id[]): void;
}

/** Reads the rows that somebody looks at, by their ids and in portions; what has left the screen is given up. */
export class RowReader {
  readonly #core: StoreCore;
  readonly #host: RowReaderHost;
  #wanted: readonly Id[] = [];
  #looked: ReadonlySet<Id> = new Set();
  readonly #asked = new Map<Id, AbortController>();
  readonly #failedAt = new Map<Id, number>();
  #callOff: (() => void) | undefined;
  #callOffAgain: (() => void) | undefined;
  #readAt = 0;

  constructor(core: StoreCore, host: RowReaderHost) {
    this.#core = core;
    this.#host = host;
  }

  /** Whether a row is looked at. */
  wants(id: Id): boolean {
    return this.#looked.has(id);
  }

  /** Says what is looked at. */
  want(ids: readonly Id[]): void {
    this.#looked = new Set(ids);
    const missing = ids.filter((id) => !this.#core.iterations.get(id));
    this.#wanted = missing;
    const wanted = new Set(missing);
    const idle = new Set(this.#asked.values());
    for (const [id, controller] of this.#asked) if (wanted.has(id)) idle.delete(controller);
    for (const [id, controller] of this.#asked) if (idle.has(controller)) this.#asked.delete(id);
    for (const controller of idle) controller.abort();
    if (this.#callOff || !missing.some((id) => !this.#asked.has(id))) return;
    const wait = this.#readAt + GATHER_MS - this.#core.clock.now();
    if (wait > 0) this.#callOff = this.#core.clock.after(wait, this.#read);
    else this.#read();
  }

  /** Tries again what failed. */
  retry(): void {
    this.#failedAt.clear();
    if (this.#wanted.length > 0) this.#callOff ??= this.#core.clock.after(GATHER_MS, this.#read);
  }

  /** Calls off everything. */
  dispose(): void {
    this.#callOff?.();
    this.#callOffAgain?.();
    this.#callOff = this.#callOffAgain = undefined;
    for (const controller of this.#asked.values()) controller.abort();
  }

  readonly #read = (): void => {
    this.#callOff = undefined;
    const now = (this.#readAt = this.#core.clock.now());
    const { lookupSize } = this.#core.capabilities.limits;
    const ids = this.#wanted.filter((id) => {
      return !this.#asked.has(id) && !this.#core.iterations.get(id) && (this.#failedAt.get(id) ?? 0) <= now;
    });
    for (let start = 0; start < ids.length; start += lookupSize) {
      void this.#readPortion(ids.slice(start, start + lookupSize));
    }
  };

  async #readPortion(ids: readonly Id[]): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    for (const id of ids) this.#asked.set(id, controller);
    try {
      const answers = await askRows(this.#core, ids, { signal });
      this.#host.accept(answers);
      this.#host.lost(ids.filter((_, index) => answers[index] === null));
      this.#fail(ids.filter((id, index) => answers[index] !== null && !this.#core.iterations.get(id)));
    } catch (thrown) {
      if (!isAbort(thrown)) this.#fail(ids);
    } finally {
      for (const id of ids) if (this.#asked.get(id) === controller) this.#asked.delete(id);
    }
    this.#core.changed();
  }

  /** What could not be read is asked for again, if it is looked at then. */
  #fail(ids: readonly Id[]): void {
    if (ids.length === 0) return;
    const { clock } = this.#core;
    for (const id of ids) this.#failedAt.set(id, clock.now() + AGAIN_MS);
    this.#callOffAgain ??= clock.after(AGAIN_MS, () => {
      this.#callOffAgain = undefined;
      this.retry();
    });
  }
}
