import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { checkRead, sessionBeside } from '../../../store/session-beside.js';
import type { LightboxView } from '../sequence.js';
import type { ListCursor } from './list-cursor.js';
import type { Scope } from './scope-chip.js';

/** Whether the iterations of a session can be asked for. */
export const listsSessions = ({ capabilities: { limits } }: Pick<LightboxView, 'capabilities'>): boolean =>
  (limits.filters as readonly string[]).includes('sessionId');

/**
 * The first iteration of the session before (-1) or after (1) the shown one's, past all that have nothing to show; what is
 * archived leads to what is archived.
 * @param isWanted whether it still matters: there may be very many of them.
 * @throws AdapterError when the adapter could not be asked.
 */
async function besideInSessions(
  store: ImaginationsStore,
  { row, session: from }: Pick<LightboxView, 'row' | 'session'>,
  by: 1 | -1,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  let session = from ?? (row && store.session(row.sessionId));
  while (session && isWanted()) {
    const archived = session.archivedAt ? 'only' : 'exclude';
    const id: Id | undefined = await sessionBeside(store, session, by, { filter: { archived } });
    if (id === undefined) return undefined;
    const list = store.iterationList({ filter: { sessionId: id, ...(row?.archivedAt && { archived: 'only' }) } });
    await list.load();
    checkRead(list.value.error);
    const [first] = list.value.ids;
    if (first !== undefined) return first;
    session = store.session(id);
  }
  return undefined;
}

/** Where one steps across from. */
export interface Across {
  /** The place in the list that it was opened from, where it was opened from one. */
  readonly cursor: ListCursor | undefined;
  readonly scope: Scope;
  /** What is shown, or was last of what could be read. */
  readonly near: Pick<LightboxView, 'row' | 'session'>;
  readonly sessionId: Id | undefined;
}

/**
 * The one before (-1) or after (1) across the session; nothing at the end.
 * @throws AdapterError when what had to be read could not be.
 */
export async function besideAcross(
  store: ImaginationsStore,
  { cursor, scope, near, sessionId }: Across,
  by: 1 | -1,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  if (!cursor) return besideInSessions(store, near, by, isWanted);
  return scope === 'results' ? cursor.beside(by, isWanted) : cursor.besideSession(by, sessionId, isWanted);
}

/** The nearest of another session, after it or else before it; what cannot be read cannot be shown either. */
export async function nearestInSessions(
  store: ImaginationsStore,
  view: LightboxView,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  const beside = (by: 1 | -1): Promise<Id | undefined> =>
    besideInSessions(store, view, by, isWanted).catch(() => undefined);
  return (await beside(1)) ?? beside(-1);
}
