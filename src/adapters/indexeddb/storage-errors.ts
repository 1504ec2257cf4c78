import { AdapterError } from '../../data/index.js';

const nameOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '';

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Whether the connection has died, while the database may be well. */
export const isDeadConnection = (thrown: unknown): boolean =>
  ['InvalidStateError', 'UnknownError', 'AbortError', 'NotFoundError'].includes(nameOf(thrown));

/** The database cannot be reached. */
export const unavailable = (
  message: string,
  providerCode: string,
  userMessage: string,
  cause?: unknown,
): AdapterError => new AdapterError('unavailable', message, { retryable: true, providerCode, userMessage, cause });

/** What IndexedDB throws, in the words of the contract. */
export function toAdapterError(thrown: unknown): unknown {
  const name = nameOf(thrown);
  const text = textOf(thrown);
  if (thrown instanceof AdapterError) return thrown;
  switch (name) {
    case 'QuotaExceededError':
      return new AdapterError('quota', `The browser has no room left: ${text}`, { retryable: false, cause: thrown });
    case 'VersionError':
      return unavailable(
        'A newer version of this page has upgraded the database',
        'version',
        'A newer version is open in another tab. Reload this page.',
        thrown,
      );
    case 'SecurityError':
    case 'InvalidAccessError':
    case 'InvalidStateError':
    case 'UnknownError':
    case 'AbortError':
    case 'NotFoundError':
    case 'ReferenceError':
      return unavailable(`IndexedDB: ${text}`, 'denied', 'This browser does not let this page store anything.', thrown);
    default:
      return thrown;
  }
}
