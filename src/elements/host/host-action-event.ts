import type { Selection } from '../../data/index.js';
import { IntentEvent } from '../intents/intent-event.js';
import type { Iteration } from '../../model/index.js';

/** One of the host's own actions, and what it is for. */
export interface HostActionDetail {
  /** The action's id. */
  readonly id: string;
  readonly items: readonly Iteration[];
  readonly selection: readonly Selection[];
}

/** One of the host's own actions is about to run; cancelable. */
export class HostActionEvent extends IntentEvent<HostActionDetail> {
  constructor(detail: HostActionDetail) {
    super('host-action', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'host-action': HostActionEvent;
  }
}
