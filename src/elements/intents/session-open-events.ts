import type { Session } from '../../model/index.js';
import { IntentEvent } from './intent-event.js';

/** One session. */
export interface SessionDetail {
  readonly session: Session;
}

/** A session's page is about to open; cancelable. */
export class SessionOpenEvent extends IntentEvent<SessionDetail> {
  constructor(session: Session) {
    super('session-open', { session }, true);
  }
}

/** A session's page was opened. */
export class SessionOpenedEvent extends IntentEvent<SessionDetail> {
  constructor(session: Session) {
    super('session-opened', { session });
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-open': SessionOpenEvent;
    'session-opened': SessionOpenedEvent;
  }
}
