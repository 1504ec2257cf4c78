import type { Selection } from '../../data/index.js';
import type { Failure, Id } from '../../model/index.js';

/** What a command works on: ids, or what a query matches. */
export type Target = readonly Id[] | Selection;

/** How a command is followed and stopped. */
export interface BatchOptions {
  /** Stops before the next call of the adapter: what was done stays done, the rest fails with `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each call of the adapter. */
  progress?(done: number, total: number): void;
  /** Called on the way of a query that has to be read before anything is done: how many rows have been found. */
  finds?(count: number): void;
}

/** A row that was not changed, and why. */
export interface Failed {
  readonly id: Id;
  readonly error: Failure;
}

/** What became of a batch; never rejects, for some of it may have worked. */
export interface BatchOutcome {
  /** The rows that were done, as far as the adapter names them. */
  readonly done: readonly Id[];
  readonly failed: readonly Failed[];
  /** How many rows were done: more than `done` names where an adapter did a query in one go. Default as many. */
  readonly count?: number;
  /** Why it ended, where the rows that it did not come to cannot be named: of a query. */
  readonly error?: Failure;
  /** The session that was made for the rows. */
  readonly made?: Id;
  /** Takes back what was done; absent where nothing can be. */
  readonly undo?: () => Promise<UndoOutcome>;
}

/** What became of taking something back, or doing it again. */
export interface UndoOutcome extends BatchOutcome {
  /** Rows that were left alone, for somebody has changed them since. */
  readonly left: readonly Id[];
}

/** A command that has not begun. */
export const notDone = (target: Target, error: Failure): BatchOutcome => {
  const ids = 'query' in target ? [] : 'ids' in target ? target.ids : target;
  return { done: [], failed: ids.map((id) => ({ id, error })), count: 0, error };
};
