import { isErrorCode, type ErrorCode, type Failure } from '../model/index.js';

/** What an adapter throws: an `Error` that is a {@link Failure} too. */
export class AdapterError extends Error implements Failure {
  readonly code: ErrorCode;
  declare readonly userMessage?: string;
  declare readonly retryable?: boolean;
  declare readonly retryAfterMs?: number;
  declare readonly fields?: NonNullable<Failure['fields']>;
  declare readonly moderation?: NonNullable<Failure['moderation']>;
  declare readonly requestId?: string;
  declare readonly providerCode?: string;

  /**
   * @param code what kind of failure it is.
   * @param message for developers; defaults to the code.
   * @param more further fields of the failure, and the `cause`.
   */
  constructor(code: ErrorCode, message: string = code, more: Partial<Failure> & { cause?: unknown } = {}) {
    const { cause, ...failure } = more;
    super(message, { cause });
    this.name = 'AdapterError';
    Object.assign(this, failure);
    this.code = code;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a value carries a known error code, whatever class it is of (two copies of this package may meet). */
const isFailure = (value: unknown): value is Failure => isObject(value) && isErrorCode(value['code']);

const textOf = (value: unknown): string => {
  try {
    return isObject(value) && typeof value['message'] === 'string' ? value['message'] : String(value);
  } catch {
    return 'unknown error';
  }
};

function codeOf(thrown: unknown): ErrorCode {
  const name = isObject(thrown) && typeof thrown['name'] === 'string' ? thrown['name'] : '';
  if (name === 'AbortError') return 'aborted';
  if (name === 'TimeoutError') return 'timeout';
  if (name === 'QuotaExceededError') return 'quota';
  // What `fetch` rejects with when the network is gone.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return 'network';
  return 'internal';
}

/** Makes plain failure data of anything that can be thrown; never throws itself. */
export function toFailure(thrown: unknown): Failure {
  if (!isFailure(thrown)) return { code: codeOf(thrown), message: textOf(thrown) };
  const { code, userMessage, retryable, retryAfterMs, fields, moderation, requestId, providerCode } = thrown;
  return {
    code,
    message: textOf(thrown),
    ...(userMessage !== undefined && { userMessage }),
    ...(retryable !== undefined && { retryable }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(fields !== undefined && { fields }),
    ...(moderation !== undefined && { moderation }),
    ...(requestId !== undefined && { requestId }),
    ...(providerCode !== undefined && { providerCode }),
  };
}

/** Whether something thrown only says that our own signal aborted. */
export const isAbort = (thrown: unknown): boolean => toFailure(thrown).code === 'aborted';
