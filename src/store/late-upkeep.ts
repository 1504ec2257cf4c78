import { AdapterError, type Change } from '../data/index.js';
import { later, loadLater } from './later.js';
import type { Upkeep, UpkeepHost } from './upkeep/upkeep.js';

/** When code that could not be loaded is asked for again, in ms. */
const LOAD_AGAIN_MS = 5000;
/** Changes that wait for the code that takes them; beyond that, everything is read again instead. */
const MOST_EARLY = 5000;

/** Who waits for an upkeep. */
export interface LateUpkeepHost extends UpkeepHost {
  /** It is there. */
  came(): void;
  /** Its code could not be loaded. */
  failed(error: unknown): void;
  /** Whether to try again by itself. */
  isWanted(): boolean;
}

/** The upkeep of a store, whose code comes after the first rows; what the stream says meanwhile waits for it. */
export class LateUpkeep {
  readonly #host: LateUpkeepHost;
  #made: Upkeep | undefined;
  #early: Change[] = [];
  #isOutdated = false;
  #isLoading = false;
  #hasFailed = false;
  #isDisposed = false;
  #callOff: (() => void) | undefined;

  constructor(host: LateUpkeepHost) {
    this.#host = host;
  }

  /** Nothing until its code is there. */
  get now(): Upkeep | undefined {
    const parts = later();
    if (!parts || this.#made || this.#isDisposed) return this.#made;
    this.#made = new parts.Upkeep(this.#host);
    const early = this.#early.splice(0);
    this.#made.accept(this.#isOutdated ? [{ type: 'resync' }] : early);
    return this.#made;
  }

  /** @throws AdapterError `network` when its code cannot be loaded. */
  async need(): Promise<Upkeep> {
    await loadLater().catch((cause: unknown) => {
      throw new AdapterError('network', 'Code could not be loaded', { cause });
    });
    const { now } = this;
    if (!now) throw new AdapterError('aborted');
    return now;
  }

  /** Asks for its code and says when it is there, which may be at once. */
  load(): void {
    if (this.now) this.#host.came();
    else if (!this.#isLoading && !this.#isDisposed) void this.#load();
  }

  /** Takes what the stream says. */
  accept(changes: readonly Change[]): void {
    const { now } = this;
    if (now) now.accept(changes);
    // What nobody can take is seen when everything is read again.
    else if (this.#hasFailed) this.#host.views.refresh();
    else if (this.#early.length + changes.length > MOST_EARLY) this.#early = [{ type: 'resync' }];
    else this.#early.push(...changes);
  }

  /** An answer is about to be taken: applied after that, what the stream said before it would overwrite it. */
  answered(): void {
    this.#isOutdated ||= this.#early.length > 0;
  }

  /** Nobody waits any more. */
  stop(): void {
    this.#callOff?.();
    this.#made?.poll(false);
  }

  dispose(): void {
    this.stop();
    this.#isDisposed = true;
    this.#early = [];
    this.#made?.dispose();
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    this.#callOff?.();
    try {
      await loadLater();
      if (!this.#isDisposed) this.#host.came();
    } catch (thrown) {
      this.#hasFailed = true;
      this.#host.failed(thrown);
      if (this.#host.isWanted()) this.#callOff = this.#host.clock.after(LOAD_AGAIN_MS, () => this.load());
    } finally {
      this.#isLoading = false;
    }
  }
}
