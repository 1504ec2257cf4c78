import { Looking } from '../../../controllers/looking.js';
import { matchesIteration, type Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { checkRead } from '../../../store/session-beside.js';
import type { AnyList, AnySnapshot } from '../../collection/collection-list.js';
import type { IdOrder } from '../../collection/collection-model.js';
import { CurrentItem } from '../../collection/current-item.js';
import type { OpenedList } from '../../collection/opened-list.js';
import type { Place } from '../sequence.js';

/** How many are kept ready before and after the one that is shown. */
const BEHIND = 2;
const AHEAD = 4;
/** Items that are passed on the way to another session; a session that is larger leads nowhere. */
const MOST_PASSED = 20_000;

interface Order extends IdOrder {
  indexOf(id: Id): number;
  /** About where a time is that has not been read; -1 where that cannot be told. */
  near(time: number): number;
}

/** A place in a list of any kind that is shown elsewhere: read only where it is, and followed by id through all changes. */
export class ListCursor {
  readonly #store: ImaginationsStore;
  readonly #opened: Pick<OpenedList, 'query' | 'list'>;
  readonly #looking = new Looking();
  /** What was shown last of the list; its neighbour, where that has left. */
  readonly #current = new CurrentItem();
  #before: Order | undefined;
  #paged: { readonly ids: readonly Id[]; readonly order: Order } | undefined;

  constructor(store: ImaginationsStore, opened: Pick<OpenedList, 'query' | 'list'>) {
    this.#store = store;
    this.#opened = opened;
  }

  /** What is shown of the list, or what has taken its place; nothing: none of it has been shown yet. */
  get id(): Id | undefined {
    return this.#current.id;
  }

  /** Where that is. */
  get place(): Place | undefined {
    if (this.#current.id === undefined) return undefined;
    const { value } = this.#list();
    const total = Math.max(value.total ?? 0, this.#orderOf(value).count);
    return { index: this.#current.index + 1, total, more: value.total === null && !value.complete };
  }

  /** How many there are, as far as that is known. */
  get total(): number {
    const { value } = this.#list();
    return value.total ?? this.#orderOf(value).count;
  }

  /** The list as it stands; another object whenever it is another. */
  get snapshot(): unknown {
    return this.#list().value;
  }

  /** What is beside it, where that has been read. */
  peek(by: number): Id | undefined {
    return this.#orderOf(this.#list().value).id(this.#from + by);
  }

  /** Takes what has changed of the list, and what is shown now; reads what is near that. */
  follow(shown: Id): void {
    const list = this.#list();
    const { value } = list;
    const order = this.#orderOf(value);
    const near = (id: Id): number => this.#near(id, order);
    if (this.#before && this.#before !== order) {
      const { count } = order;
      const now = {
        count,
        id: (item: number) => order.id(item),
        indexOf: (id: Id | undefined) => (id === undefined ? -1 : order.indexOf(id)),
        itemNear: near,
      };
      this.#current.follow(now, this.#before);
    }
    this.#before = order;
    const at = order.indexOf(shown);
    if (at >= 0) this.#current.set(shown, at);
    const isNear = at < 0 ? near(shown) : at;
    const aim = isNear < 0 ? this.#from : isNear;
    if (aim < 0) return;
    this.#looking.at(list, aim - BEHIND, aim + AHEAD);
    const isShort = aim + AHEAD >= order.count;
    if (isShort && value.status === 'ready' && !value.complete && !value.loadingMore) void list.more();
  }

  /**
   * The one so many places before or after; nothing at the end.
   * @param isWanted whether it still matters: reading may take a while.
   * @throws AdapterError when the list cannot be read there.
   */
  async beside(away: number, isWanted: () => boolean): Promise<Id | undefined> {
    for (;;) {
      const list = this.#list();
      const { value } = list;
      const order = this.#orderOf(value);
      const item = this.#from + away;
      if (item < 0) return undefined;
      const id = order.id(item);
      if (id !== undefined || !isWanted() || (value.complete && item >= order.count)) return id;
      checkRead(value.error);
      this.#looking.at(list, item - BEHIND, item + AHEAD);
      if (value.complete) await this.#change();
      else await list.more();
    }
  }

  /** The same for the first of the next one's session that is another: of those that are one after the other. */
  async besideSession(by: 1 | -1, sessionId: Id | undefined, isWanted: () => boolean): Promise<Id | undefined> {
    let away = 0;
    let id: Id | undefined;
    do {
      away += by;
      id = await this.beside(away, isWanted);
    } while (id !== undefined && this.#sessionOf(away) === sessionId && Math.abs(away) < MOST_PASSED);
    const other = this.#sessionOf(away);
    if (id === undefined || other === sessionId) return undefined;
    while (by < 0 && other !== undefined && this.#sessionOf(away - 1) === other) away--;
    return this.peek(away);
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#looking.leave();
  }

  #list(): AnyList {
    return this.#opened.list();
  }

  /** Where nothing of the list has been shown, that is before its start. */
  get #from(): number {
    return this.#current.id === undefined ? -1 : this.#current.index;
  }

  /** About where something is that has not been read there. */
  #near(id: Id, order: Order): number {
    const row = this.#store.iteration(id);
    const belongs = row && matchesIteration(row, this.#store.session(row.sessionId), this.#opened.query.filter);
    return belongs ? order.near(Date.parse(row.createdAt)) : -1;
  }

  #sessionOf(away: number): Id | undefined {
    const order = this.#orderOf(this.#list().value);
    const item = this.#from + away;
    return order.session?.(item) ?? this.#store.iteration(order.id(item) ?? '')?.sessionId;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#store.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  #orderOf(value: AnySnapshot): Order {
    if ('order' in value) return value.order;
    const { ids } = value;
    if (this.#paged?.ids !== ids) {
      const order: Order = {
        count: ids.length,
        id: (item) => ids[item],
        indexOf: (id) => ids.indexOf(id),
        near: () => -1,
      };
      this.#paged = { ids, order };
    }
    return this.#paged.order;
  }
}
