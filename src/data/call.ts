/** What every read of an adapter gets. */
export interface Call {
  /** Abandons the wait; never stops work that has begun (that is `cancel`). */
  readonly signal: AbortSignal;
  /** `visible`: a person waits for it. */
  readonly priority?: 'visible' | 'prefetch';
}

/** What every write of an adapter gets. */
export interface Write extends Call {
  /** The same key with the same request has one effect and one answer within 24 h; with another request: `conflict`. */
  readonly idempotencyKey: string;
}
