import type { SessionDetail } from '../intents/session-events.js';
import type { Id } from '../../model/index.js';
import { IntentEvent } from '../intents/intent-event.js';

/** A session's page is about to close; cancelable. */
export class SessionCloseEvent extends IntentEvent<{ readonly sessionId: Id }> {
  constructor(sessionId: Id) {
    super('session-close', { sessionId }, true);
  }
}

/** A session's page was closed. */
export class SessionClosedEvent extends IntentEvent<{ readonly sessionId: Id }> {
  constructor(sessionId: Id) {
    super('session-closed', { sessionId });
  }
}

/** The draft is about to add to a session; cancelable. Then the composer can take the focus. */
export class SessionGenerateMoreEvent extends IntentEvent<SessionDetail> {
  constructor(session: SessionDetail['session']) {
    super('session-generate-more', { session }, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-close': SessionCloseEvent;
    'session-closed': SessionClosedEvent;
    'session-generate-more': SessionGenerateMoreEvent;
  }
}
