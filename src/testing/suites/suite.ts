import type { BatchResult } from '../../data/index.js';
import type { Id } from '../../model/index.js';
import { same } from '../check.js';
import type { SuiteLetter } from '../conformance-options.js';
import type { Trial } from '../trial.js';

/** One rule of the contract. */
export interface Check {
  readonly number: number;
  readonly title: string;
  /** Whether the adapter offers what the rule is about. Default: always. */
  readonly needs?: (trial: Trial) => boolean;
  readonly run: (trial: Trial) => Promise<void>;
}

export interface Suite {
  readonly letter: SuiteLetter;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Whether writes may be tried and these are offered. */
export const canWrite =
  (...methods: readonly ('archive' | 'reassign' | 'annotate' | 'remove' | 'updateSession' | 'undo')[]) =>
  ({ adapter, options }: Trial): boolean =>
    options.has?.writes !== false && methods.every((method) => adapter[method] !== undefined);

export const canGenerate = ({ adapter, options }: Trial): boolean =>
  options.has?.writes !== false && adapter.generate !== undefined;

export const canSeed = ({ options }: Trial): boolean => options.seed !== undefined;

/** All of some needs. */
export const all =
  (...needs: readonly ((trial: Trial) => boolean)[]) =>
  (trial: Trial): boolean =>
    needs.every((need) => need(trial));

/** An id that nobody has. */
export const UNKNOWN = 'no-such-id';

/** One result for each id: done, or `not-found`. */
export function checkResults({ results }: BatchResult, ok: readonly Id[], failed: readonly Id[] = []): void {
  same(results.map(({ id }) => id).sort(), [...ok, ...failed].sort(), 'one result per id');
  for (const result of results) {
    const wanted = ok.includes(result.id);
    same(result.ok, wanted, `ok of ${result.id}`);
    if (!result.ok) same(result.error.code, 'not-found', `the error of ${result.id}`);
  }
}
