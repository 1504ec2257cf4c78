import type { SegmentIndex } from '../../data/index.js';
import { matchesIteration, queryKey, type Iteration, type Query } from '../../model/index.js';
import type { ImaginationsStore } from '../store.js';
import { pruneViews } from '../views.js';
import { IndexedList } from './indexed-list.js';

/** The iterations a query matches, with random access; the same list for the same query. Needs an adapter with an `index`. */
export function indexedList(store: ImaginationsStore, index: SegmentIndex, query: Query): IndexedList {
  const { core, views } = store;
  const key = `index:${queryKey(query)}`;
  const known = views.others.get(key);
  if (known instanceof IndexedList) return known;
  const { filter } = query;
  const matches = (row: Iteration, isListed: boolean): boolean => {
    const session = views.sessionOf(row);
    // What has been archived with a session that was never read: only the backend knows.
    const isUnsure = isListed && !session && filter?.archived === 'only';
    return matchesIteration(row, session, isUnsure ? { ...filter, archived: 'include' } : filter);
  };
  const list = new IndexedList({ core, index, query, matches, changed: () => core.changed() });
  pruneViews(views.others, core.clock.now());
  views.others.set(key, list);
  return list;
}
