import { toFailure, type ItemResult } from '../../data/index.js';
import type { ErrorCode, Failure, Id } from '../../model/index.js';
import { isId, isRecord } from '../sanitize.js';

/** What an adapter said of one call of a batch. */
export interface Answer {
  readonly results: ReadonlyMap<Id, ItemResult>;
  /** Its own token to take the call back. */
  readonly token: string | null;
  /** How many rows of a query were done, where it says so instead of naming each. */
  readonly count?: number;
  /** Why the call as a whole failed. */
  readonly error?: Failure;
}

export const NO_ANSWER: Failure = { code: 'internal', message: 'The adapter gave no result for this id' };

const NO_COUNT: Failure = { code: 'internal', message: 'The adapter named no rows, and said no number' };

/** After these nobody knows what the backend has done. */
const UNSURE: ReadonlySet<ErrorCode> = new Set(['network', 'timeout', 'unavailable', 'conflict', 'internal']);
/** After these the next call would fare no better, or would have to wait as long for it. */
const FATAL: ReadonlySet<ErrorCode> = new Set([
  'unauthorized',
  'network',
  'timeout',
  'unavailable',
  'rate-limited',
  'quota',
  'unsupported',
  'aborted',
]);

export const isUnsure = ({ code }: Failure): boolean => UNSURE.has(code);
export const isFatal = ({ code }: Failure): boolean => FATAL.has(code);

function readResults(answer: unknown, take: (id: Id) => boolean, results: Map<Id, ItemResult>): Map<Id, ItemResult> {
  const given: unknown = isRecord(answer) ? answer['results'] : undefined;
  for (const result of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    if (!isRecord(result) || !isId(result['id']) || !take(result['id'])) continue;
    const { id, rev } = result;
    if (result['ok'] !== true) results.set(id, { id, ok: false, error: toFailure(result['error']) });
    else results.set(id, { id, ok: true, ...(typeof rev === 'number' && Number.isFinite(rev) && { rev }) });
  }
  return results;
}

const tokenOf = (answer: unknown): string | null => {
  const token: unknown = isRecord(answer) ? answer['undo'] : null;
  return isId(token) ? token : null;
};

/** One result per id that was asked for, whatever came back. */
export function readAnswer(ids: readonly Id[], answer: unknown): Answer {
  const results = new Map<Id, ItemResult>(ids.map((id) => [id, { id, ok: false, error: NO_ANSWER }]));
  return { results: readResults(answer, (id) => results.has(id), results), token: tokenOf(answer) };
}

/** What came back for a query: the rows it names, and how many there were. */
export function readQueryAnswer(answer: unknown): Answer {
  const count: unknown = isRecord(answer) ? answer['count'] : undefined;
  const results = readResults(answer, () => true, new Map());
  const isKnown = typeof count === 'number' && Number.isSafeInteger(count) && count >= 0;
  const isAnswer = isKnown || (isRecord(answer) && Array.isArray(answer['results']));
  if (!isAnswer) return { results, token: null, error: NO_COUNT };
  return { results, token: tokenOf(answer), ...(isKnown && { count }) };
}

/** The same failure for each id. */
export const allFailed = (ids: readonly Id[], error: Failure): Answer => ({
  results: new Map(ids.map((id) => [id, { id, ok: false, error }])),
  token: null,
  error,
});
