import type { SegmentIndex } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import { indexedList, type IndexedList } from '../../store/indexed/indexed-list.js';
import type { ImaginationsStore } from '../../store/index.js';
import { IndexModel } from './index-model.js';

/** What grid and timeline need for lists with random access. */
export class IndexPart {
  readonly model = new IndexModel();

  list(store: ImaginationsStore, index: SegmentIndex, query: Query): IndexedList {
    return indexedList(store, index, query);
  }
}
