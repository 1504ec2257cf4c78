import type { Session } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { announceIntent } from './intent-event.js';
import { SessionOpenEvent, SessionOpenedEvent } from './session-open-events.js';

/** Opens a session's page. */
export function openSession(source: EventTarget, store: ImaginationsStore, session: Session): void {
  if (!announceIntent(source, new SessionOpenEvent(session))) return;
  store.navigate({ sessionId: session.id });
  source.dispatchEvent(new SessionOpenedEvent(session));
}
