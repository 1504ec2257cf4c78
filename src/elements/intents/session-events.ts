import type { Id, Session } from '../../model/index.js';
import type { BatchOutcome, Target } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';
import type { SessionDetail } from './session-open-events.js';

export * from './session-open-events.js';

/** A session and the title it gets. */
export interface SessionRenameDetail extends SessionDetail {
  readonly title: string;
}

/** Several sessions. */
export interface SessionsDetail {
  /** These; none where a query says which. */
  readonly ids: readonly Id[];
  /** The ids, or the query and what is left out of it. */
  readonly target: Target;
}

const detailOf = (target: Target): SessionsDetail => ({
  ids: 'query' in target ? [] : 'ids' in target ? target.ids : target,
  target,
});

/** What became of a batch, row by row. `undo` takes back what was done. */
export interface SessionsOutcomeDetail extends SessionsDetail {
  readonly outcome: BatchOutcome;
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
  constructor(target: Target) {
    super('sessions-archive', detailOf(target), true);
  }
}

/** Sessions were archived, as far as `outcome` says. */
export class SessionsArchivedEvent extends IntentEvent<SessionsOutcomeDetail> {
  constructor(target: Target, outcome: BatchOutcome) {
    super('sessions-archived', { ...detailOf(target), outcome });
  }
}

/** Sessions are about to be brought back; cancelable. */
export class SessionsUnarchiveEvent extends IntentEvent<SessionsDetail> {
  constructor(target: Target) {
    super('sessions-unarchive', detailOf(target), true);
  }
}

/** Sessions were brought back, as far as `outcome` says. */
export class SessionsUnarchivedEvent extends IntentEvent<SessionsOutcomeDetail> {
  constructor(target: Target, outcome: BatchOutcome) {
    super('sessions-unarchived', { ...detailOf(target), outcome });
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-rename': SessionRenameEvent;
    'session-renamed': SessionRenamedEvent;
    'sessions-archive': SessionsArchiveEvent;
    'sessions-archived': SessionsArchivedEvent;
    'sessions-unarchive': SessionsUnarchiveEvent;
    'sessions-unarchived': SessionsUnarchivedEvent;
  }
}
