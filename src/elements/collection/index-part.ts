import type { SegmentIndex } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import { offeredQuery } from '../../store/capabilities.js';
import type { IndexedList } from '../../store/indexed/indexed-list.js';
import { indexedList } from '../../store/indexed/indexed-list-of.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { AnyList, AnySnapshot } from './collection-list.js';
import { IndexModel } from './index-model.js';

/**
 * A list that is read by pages until its index knows what is looked at: the first tiles take one answer of the backend, where an
 * index takes three, and an index that fails leaves the pages.
 */
class HandedOver implements AnyList {
  readonly #index: IndexedList;
  readonly #pages: () => AnyList;
  #range: readonly [first: number, end: number] = [0, 1];
  #isReady = false;

  constructor(index: IndexedList, pages: () => AnyList) {
    this.#index = index;
    this.#pages = pages;
  }

  get value(): AnySnapshot {
    return this.#list.value;
  }

  load(): Promise<void> {
    return this.#list.load();
  }

  more(): Promise<void> {
    return this.#list.more();
  }

  want(who: object, first: number, end: number): void {
    this.#range = [first, end];
    this.#index.want(who, first, end);
    if (this.#index.value.status === 'idle') void this.#index.load();
  }

  leave(who: object): void {
    this.#index.leave(who);
  }

  get #list(): AnyList {
    this.#isReady ||= this.#knowsWhatShows();
    return this.#isReady ? this.#index : this.#pages();
  }

  #knowsWhatShows(): boolean {
    const { complete, order } = this.#index.value;
    const [first, end] = this.#range;
    for (let item = Math.max(0, first); item < Math.min(end, order.count); item++) {
      if (order.id(item) === undefined) return false;
    }
    return complete;
  }
}

/** What grid and timeline need for lists with random access. */
export class IndexPart {
  readonly model = new IndexModel();
  readonly #lists = new WeakMap<IndexedList, HandedOver>();

  /**
   * The list of a query; nothing where the index does not know it, or is not offered all of it.
   * @param pages the same list, read by pages.
   */
  list(store: ImaginationsStore, index: SegmentIndex, query: Query, pages: () => AnyList): AnyList | undefined {
    if (offeredQuery(store.capabilities, query) !== query) return undefined;
    const list = indexedList(store, index, query);
    if (list.value.error?.code === 'unsupported') return undefined;
    const known = this.#lists.get(list);
    if (known) return known;
    const made = new HandedOver(list, pages);
    this.#lists.set(list, made);
    return made;
  }
}
