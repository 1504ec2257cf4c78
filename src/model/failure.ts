/** The closed list of reasons for which a call or a generation can fail; see the adapter guide for the kit's answer to each. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Every {@link ErrorCode}. */
export const ERROR_CODES = [
  'aborted',
  'network',
  'timeout',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'quota',
  'moderated',
  'too-large',
  'unsupported',
  'cursor-expired',
  'unavailable',
  'internal',
] as const;

/** Why something did not work, as data. */
export interface Failure {
  readonly code: ErrorCode;
  /** For developers; the interface shows its own text for the code. */
  readonly message: string;
  /** Shown to people as it is: set it only when the text is safe and in their language. */
  readonly userMessage?: string;
  /** Whether trying the same again can help. */
  readonly retryable?: boolean;
  /** Wait at least this long (ms) before trying again. */
  readonly retryAfterMs?: number;
  /** For `invalid`: which inputs, by path, and why. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** For `moderated`: at which stage, and what. */
  readonly moderation?: { readonly stage: 'input' | 'output'; readonly target?: string; readonly category?: string };
  readonly requestId?: string;
  readonly providerCode?: string;
}

const CODES: ReadonlySet<unknown> = new Set(ERROR_CODES);

/** Whether a value is one of the known error codes. */
export const isErrorCode = (value: unknown): value is ErrorCode => CODES.has(value);
