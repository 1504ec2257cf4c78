import type { Id, Session } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
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
  if (title.trim() === (session.title ?? '')) return;
  if (!announceIntent(source, new SessionRenameEvent(session, title))) return;
  const target = lastingTarget(source);
  const failure = await store.rename(session.id, title);
  target().dispatchEvent(
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
  const target = lastingTarget(source);
  const outcome = await store.archive('session', ids);
  target().dispatchEvent(new SessionsArchivedEvent(ids, outcome));
}

/** Brings sessions back, and with them exactly the iterations that were visible. */
export async function unarchiveSessions(
  source: EventTarget,
  store: ImaginationsStore,
  ids: readonly Id[],
): Promise<void> {
  if (!announceIntent(source, new SessionsUnarchiveEvent(ids))) return;
  const target = lastingTarget(source);
  const outcome = await store.unarchive('session', ids);
  target().dispatchEvent(new SessionsUnarchivedEvent(ids, outcome));
}
