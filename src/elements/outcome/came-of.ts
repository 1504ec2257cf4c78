import type { Failure } from '../../model/index.js';
import { isGivenUp } from '../../store/commands/given-up.js';
import type { BatchOutcome, Failed, UndoOutcome } from '../../store/index.js';

/** What came of something that was done to several, in numbers. */
export interface Came {
  /** How many rows were done. */
  readonly done: number;
  readonly failed: readonly Failed[];
  /** How many were left alone, for somebody has changed them since. */
  readonly left: number;
  /** Why it ended, where the rows that it did not come to cannot be named. */
  readonly error: Failure | undefined;
}

/** What came of several commands, as one. */
export function cameOf(...outcomes: readonly (BatchOutcome & Partial<Pick<UndoOutcome, 'left'>>)[]): Came {
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  return {
    done: outcomes.reduce((sum, { count, done }) => sum + (count ?? done.length), 0),
    failed,
    left: outcomes.reduce((sum, { left = [] }) => sum + left.length, 0),
    // Where its rows have names, it is said of them.
    error: outcomes.find((one) => one.error && !one.failed.some(({ error }) => error.code === one.error?.code))?.error,
  };
}

/** Whether all of it was done. */
export const isWhole = ({ failed, left, error }: Came): boolean =>
  failed.length === 0 && left === 0 && error === undefined;

/** Whether trying again may help. */
export const mayRetry = ({ failed }: Pick<Came, 'failed'>): boolean =>
  failed.some(({ error }) => error.retryable !== false);

/** Whether more of a step may be taken: what cannot be taken back is not remembered. */
export const mayStepAgain = ({ failed, error }: Pick<Came, 'failed' | 'error'>): boolean =>
  failed.some((one) => !isGivenUp(one)) || (error !== undefined && error.code !== 'not-found');
