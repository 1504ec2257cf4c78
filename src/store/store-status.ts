import type { StreamState } from '../data/index.js';
import type { Capabilities } from './capabilities.js';

/** How the store stands with its backend. */
export interface StoreStatus {
  /** `none`: the adapter has no stream. */
  readonly connection: StreamState | 'none';
  /** The adapter said `unauthorized`: the host has to act, then call `resume()`. */
  readonly authRequired: boolean;
  /** What the adapter can do. */
  readonly capabilities: Capabilities;
}
