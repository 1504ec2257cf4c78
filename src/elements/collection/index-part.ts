import type { SegmentIndex } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import { offeredQuery } from '../../store/capabilities.js';
import type { IndexedList } from '../../store/indexed/indexed-list.js';
import { indexedList } from '../../store/indexed/indexed-list-of.js';
import type { ImaginationsStore } from '../../store/index.js';
import { IndexModel } from './index-model.js';

/** What grid and timeline need for lists with random access. */
export class IndexPart {
  readonly model = new IndexModel();

  /** The list of a query; nothing where the index does not know it, or is not offered all of it. */
  list(store: ImaginationsStore, index: SegmentIndex, query: Query): IndexedList | undefined {
    if (offeredQuery(store.capabilities, query) !== query) return undefined;
    const list = indexedList(store, index, query);
    return list.value.error?.code === 'unsupported' ? undefined : list;
  }
}
