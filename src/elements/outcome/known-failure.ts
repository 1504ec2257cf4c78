import { isErrorCode, type Failure } from '../../model/index.js';

/** A failure as it came from a backend, with a code that has a text. */
export const knownFailure = (failure: Failure | undefined): Failure =>
  failure && isErrorCode(failure.code) ? failure : { ...failure, code: 'internal', message: '' };
