import { AdapterError } from '../../src/data/index.js';
import type { Progress } from './job.js';

interface StepsOptions {
  readonly total: number;
  readonly delayMs: number;
  /** Whether to end on cue once half is done. */
  readonly fails: boolean;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Counts the steps of one job, reports each, and is where a job can end early. */
export class Steps {
  readonly total: number;
  readonly #options: StepsOptions;
  readonly #began = performance.now();
  #step = 0;

  constructor(options: StepsOptions) {
    this.total = options.total;
    this.#options = options;
  }

  get done(): number {
    return this.#step;
  }

  /**
   * Says that a step is done; does nothing when it was before.
   * @throws AdapterError `aborted`, or `internal` where the cue asks for it.
   */
  async reach(step: number, preview?: Blob): Promise<void> {
    const { total, delayMs, fails, signal, report } = this.#options;
    if (step <= this.#step) return;
    this.#step = Math.min(step, total);
    const value = this.#step / total;
    const took = performance.now() - this.#began;
    report({
      value,
      step: this.#step,
      steps: total,
      etaMs: Math.round((took / this.#step) * (total - this.#step)),
      ...(preview && { preview }),
    });
    // Also without a pause: the message that aborts needs a turn to arrive in.
    await pause(delayMs);
    if (signal.aborted) throw new AdapterError('aborted', 'Cancelled between two steps');
    if (fails && value >= 0.4) throw new AdapterError('internal', 'Failed on cue', { retryable: true });
  }

  /** Runs work that tells its share of the whole, 0..1, through the steps it covers; `to` is reached in any case. */
  async run(work: Iterable<number>, to: number): Promise<void> {
    for (const share of work) {
      const step = Math.min(to, Math.floor(share * this.total));
      while (this.#step < step) await this.reach(this.#step + 1);
    }
    while (this.#step < to) await this.reach(this.#step + 1);
  }
}
