import { comparator, matchesSession, queryKey, type Query, type Session } from '../../model/index.js';
import type { ListSnapshot } from '../paged-list.js';
import { isSession } from '../sanitize.js';
import type { ImaginationsStore } from '../store.js';
import { pruneViews } from '../views.js';
import { OffsetList } from './offset-list.js';

/**
 * The sessions a query matches, read anywhere; the same list for the same query. Needs an adapter that pages by offset.
 * @param start what has been read of it page by page; without it, only a list that is known already.
 */
export function offsetSessions(
  store: ImaginationsStore,
  query: Query,
  { ids, total, complete, status }: ListSnapshot,
): OffsetList<Session> | undefined {
  const { core, views, adapter } = store;
  const key = `offset:${queryKey(query)}`;
  const known = views.otherSessions.get(key);
  if (known instanceof OffsetList) return known as OffsetList<Session>;
  if (status !== 'ready' || complete || total === null) return undefined;
  const { filter = {} } = query;
  const list = new OffsetList<Session>(
    {
      query,
      fetch: (request, call) => adapter.listSessions(request, call),
      isRow: isSession,
      accept: (rows) => core.acceptSessions(rows, 'list'),
      row: (id) => core.sessions.get(id),
      matches: (row) => matchesSession(row, filter),
      compare: comparator(query.order),
    },
    core,
    { ids },
    total,
  );
  pruneViews(views.otherSessions, core.clock.now());
  views.otherSessions.set(key, list);
  return list;
}
