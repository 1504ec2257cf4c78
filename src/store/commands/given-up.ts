import type { ErrorCode } from '../../model/index.js';
import type { Failed } from './outcome.js';

const FINAL: ReadonlySet<ErrorCode> = new Set(['not-found', 'forbidden', 'invalid', 'unsupported']);

/** Whether a row that could not be taken back stays as it is. */
export const isGivenUp = ({ error }: Failed): boolean => FINAL.has(error.code);
