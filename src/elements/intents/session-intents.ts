import type { Id, Session } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { announceIntent } from './intent-event.js';
import { IntentFailedEvent } from './iteration-events.js';
import {
  SessionOpenEvent,
  SessionOpenedEvent,
  SessionRenameEvent,
  SessionRenamedEvent,
  SessionsArchiveEvent,
  SessionsArchivedEvent,
  SessionsUnarchiveEvent,
  SessionsUnarchivedEvent,
} from './session-events.js';

/** Opens a session's page. */
export function openSession(source: EventTarget, store: ImaginationsStore, session: Session): void {
  if (!announceIntent(source, new SessionOpenEvent(session))) return;
  store.navigate({ sessionId: session.id });
  source.dispatchEvent(new SessionOpenedEvent(session));
}

/** Gives a session a title. */
export async function renameSession(
  source: EventTarget,
  store: ImaginationsStore,
  session: Session,
  title: string,
): Promise<void> {
  if (!announceIntent(source, new SessionRenameEvent(session, title))) return;
  const failure = await store.rename(session.id, title);
  source.dispatchEvent(
    failure ? new IntentFailedEvent('session-rename', failure) : new SessionRenamedEvent(session, title),
  );
}

/** Puts sessions away, and with them all their iterations. */
export async function archiveSessions(
  source: EventTarget,
  store: ImaginationsStore,
  ids: readonly Id[],
): Promise<void> {
  if (!announceIntent(source, new SessionsArchiveEvent(ids))) return;
  source.dispatchEvent(new SessionsArchivedEvent(ids, await store.archive('session', ids)));
}

/** Brings sessions back, and with them exactly the iterations that were visible. */
export async function unarchiveSessions(
  source: EventTarget,
  store: ImaginationsStore,
  ids: readonly Id[],
): Promise<void> {
  if (!announceIntent(source, new SessionsUnarchiveEvent(ids))) return;
  source.dispatchEvent(new SessionsUnarchivedEvent(ids, await store.unarchive('session', ids)));
}
