import { AdapterError } from '../data/index.js';
import { compareNewest, matchesSession, type Failure, type Id, type Query, type Session } from '../model/index.js';
import { offeredQuery } from './capabilities.js';
import { isPlaceholder } from './is-placeholder.js';
import { cleanPage, isSession } from './sanitize.js';
import type { ImaginationsStore } from './store.js';

/** Pages that are read one after another where the backend does not say what is beside a session. */
const MOST_PAGES = 20;
/** Sessions asked for around one; what cannot be shown is among them. */
const AROUND = 9;

/** @throws AdapterError why a list could not be read, if it could not. */
export function checkRead(failure: Failure | null): void {
  if (failure) throw new AdapterError(failure.code, failure.message, failure);
}

/**
 * The session before (-1) or after (1) another in a list of sessions, the newest first; nothing where there is none. The list is
 * taken as far as it is held, else the backend is asked what is around the session: a large library is not read to its place.
 * @throws AdapterError when the adapter could not be asked.
 */
export async function sessionBeside(
  store: ImaginationsStore,
  session: Session,
  by: 1 | -1,
  query: Query,
): Promise<Id | undefined> {
  const list = store.sessionList(query);
  await list.load();
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { ids, complete, error } = list.value;
    checkRead(error);
    const held = ids.flatMap((id) => store.session(id) ?? []).filter(({ id }) => !isPlaceholder(id));
    const last = held.at(-1);
    const found = besideIn(held, session, by);
    const isWithin = complete || (last !== undefined && compareNewest(session, last) < 0);
    if (isWithin || (by > 0 && found)) return found?.id;
    const near = pages === 0 ? await around(store, session, by, query) : undefined;
    if (near) return near.id;
    await list.more();
  }
  return undefined;
}

/** By its place in the order, not by itself: it may have left the list. */
function besideIn(sessions: readonly Session[], session: Session, by: 1 | -1): Session | undefined {
  const isBeside = (other: Session): boolean => compareNewest(session, other) * by < 0;
  return by > 0 ? sessions.find(isBeside) : sessions.findLast(isBeside);
}

/** Asks the backend; nothing where its answer does not tell. */
async function around(
  { core }: ImaginationsStore,
  session: Session,
  by: 1 | -1,
  query: Query,
): Promise<{ readonly id: Id | undefined } | undefined> {
  const { adapter, caller, capabilities, sessions } = core;
  try {
    const request = { ...offeredQuery(capabilities, query), around: session.id, limit: AROUND };
    const answer: unknown = await caller.read((call) => adapter.listSessions(request, call));
    const { items } = cleanPage(answer, isSession);
    core.acceptSessions(items, 'list');
    if (!items.some(({ id }) => id === session.id)) return undefined;
    const now = items.flatMap(({ id }) => sessions.get(id) ?? []);
    const found = besideIn(
      now.filter((one) => matchesSession(one, query.filter)),
      session,
      by,
    );
    return found && { id: found.id };
  } catch {
    // It is not in the list, or this is not known to the backend: the list itself says more.
    return undefined;
  }
}
