import type { LitElement } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { Looking, type ShownList } from '../../controllers/looking.js';
import type { Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { OffsetSnapshot } from '../../store/offsets/offset-list.js';
import type { offsetSessions } from '../../store/offsets/offset-list-of.js';
import type { CardRange } from './page-window.js';

/** A list of sessions of either kind. */
export type SessionList = ShownList<OffsetSnapshot>;

/** Where sessions come from: read from the start, page by page, or anywhere, where the adapter pages by offset. */
export class SessionSource {
  readonly #anywhere: LatePart<{ readonly of: typeof offsetSessions }>;
  readonly #looking = new Looking();

  constructor(host: LitElement) {
    this.#anywhere = new LatePart(host, async () => ({
      of: (await import('../../store/offsets/offset-list-of.js')).offsetSessions,
    }));
    host.addController({ hostDisconnected: () => this.#looking.leave() });
  }

  /** The list of a query. */
  list(store: ImaginationsStore, query: Query): SessionList {
    const pages = store.sessionList(query);
    if (store.capabilities.limits.random !== 'offset') return pages;
    const { value } = pages;
    const known = this.#anywhere.now?.of(store, query, value);
    // What one page holds needs no more code.
    if (!known && value.total !== null && !value.complete) void this.#anywhere.need();
    return known ?? pages;
  }

  /** Reads what is looked at, wherever that is; or the next page, where the end is near. */
  read(list: SessionList, { first, end }: CardRange): void {
    const ahead = this.#looking.at(list, first, end);
    const { ids, status, complete, loadingMore } = list.value;
    if (status === 'ready' && !complete && !loadingMore && end + ahead >= ids.length) void list.more();
  }
}
