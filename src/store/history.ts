import type { Id } from '../model/index.js';
import type { UndoOutcome } from './commands/outcome.js';
import { Observable } from './observable.js';
import type { StoreCore } from './store-core.js';

/** What is remembered. */
const MOST_STEPS = 100;

/** What a command did. */
export type HistoryAction =
  | 'archive'
  | 'unarchive'
  | 'move'
  | 'projects'
  | 'rename'
  | 'star'
  | 'unstar'
  | 'rate'
  | 'flag'
  | 'tag'
  | 'note'
  | 'annotate';

/** A command that can be taken back, or done again. */
export interface HistoryEntry {
  readonly what: HistoryAction;
  readonly on: 'iteration' | 'session';
  /** How many rows it changed. */
  readonly count: number;
  /** These, as far as the adapter names them. */
  readonly ids: readonly Id[];
}

/** What can be taken back and done again. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What would be taken back next. */
  readonly undo: HistoryEntry | null;
  /** What would be done again next. */
  readonly redo: HistoryEntry | null;
}

/** What came of a step. */
export interface StepRun {
  readonly outcome: UndoOutcome;
  /** Takes it back again. */
  readonly reverse?: Step | undefined;
  /** What could not be done now, but may be later. */
  readonly rest?: Step | undefined;
}

/** One step back, or forward again. */
export interface Step {
  readonly entry: HistoryEntry;
  run(): Promise<StepRun>;
}

/** Whether what would be taken back, or done again, is what is wanted. */
type Wants = (entry: HistoryEntry) => boolean;

const NOTHING: UndoOutcome = { done: [], failed: [], left: [] };

/** What was done on a store, to take it back and do it again: the last hundred commands. */
export class History {
  readonly #state: Observable<HistoryState>;
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #turn: Promise<unknown> | undefined;
  /** The command that was begun last, where it is still under way: whether it has left anything to take back. */
  #newest: Promise<boolean> | undefined;
  /** What is left of steps that were taken in part. */
  readonly #rests = new WeakMap<Step, Step>();
  #pushes = 0;

  constructor(core: Pick<StoreCore, 'changed'>) {
    const nothing = { canUndo: false, canRedo: false, undo: null, redo: null };
    this.#state = new Observable<HistoryState>(nothing, () => core.changed());
  }

  /** What can be taken back and done again now. */
  get state(): Pick<Observable<HistoryState>, 'value' | 'subscribe'> {
    return this.#state;
  }

  /** Resolves when what is under way is through; absent where nothing is. */
  get underWay(): Promise<unknown> | undefined {
    const all = [...(this.#turn ? [this.#turn] : []), ...this.#running];
    return all.length > 0 ? Promise.all(all) : undefined;
  }

  /**
   * Takes the last command back, except from rows that somebody has changed since; after those that are under way. Where the last
   * one fails, that is not the one before it.
   * @param wants asked just before; where it says no, nothing is done.
   * @returns `null` where there is nothing to take back.
   */
  undo(wants?: Wants): Promise<UndoOutcome | null> {
    const newest = this.#newest;
    if (!newest) return this.#inTurn(() => this.#last(this.#done, this.#undone, wants));
    return this.#inTurn(async () => ((await newest) ? this.#last(this.#done, this.#undone, wants) : null));
  }

  /**
   * Does again what was taken back last.
   * @param wants asked just before; where it says no, nothing is done.
   * @returns `null` where there is nothing.
   */
  redo(wants?: Wants): Promise<UndoOutcome | null> {
    return this.#inTurn(() => this.#last(this.#undone, this.#done, wants));
  }

  /** @internal Takes back one command, or what is left of it, wherever it stands; nothing where that has been done. */
  takeBack(step: Step): Promise<UndoOutcome> {
    return this.#inTurn(() => {
      let left: Step = step;
      for (let rest = this.#rests.get(left); rest; rest = this.#rests.get(left)) left = rest;
      return this.#done.includes(left) ? this.#run(left, this.#done, this.#undone) : Promise.resolve(NOTHING);
    });
  }

  /** @internal A command has been carried out: what was taken back before it cannot be done again. */
  push(step: Step): void {
    this.#pushes++;
    this.#done.push(step);
    if (this.#done.length > MOST_STEPS) this.#done.shift();
    this.#undone.length = 0;
    this.#tell();
  }

  /**
   * @internal A command is under way: what comes after it waits for it.
   * @param leaves whether it has left something to take back.
   */
  track<T>(command: Promise<T>, leaves: (outcome: T) => boolean): Promise<T> {
    const newest = command.then(leaves, () => false);
    this.#newest = newest;
    const done = (): void => {
      this.#running.delete(running);
      if (this.#newest === newest) this.#newest = undefined;
    };
    const running = command.then(done, done);
    this.#running.add(running);
    return command;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    // At once where nothing is under way, so that what it changes shows in this very task.
    const turn = this.underWay?.then(work) ?? work();
    const end = (): void => {
      if (this.#turn === settled) this.#turn = undefined;
    };
    const settled: Promise<void> = turn.then(end, end);
    this.#turn = settled;
    return turn;
  }

  #last(from: Step[], to: Step[], wants: Wants = () => true): Promise<UndoOutcome | null> {
    const step = from.at(-1);
    return step && wants(step.entry) ? this.#run(step, from, to) : Promise.resolve(null);
  }

  async #run(step: Step, from: Step[], to: Step[]): Promise<UndoOutcome> {
    const at = from.indexOf(step);
    from.splice(at, 1);
    const pushes = this.#pushes;
    this.#tell();
    const { outcome, reverse, rest } = await step.run();
    // What has not been done at all is left as the same step.
    if (rest && rest !== step) this.#rests.set(step, rest);
    const isOld = pushes !== this.#pushes;
    // What was taken back before a new command is not done again after it.
    if (rest && !(isOld && from === this.#undone)) from.splice(Math.min(at, from.length), 0, rest);
    if (reverse && !(isOld && to === this.#undone)) to.push(reverse);
    if (to.length > MOST_STEPS) to.shift();
    this.#tell();
    return outcome;
  }

  #tell(): void {
    const [undo, redo] = [this.#done.at(-1)?.entry ?? null, this.#undone.at(-1)?.entry ?? null];
    this.#state.patch({ canUndo: undo !== null, canRedo: redo !== null, undo, redo });
  }
}

const histories = new WeakMap<StoreCore, History>();

/** @internal */
export function historyOfCore(core: StoreCore): History {
  const known = histories.get(core);
  if (known) return known;
  const history = new History(core);
  histories.set(core, history);
  return history;
}

/** What was done on a store; kept from the first time on that a command is carried out, or this is asked for. */
export const historyOf = ({ core }: { readonly core: StoreCore }): History => historyOfCore(core);
