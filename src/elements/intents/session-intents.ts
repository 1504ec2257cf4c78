import type { Session } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore, Target } from '../../store/index.js';
import { announceIntent, lastingTarget } from './intent-event.js';
import { IntentFailedEvent } from './iteration-events.js';
import { leaveSelections } from './leave-selection.js';
import {
  SessionRenameEvent,
  SessionRenamedEvent,
  SessionsArchiveEvent,
  SessionsArchivedEvent,
  SessionsUnarchiveEvent,
  SessionsUnarchivedEvent,
} from './session-events.js';

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

/** Puts sessions away, and with them all their iterations; nothing where the host did not want that. */
export async function archiveSessions(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new SessionsArchiveEvent(target))) return undefined;
  const place = lastingTarget(source);
  const settle = leaveSelections(store, target, 'archive');
  const outcome = await store.archive('session', target);
  settle(outcome);
  place().dispatchEvent(new SessionsArchivedEvent(target, outcome));
  return outcome;
}

/** Brings sessions back, and with them exactly the iterations that were visible; nothing where the host did not want that. */
export async function unarchiveSessions(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
): Promise<BatchOutcome | undefined> {
  if (!announceIntent(source, new SessionsUnarchiveEvent(target))) return undefined;
  const place = lastingTarget(source);
  const settle = leaveSelections(store, target, 'unarchive');
  const outcome = await store.unarchive('session', target);
  settle(outcome);
  place().dispatchEvent(new SessionsUnarchivedEvent(target, outcome));
  return outcome;
}
