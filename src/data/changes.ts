import type { Failure, Generation, Id, Iteration, Progress, Session } from '../model/index.js';

/** What happened at the backend. Entities are whole, never patches; delivery is at least once, in any order. */
export type Change =
  | { readonly type: 'iteration'; readonly item: Iteration }
  | { readonly type: 'session'; readonly item: Session }
  | { readonly type: 'generation'; readonly item: Generation }
  | {
      readonly type: 'removed';
      readonly entity: 'iteration' | 'session' | 'generation';
      readonly id: Id;
      /** The removed entity's next `rev`. */
      readonly rev?: number;
    }
  | { readonly type: 'progress'; readonly generationId?: Id; readonly iterationId?: Id; readonly progress: Progress }
  /** Something changed here: read again. */
  | { readonly type: 'stale'; readonly ids?: readonly Id[]; readonly sessionId?: Id }
  /** Events were missed: read everything again. */
  | { readonly type: 'resync' };

/** State of the stream of changes. */
export type StreamState = 'connecting' | 'live' | 'offline';

/** What the kit hands to `subscribe`. */
export interface Subscription {
  /** Send everything after this position, or `resync`. */
  readonly since?: string;
  /** Ends the subscription; no callback fires afterwards. */
  readonly signal: AbortSignal;
  change(batch: readonly Change[], position?: string): void;
  state(state: StreamState, error?: Failure): void;
}
