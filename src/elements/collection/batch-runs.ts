import type { Failure, Id } from '../../model/index.js';
import type { BatchOptions, BatchOutcome, Failed, ImaginationsStore, Target, UndoOutcome } from '../../store/index.js';

/** What is done to many iterations. */
export type BatchVerb = 'archive' | 'unarchive' | 'star' | 'unstar' | 'move' | 'projects' | 'other';

/** Does it to one target; nothing where the host did not want that. */
export type BatchCommand = (target: Target, options: BatchOptions) => Promise<BatchOutcome | undefined>;

/** A batch of more rows than this shows how far it is. */
const MANY = 500;

/** A batch under way. */
export interface RunningBatch {
  readonly verb: BatchVerb;
  readonly done: number;
  /** `null`: nobody has counted what a query stands for. */
  readonly total: number | null;
  /** It is sent in portions, and so tells how far it is; a query that goes as one call only ends. */
  readonly isPortioned: boolean;
  /** Ends it before its next portion; absent where it is one call, which cannot be taken back on its way. */
  readonly stop: (() => void) | undefined;
}

/** What a batch left behind that a person must know. */
export interface BatchNote {
  readonly verb: BatchVerb;
  /** How many rows were done. */
  readonly done: number;
  readonly failed: readonly Failed[];
  /** Why it ended, where the rows that it did not come to cannot be named. */
  readonly error: Failure | undefined;
  /** How many there were, where a person has ended it before that. */
  readonly stoppedOf: number | null | undefined;
  readonly undo: (() => Promise<readonly UndoOutcome[]>) | undefined;
  readonly retry: (() => Promise<void>) | undefined;
}

/** What a batch came to. */
export type BatchEnd = Omit<BatchNote, 'verb' | 'retry' | 'stoppedOf'> & {
  readonly isStopped: boolean;
};

/** A batch as its owner sees it. */
class BatchRun {
  readonly verb: BatchVerb;
  readonly #changed: () => void;
  readonly #end = new AbortController();
  #before = 0;
  #done = 0;
  #total: number | null;
  #isPortioned: boolean;

  constructor(verb: BatchVerb, total: number | null, isPortioned: boolean, changed: () => void) {
    this.verb = verb;
    this.#total = total;
    this.#isPortioned = isPortioned;
    this.#changed = changed;
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get total(): number | null {
    return this.#total;
  }

  /** What a command is followed and stopped by. */
  get options(): BatchOptions {
    return {
      signal: this.signal,
      progress: (done, total) => {
        this.#isPortioned = true;
        this.#done = this.#before + done;
        this.#total = Math.max(this.#total ?? 0, this.#before + total);
        this.#changed();
      },
    };
  }

  /** A target of the batch is through. */
  next(done: number): void {
    this.#before += done;
    this.#done = this.#before;
  }

  /** What a person is shown of it; nothing where it is over in a moment. */
  get shown(): RunningBatch | undefined {
    const total = this.#total;
    if (total !== null && total <= MANY) return undefined;
    const stop = (): void => {
      this.#end.abort();
      this.#changed();
    };
    const canStop = this.#isPortioned && !this.signal.aborted;
    const isPortioned = this.#isPortioned;
    return { verb: this.verb, done: this.#done, total, isPortioned, stop: canStop ? stop : undefined };
  }
}

/**
 * The batches of a store that are under way, and what the last ones left: kept beside the store, for an element may leave the page
 * and come back before they end.
 */
export class BatchRuns {
  readonly #runs = new Set<BatchRun>();
  readonly #listeners = new Set<() => void>();
  /** What batches have worked on. */
  readonly #targets = new WeakSet<Target>();
  #note: BatchNote | undefined;

  /** Calls back after each change until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether a note will say what did not work of a command: it is one of a batch, and some element shows notes. */
  tells(target: Target): boolean {
    return this.#listeners.size > 0 && this.#targets.has(target);
  }

  /** The first that takes a while: the others wait for it. */
  get running(): RunningBatch | undefined {
    for (const run of this.#runs) if (run.shown) return run.shown;
    return undefined;
  }

  get note(): BatchNote | undefined {
    return this.#note;
  }

  /**
   * @param total rows, as far as that is known.
   */
  begin(verb: BatchVerb, total: number | null, targets: readonly Target[]): BatchRun {
    for (const target of targets) this.#targets.add(target);
    // Otherwise it cannot be stopped in between.
    const isPortioned = targets.every((target) => 'ids' in target);
    const tell = (): void => {
      if (run.shown) this.#tell();
    };
    const run = new BatchRun(verb, total, isPortioned, tell);
    this.#runs.add(run);
    tell();
    return run;
  }

  end(run: BatchRun, end: BatchEnd | undefined, retry: ((ids: readonly Id[]) => Promise<void>) | undefined): void {
    this.#runs.delete(run);
    if (end && (end.failed.length > 0 || end.error || end.isStopped)) {
      const { verb, total } = run;
      const ids = end.failed.map(({ id }) => id);
      const isHopeless = ids.length > 0 && end.failed.every(({ error }) => error.retryable === false);
      this.#note = {
        ...end,
        verb,
        stoppedOf: end.isStopped ? total : undefined,
        retry: retry && !isHopeless && (ids.length > 0 || end.error) ? () => retry(ids) : undefined,
      };
    }
    this.#tell();
  }

  /** The note has been read. */
  dismiss(): void {
    this.#note = undefined;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const known = new WeakMap<ImaginationsStore, BatchRuns>();

/** The batches of a store. */
export function batchRunsOf(store: ImaginationsStore): BatchRuns {
  const runs = known.get(store) ?? new BatchRuns();
  known.set(store, runs);
  return runs;
}
