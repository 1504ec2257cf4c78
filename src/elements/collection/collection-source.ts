import type { LitElement } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { Looking } from '../../controllers/looking.js';
import type { Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { RowWindow } from '../../layouts/row-window.js';
import type { AnyList, AnySnapshot } from './collection-list.js';
import type { CollectionModel, ModelInput } from './collection-model.js';
import type { IndexPart } from './index-part.js';
import { PagedModel } from './paged-model.js';

/** The next page is asked for when the end is nearer than this many heights of the viewport. */
const READ_AHEAD = 1.5;

/** Where tiles come from: read from the start, page by page, or anywhere, where the adapter has an index. */
export class CollectionSource {
  readonly #paged = new PagedModel();
  readonly #index: LatePart<IndexPart>;
  #model: CollectionModel = this.#paged;
  readonly #looking = new Looking();

  constructor(host: LitElement) {
    this.#index = new LatePart(host, async () => new (await import('./index-part.js')).IndexPart());
  }

  /** What is drawn. */
  get model(): CollectionModel {
    return this.#model;
  }

  /** The code it needs, as long as that is on its way. */
  get coming(): Promise<unknown> | undefined {
    return this.#index.coming;
  }

  /** The list of a query. */
  list(store: ImaginationsStore, query: Query): AnyList {
    const pages = (): AnyList => store.iterationList(query);
    const { index } = store.adapter;
    // The few of one session are read as they are needed, in its own order.
    if (!index || !store.capabilities.index || query.filter?.sessionId !== undefined) return pages();
    void this.#index.need();
    // An index need not know every filter.
    return this.#index.now?.list(store, index, query, pages) ?? pages();
  }

  /** Reads what is looked at, wherever that is; or the next page, where the end is near: answers with its end. */
  read(list: AnyList, { range, viewport, top }: RowWindow): Promise<void> | undefined {
    const { status, complete, loadingMore } = list.value;
    const { count, rows } = this.#model;
    this.#looking.at(this.#model.looked?.(list) ?? list, range.first, range.end);
    if (status !== 'ready' || complete || loadingMore || viewport.width === 0) return undefined;
    const loadedTo = count > 0 ? rows.box(count - 1).y : 0;
    return loadedTo - top >= viewport.height * (1 + READ_AHEAD) ? undefined : list.more();
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#looking.leave();
  }

  /** Takes what has changed, and lays it out. */
  update(list: AnySnapshot | undefined, input: ModelInput): void {
    const part = this.#index.now;
    let model: CollectionModel;
    // Until it is known how much there is, both kinds look the same.
    if (part && list && 'order' in list && list.complete) {
      part.model.update({ list, ...input });
      model = part.model;
    } else {
      this.#paged.update({ list, ...input });
      model = this.#paged;
    }
    this.#model = input.fold?.(model) ?? model;
  }
}
