import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { checkRead, sessionBeside } from '../../../store/session-beside.js';
import type { LightboxView } from '../sequence.js';

/** Sessions without anything to show that are passed at once. */
const MOST_EMPTY = 12;

/** Whether the iterations of a session can be asked for. */
export const listsSessions = ({ capabilities: { limits } }: Pick<LightboxView, 'capabilities'>): boolean =>
  (limits.filters as readonly string[]).includes('sessionId');

/**
 * The first iteration of the session before (-1) or after (1) the shown one's; what is archived leads to what is archived.
 * @throws AdapterError when the adapter could not be asked.
 */
export async function besideInSessions(
  store: ImaginationsStore,
  { row, session: from }: Pick<LightboxView, 'row' | 'session'>,
  by: 1 | -1,
): Promise<Id | undefined> {
  let session = from ?? (row && store.session(row.sessionId));
  for (let passed = 0; session && passed < MOST_EMPTY; passed++) {
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
