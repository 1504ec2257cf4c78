import type { Iteration } from '../../model/index.js';
import type { BatchOptions, BatchOutcome, Failed, ImaginationsStore, Target, UndoOutcome } from '../../store/index.js';
import { mayRetry, type Came } from '../outcome/came-of.js';
import type { OutcomeVerb } from '../outcome/outcome-verb.js';

/** What is done to many iterations. */
export type BatchVerb = Exclude<OutcomeVerb, 'undo' | 'redo'>;

/** What of a row is set: the next command that sets the same takes the place of the one before. */
export const SETS: Readonly<Partial<Record<OutcomeVerb, keyof Iteration>>> = {
  archive: 'archivedAt',
  unarchive: 'archivedAt',
  star: 'starred',
  unstar: 'starred',
  rate: 'rating',
  flag: 'flag',
  move: 'sessionId',
};

/** Does what failed once more. */
export type Again = (failed: readonly Failed[]) => Promise<void>;

/** Does it to one target; nothing where the host did not want that. */
export type BatchCommand = (target: Target, options: BatchOptions) => Promise<BatchOutcome | undefined>;

/** A batch of more rows than this shows how far it is at once, ... */
const MANY = 500;
/** ... and any that is still under way after this long, in ms. */
const SLOW_MS = 1000;

/** A batch under way. */
export interface RunningBatch {
  readonly verb: BatchVerb;
  readonly done: number;
  /** `null`: nobody has counted what a query stands for. */
  readonly total: number | null;
  /** How many have been found of what has to be read before anything is done; nothing once something is done. */
  readonly found: number | undefined;
  /** It is sent in portions, and so tells how far it is; a query that goes as one call only ends. */
  readonly isPortioned: boolean;
  /** Ends it before its next portion; absent where it is one call, which cannot be taken back on its way. */
  readonly stop: (() => void) | undefined;
}

/** What a batch, or taking one back, left behind that a person must know. */
export interface BatchNote extends Came {
  /** By what it is told from the others, also when some of it is no more so. */
  readonly key: object;
  readonly verb: BatchVerb | 'undo';
  /** How many there were, where a person has ended it before that. */
  readonly stoppedOf: number | null | undefined;
  readonly undo: (() => Promise<readonly UndoOutcome[]>) | undefined;
  readonly retry: (() => Promise<void>) | undefined;
}

/** What a batch came to. */
export type BatchEnd = Omit<BatchNote, 'key' | 'verb' | 'retry' | 'stoppedOf'> & {
  readonly isStopped: boolean;
};

/** A batch as its owner sees it. */
class BatchRun {
  readonly verb: BatchVerb;
  readonly targets: readonly Target[];
  readonly #changed: () => void;
  readonly #end = new AbortController();
  #before = 0;
  #done = 0;
  #found: number | undefined;
  #total: number | null;
  #isPortioned: boolean;
  #isSlow = false;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(verb: BatchVerb, total: number | null, targets: readonly Target[], changed: () => void) {
    this.verb = verb;
    this.targets = targets;
    this.#total = total;
    // Otherwise it cannot be stopped in between.
    this.#isPortioned = targets.every((target) => 'ids' in target);
    this.#changed = changed;
    this.#timer = setTimeout(() => {
      this.#isSlow = true;
      changed();
    }, SLOW_MS);
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
        this.#found = undefined;
        this.#done = this.#before + done;
        this.#total = Math.max(this.#total ?? 0, this.#before + total);
        this.#changed();
      },
      finds: (count) => {
        this.#isPortioned = true;
        this.#found = count;
        this.#changed();
      },
    };
  }

  /** A target of the batch is through. */
  next(done: number): void {
    this.#before += done;
    this.#done = this.#before;
  }

  /** It is over. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /** What a person is shown of it; nothing where it is over in a moment. */
  get shown(): RunningBatch | undefined {
    const total = this.#total;
    if (total !== null && total <= MANY && !this.#isSlow) return undefined;
    const stop = (): void => {
      this.#end.abort();
      this.#changed();
    };
    const canStop = this.#isPortioned && !this.signal.aborted;
    const isPortioned = this.#isPortioned;
    return {
      verb: this.verb,
      done: this.#done,
      total,
      found: this.#found,
      isPortioned,
      stop: canStop ? stop : undefined,
    };
  }
}

/**
 * The batches of a store that are under way, and what those before left: kept beside the store, for an element may leave the page
 * and come back before they end.
 */
export class BatchRuns {
  readonly #runs = new Set<BatchRun>();
  readonly #listeners = new Set<() => void>();
  /** What batches have worked on. */
  readonly #targets = new WeakSet<Target>();
  readonly #again = new WeakMap<object, Again>();
  #notes: readonly BatchNote[] = [];

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

  /** The newest is the last. */
  get notes(): readonly BatchNote[] {
    return this.#notes;
  }

  /** @param total rows, as far as that is known. */
  begin(verb: BatchVerb, total: number | null, targets: readonly Target[]): BatchRun {
    for (const target of targets) this.#targets.add(target);
    this.#drop(verb, targets);
    const tell = (): void => {
      if (run.shown) this.#tell();
    };
    const run = new BatchRun(verb, total, targets, tell);
    this.#runs.add(run);
    tell();
    return run;
  }

  /** @param again does again what was not done. */
  end(run: BatchRun, end: BatchEnd | undefined, again: Again): void {
    run.end();
    this.#runs.delete(run);
    // What ended before it may have begun before it.
    if (end) this.#drop(run.verb, run.targets);
    if (end && (end.failed.length > 0 || end.error || end.isStopped)) {
      const { verb, total } = run;
      const stoppedOf = end.isStopped ? total : undefined;
      this.#again.set(run, again);
      this.#notes = [...this.#notes, this.#retried({ ...end, key: run, verb, stoppedOf, retry: undefined })];
    }
    this.#tell();
  }

  /** Something more is to be known. */
  leave(note: BatchNote): void {
    this.#notes = [...this.#notes, note];
    this.#tell();
  }

  /** A note has been read. */
  dismiss({ key }: Pick<BatchNote, 'key'>): void {
    this.#notes = this.#notes.filter((note) => note.key !== key);
    this.#tell();
  }

  /** What is done anew is no more what was not done. */
  #drop(verb: BatchVerb, targets: readonly Target[]): void {
    const isAll = targets.some((target) => 'query' in target);
    const ids = new Set(targets.flatMap((target) => ('query' in target ? [] : 'ids' in target ? target.ids : target)));
    const notes = this.#notes.flatMap((note) => {
      // What is left to be taken back spares by itself what has changed since.
      if (note.verb === 'undo' || !SETS[verb] || SETS[verb] !== SETS[note.verb]) return note;
      const failed = isAll ? [] : note.failed.filter(({ id }) => !ids.has(id));
      const error = isAll ? undefined : note.error;
      if (failed.length === note.failed.length && error === note.error) return note;
      const isLeft = failed.length > 0 || error !== undefined || note.stoppedOf !== undefined;
      return isLeft ? this.#retried({ ...note, failed, error }) : [];
    });
    if (notes.every((note, at) => note === this.#notes[at]) && notes.length === this.#notes.length) return;
    this.#notes = notes;
    this.#tell();
  }

  #retried(note: BatchNote): BatchNote {
    const retry = (): Promise<void> => {
      this.dismiss(note);
      return this.#again.get(note.key)?.(note.failed) ?? Promise.resolve();
    };
    return { ...note, retry: mayRetry(note) || note.error ? retry : undefined };
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
