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
    Object.assign(this, failure, { code, message });
    this.name = 'AdapterError';
    this.code = code;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function codeOf(thrown: unknown): ErrorCode {
  const name = isObject(thrown) ? thrown['name'] : undefined;
  if (name === 'AbortError') return 'aborted';
  if (name === 'TimeoutError') return 'timeout';
  if (name === 'NetworkError') return 'network';
  if (name === 'QuotaExceededError') return 'quota';
  // What `fetch` rejects with when the network is gone.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return 'network';
  return 'internal';
}

const isField = (value: unknown): value is NonNullable<Failure['fields']>[number] =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';

const isModeration = (value: unknown): value is NonNullable<Failure['moderation']> =>
  isObject(value) && (value['stage'] === 'input' || value['stage'] === 'output');

/** Fields of a failure as far as they make sense; it may come from another copy of this package, or off the wire. */
function fieldsOf(thrown: Record<string, unknown>): Partial<Failure> {
  const { retryable, retryAfterMs, fields, moderation } = thrown;
  const userMessage = textOf(thrown['userMessage']);
  const requestId = textOf(thrown['requestId']);
  const providerCode = textOf(thrown['providerCode']);
  return {
    ...(userMessage !== undefined && { userMessage }),
    ...(typeof retryable === 'boolean' && { retryable }),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 && { retryAfterMs }),
    ...(Array.isArray(fields) && { fields: fields.filter(isField) }),
    ...(isModeration(moderation) && { moderation }),
    ...(requestId !== undefined && { requestId }),
    ...(providerCode !== undefined && { providerCode }),
  };
}

const UNKNOWN: Failure = { code: 'internal', message: 'unknown error' };

/** Makes plain failure data of anything that can be thrown; never throws itself. */
export function toFailure(thrown: unknown): Failure {
  try {
    if (typeof thrown === 'string') return { ...UNKNOWN, message: textOf(thrown) ?? UNKNOWN.message };
    if (!isObject(thrown)) return UNKNOWN;
    const { code } = thrown;
    const message = textOf(thrown['message']);
    // Known by its code, whatever class it is of: two copies of this package may meet.
    if (isErrorCode(code)) return { code, message: message ?? code, ...fieldsOf(thrown) };
    return { code: codeOf(thrown), message: message ?? UNKNOWN.message };
  } catch {
    // Getters and proxies can throw.
    return UNKNOWN;
  }
}

/** Whether something thrown only says that our own signal aborted. */
export const isAbort = (thrown: unknown): boolean => toFailure(thrown).code === 'aborted';
