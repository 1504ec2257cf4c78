import { toFailure, type ImaginationsAdapter } from '../../data/index.js';
import type { Id } from '../../model/index.js';
import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';

/** The pause between polls grows to this, in ms. */
const LONGEST_MS = 15_000;
const GROWTH = 1.5;
/** How soon a page that comes back to the front is noticed, in ms. */
const HIDDEN_CHECK_MS = 2000;
/** Longest time that is waited because the backend said so, in ms. */
const LONGEST_WAIT_MS = 3_600_000;

/** What a poll needs. */
export interface PollSource {
  /** Generations that are not final. */
  active(): readonly Id[];
  /** Takes the states of generations in the order of their ids. */
  accept(states: readonly unknown[], ids: readonly Id[]): void;
  isHidden(): boolean;
  /** First pause in ms. */
  pollMs(): number;
}

/** Follows running generations of an adapter that does not tell by itself: one call for all, rarer as they take longer. */
export class GenerationPoll {
  readonly #adapter: ImaginationsAdapter;
  readonly #source: PollSource;
  readonly #caller: Caller;
  readonly #clock: Clock;
  #callOff: (() => void) | undefined;
  #pause = 0;
  #isOn = false;
  #isAsking = false;

  constructor(adapter: ImaginationsAdapter, source: PollSource, caller: Caller, clock: Clock) {
    this.#adapter = adapter;
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
  }

  /** Starts following, unless that has been done. */
  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.wake();
  }

  /** There is something new to follow: polls are frequent again. */
  wake(): void {
    this.#pause = this.#source.pollMs();
    this.#schedule(this.#pause);
  }

  stop(): void {
    this.#isOn = false;
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #schedule(ms: number): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (!this.#isOn || this.#isAsking || !this.#adapter.generate || this.#source.active().length === 0) return;
    this.#callOff = this.#clock.after(ms, () => void this.#poll());
  }

  async #poll(): Promise<void> {
    this.#callOff = undefined;
    if (this.#source.isHidden()) {
      this.#schedule(HIDDEN_CHECK_MS);
      return;
    }
    const ids = this.#source.active();
    const { generate } = this.#adapter;
    if (ids.length === 0 || !generate) return;
    let wait = 0;
    this.#pause = Math.min(LONGEST_MS, this.#pause * GROWTH);
    this.#isAsking = true;
    try {
      const states: unknown = await this.#caller.read((call) => generate.get(ids, call), { retries: 0 });
      if (this.#isOn && Array.isArray(states)) this.#source.accept(states, ids);
    } catch (thrown) {
      // The next poll is the retry.
      wait = Math.min(LONGEST_WAIT_MS, toFailure(thrown).retryAfterMs ?? 0);
    }
    this.#isAsking = false;
    this.#schedule(Math.max(this.#pause, wait));
  }
}
