import type { SegmentIndex } from '../../data/index.js';
import { matchesIteration, queryKey, type Query } from '../../model/index.js';
import type { ImaginationsStore } from '../store.js';
import { pruneViews } from '../views.js';
import { IndexedList } from './indexed-list.js';

/** The iterations a query matches, with random access; the same list for the same query. Needs an adapter with an `index`. */
export function indexedList(store: ImaginationsStore, index: SegmentIndex, query: Query): IndexedList {
  const { core, views } = store;
  const key = `index:${queryKey(query)}`;
  const known = views.others.get(key);
  if (known instanceof IndexedList) return known;
  const list = new IndexedList({
    core,
    index,
    query,
    matches: (row) => matchesIteration(row, views.sessionOf(row), query.filter),
    accept: (rows) => views.acceptListed(rows, query),
  });
  pruneViews(views.others, core.clock.now());
  views.others.set(key, list);
  return list;
}
