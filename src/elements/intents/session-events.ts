import type { Id, Session } from '../../model/index.js';
import type { BatchOutcome } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';

/** One session. */
export interface SessionDetail {
  readonly session: Session;
}

/** A session and the title it gets. */
export interface SessionRenameDetail extends SessionDetail {
  readonly title: string;
}

/** Several sessions. */
export interface SessionsDetail {
  readonly ids: readonly Id[];
}

/** What became of a batch, row by row. `undo` takes back what was done. */
export interface SessionsOutcomeDetail extends SessionsDetail {
  readonly outcome: BatchOutcome;
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

/** A session is about to get a title; cancelable. */
export class SessionRenameEvent extends IntentEvent<SessionRenameDetail> {
  constructor(session: Session, title: string) {
    super('session-rename', { session, title }, true);
  }
}

/** A session got a title. */
export class SessionRenamedEvent extends IntentEvent<SessionRenameDetail> {
  constructor(session: Session, title: string) {
    super('session-renamed', { session, title });
  }
}

/** Sessions are about to be archived, and with them all their iterations hidden; cancelable. */
export class SessionsArchiveEvent extends IntentEvent<SessionsDetail> {
  constructor(ids: readonly Id[]) {
    super('sessions-archive', { ids }, true);
  }
}

/** Sessions were archived, as far as `outcome` says. */
export class SessionsArchivedEvent extends IntentEvent<SessionsOutcomeDetail> {
  constructor(ids: readonly Id[], outcome: BatchOutcome) {
    super('sessions-archived', { ids, outcome });
  }
}

/** Sessions are about to be brought back; cancelable. */
export class SessionsUnarchiveEvent extends IntentEvent<SessionsDetail> {
  constructor(ids: readonly Id[]) {
    super('sessions-unarchive', { ids }, true);
  }
}

/** Sessions were brought back, as far as `outcome` says. */
export class SessionsUnarchivedEvent extends IntentEvent<SessionsOutcomeDetail> {
  constructor(ids: readonly Id[], outcome: BatchOutcome) {
    super('sessions-unarchived', { ids, outcome });
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-open': SessionOpenEvent;
    'session-opened': SessionOpenedEvent;
    'session-rename': SessionRenameEvent;
    'session-renamed': SessionRenamedEvent;
    'sessions-archive': SessionsArchiveEvent;
    'sessions-archived': SessionsArchivedEvent;
    'sessions-unarchive': SessionsUnarchiveEvent;
    'sessions-unarchived': SessionsUnarchivedEvent;
  }
}
