import { isAbort, type GenerationState, type ImaginationsAdapter } from '../data/index.js';
import type { Id } from '../model/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';

/** The pause between polls grows to this, in ms. */
const LONGEST_MS = 15_000;
const GROWTH = 1.5;
/** How soon a page that comes back to the front is noticed, in ms. */
const HIDDEN_CHECK_MS = 2000;

/** What a poll needs. */
export interface PollSource {
  /** Generations that are not final. */
  active(): readonly Id[];
  accept(states: readonly (GenerationState | null)[], ids: readonly Id[]): void;
  isHidden(): boolean;
  /** First pause in ms. */
  pollMs(): number;
}

/** Follows running generations of an adapter that cannot tell by itself: one call for all, rarer as they take longer. */
export class GenerationPoll {
  readonly #adapter: ImaginationsAdapter;
  readonly #source: PollSource;
  readonly #caller: Caller;
  readonly #clock: Clock;
  #callOff: (() => void) | undefined;
  #pause = 0;
  #on = false;

  constructor(adapter: ImaginationsAdapter, source: PollSource, caller: Caller, clock: Clock) {
    this.#adapter = adapter;
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
  }

  /** Starts following; safe to call again: a new generation makes polls frequent again. */
  start(): void {
    this.#on = true;
    this.#pause = this.#source.pollMs();
    this.#schedule(this.#pause);
  }

  stop(): void {
    this.#on = false;
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #schedule(ms: number): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (!this.#on || !this.#adapter.generate || this.#source.active().length === 0) return;
    this.#callOff = this.#clock.after(ms, () => void this.#poll());
  }

  async #poll(): Promise<void> {
    this.#callOff = undefined;
    if (this.#source.isHidden()) return this.#schedule(HIDDEN_CHECK_MS);
    const ids = this.#source.active();
    const { generate } = this.#adapter;
    if (ids.length === 0 || !generate) return;
    try {
      const states: unknown = await this.#caller.read((call) => generate.get(ids, call), { retries: 0 });
      if (Array.isArray(states)) this.#source.accept(states as readonly (GenerationState | null)[], ids);
    } catch (thrown) {
      // The next poll is the retry.
      if (isAbort(thrown)) return;
    }
    this.#pause = Math.min(LONGEST_MS, this.#pause * GROWTH);
    this.#schedule(this.#pause);
  }
}
