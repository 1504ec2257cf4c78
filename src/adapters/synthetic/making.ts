import { AdapterError, type Call } from '../../data/index.js';
import { Pace } from '../../internal/in-slices.js';

interface Job {
  readonly calls: Call[];
  readonly make: () => Blob;
  readonly done: (file: Blob) => void;
  readonly failed: (error: unknown) => void;
}

/** Makes files one after another: those first that a person waits for, and none that nobody waits for any more. */
export class Making {
  readonly #jobs = new Map<string, Job>();
  readonly #pace = new Pace();
  #isBusy = false;

  /** Somebody else waits for a file too; nothing where it is not in the queue. */
  join(key: string, call: Call): void {
    this.#jobs.get(key)?.calls.push(call);
  }

  /** @throws AdapterError `aborted` when its turn comes and nobody waits for it any more. */
  add(key: string, call: Call, make: () => Blob): Promise<Blob> {
    const file = new Promise<Blob>((done, failed) => this.#jobs.set(key, { calls: [call], make, done, failed }));
    if (!this.#isBusy) void this.#work();
    return file;
  }

  /** A page asks for dozens at once, and has its turn in between. */
  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#jobs.size > 0) {
      await this.#pace.rest();
      const [key, job] = this.#next() ?? [];
      if (key === undefined || !job) continue;
      this.#jobs.delete(key);
      try {
        job.done(job.make());
      } catch (error) {
        job.failed(error);
      }
    }
    this.#isBusy = false;
  }

  #next(): readonly [key: string, job: Job] | undefined {
    let first: readonly [string, Job] | undefined;
    for (const entry of this.#jobs) {
      const [key, { calls, failed }] = entry;
      const waiting = calls.filter(({ signal }) => !signal.aborted);
      if (waiting.some(({ priority }) => priority !== 'prefetch')) return entry;
      if (waiting.length > 0) first ??= entry;
      else {
        this.#jobs.delete(key);
        failed(new AdapterError('aborted', 'Nobody waits for it any more'));
      }
    }
    return first;
  }
}
