import type { LitElement } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import type { Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { OffsetSnapshot } from '../../store/offsets/offset-list.js';
import type { offsetSessions } from '../../store/offsets/offset-list-of.js';
import type { CardRange } from './page-window.js';

/** A list of sessions of either kind. */
export interface SessionList {
  readonly value: OffsetSnapshot;
  load(): Promise<void>;
  more(): Promise<void>;
  want?(who: object, first: number, end: number): void;
  leave?(who: object): void;
}

/** Where sessions come from: read from the start, page by page, or anywhere, where the adapter pages by offset. */
export class SessionSource {
  readonly #anywhere: LatePart<{ readonly of: typeof offsetSessions }>;
  #looked: SessionList | undefined;

  constructor(host: LitElement) {
    this.#anywhere = new LatePart(host, async () => ({
      of: (await import('../../store/offsets/offset-list-of.js')).offsetSessions,
    }));
    host.addController({ hostDisconnected: () => this.leave() });
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
    if (list !== this.#looked) this.leave();
    this.#looked = list;
    const { ids, status, complete, loadingMore } = list.value;
    // Half as much again on either side: what is about to be drawn should not have to be drawn twice.
    const ahead = Math.ceil((end - first) / 2);
    if (ids.length > 0) list.want?.(this, first - ahead, end + ahead);
    if (status === 'ready' && !complete && !loadingMore && end + ahead >= ids.length) void list.more();
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#looked?.leave?.(this);
    this.#looked = undefined;
  }
}
