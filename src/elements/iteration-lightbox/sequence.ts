import { isFinal, type Generation, type Id, type Iteration, type Session } from '../../model/index.js';
import type { Capabilities, ImaginationsStore, ListSnapshot, PagedList } from '../../store/index.js';

/** What is shown, and its place among its siblings; compared member by member. */
export interface LightboxView {
  /** The iteration that should be shown. */
  readonly id: Id | null;
  readonly row: Iteration | undefined;
  readonly session: Session | undefined;
  readonly generation: Generation | undefined;
  /** The siblings as far as they are known, in list order. */
  readonly list: ListSnapshot | undefined;
  /** What was shown last, where the row is not known: its siblings are the ones that are known. */
  readonly last?: Id | undefined;
  readonly capabilities: Capabilities;
}

/** How many of those that follow are kept ready. */
const AHEAD = 3;

/** Which siblings are paged through: those of one session that are as archived as the one that was opened. */
interface Scope {
  readonly sessionId: Id;
  readonly archived: boolean;
}

/** A place in the session, from 1; `more` when there are further siblings than are known. */
export interface Place {
  readonly index: number;
  readonly total: number;
  readonly more: boolean;
}

/** Follows the shown iteration through its session, and knows what comes next when it goes. */
export class Sequence {
  #id: Id | null = null;
  #row: Iteration | undefined;
  /** What was shown last of those that could be read. */
  #last: Id | undefined;
  #scope: Scope | undefined;
  #sessionShown = false;
  #list: PagedList<Iteration> | undefined;
  #reading: PagedList<Iteration> | undefined;
  /** The siblings when the shown one was last among them. */
  #order: readonly Id[] = [];

  reset(): void {
    this.#id = null;
    this.#row = this.#scope = this.#list = this.#last = undefined;
    this.#order = [];
  }

  /** Looks at the store. */
  read(store: ImaginationsStore): LightboxView {
    const id = store.navigation.value.iterationId;
    const row = id === null ? undefined : store.iteration(id);
    if (id !== this.#id) {
      this.#id = id;
      this.#row = undefined;
    }
    if (row && !this.#row) this.#enter(store, row);
    if (row) this.#row = row;
    // Until something is opened anew, one is among the same.
    if (row || id === null) this.#last = row?.id;
    // The panel shows them as they are held: what is not looked at may go.
    for (const { iterationId } of row?.parents ?? []) if (iterationId !== undefined) store.iteration(iterationId);
    const session = row && store.session(row.sessionId);
    if (session && !session.archivedAt) this.#sessionShown = true;
    const last = row ? undefined : this.#last;
    const list = this.#last === undefined ? undefined : this.#list?.value;
    if (id !== null && list?.ids.includes(id)) this.#order = list.ids;
    const generation = row?.generationId === undefined ? undefined : store.generation(row.generationId);
    return { id, row, session, generation, list, last, capabilities: store.capabilities };
  }

  /** Reads the list until it holds what is shown, and what follows it. */
  load(): void {
    const list = this.#list;
    if (!list || list === this.#reading || !this.#lacks(list)) return;
    this.#reading = list;
    void this.readUntil(() => !this.#lacks(list)).finally(() => {
      if (this.#reading === list) this.#reading = undefined;
    });
  }

  /** Reads further siblings. */
  more(): void {
    void this.#list?.more();
  }

  /** The siblings as far as they are known now. */
  get ids(): readonly Id[] {
    return this.#list?.value.ids ?? [];
  }

  /** Whether these are all of them. */
  get isComplete(): boolean {
    return this.#list?.value.complete ?? false;
  }

  /** Reads siblings until that is enough, all are read, or they cannot be read. */
  async readUntil(isEnough: () => boolean): Promise<void> {
    const list = this.#list;
    // One by one: a page that is asked for while another is on its way is not read.
    while (list && list === this.#list && !list.value.complete && !isEnough()) {
      await list.more();
      if (list.value.status !== 'ready') return;
    }
  }

  /** Whether what was shown is gone: deleted, or no longer what this looks at. */
  hasLeft({ row, session }: LightboxView): boolean {
    if (!this.#row) return false;
    return !row || !this.#belongs(row) || (this.#sessionShown && Boolean(session?.archivedAt));
  }

  /** What to show in place of what has left: the next, else the previous, else nothing. */
  replacement(store: ImaginationsStore): Id | null {
    const left = this.#row;
    if (!left) return null;
    if (this.#sessionShown && store.session(left.sessionId)?.archivedAt) return null;
    const now = this.#list?.value.ids ?? [];
    if (!isFinal(left.status) && !store.iteration(left.id)) {
      // A placeholder goes when the adapter has given the rows their ids: stay with the same variant.
      const real = now.find((id) => !this.#order.includes(id) && store.iteration(id)?.variant === left.variant);
      if (real !== undefined) return real;
    }
    const at = this.#order.indexOf(left.id);
    const stays = (id: Id): boolean => {
      const row = store.iteration(id);
      return row !== undefined && this.#belongs(row);
    };
    return this.#order.slice(at + 1).find(stays) ?? this.#order.slice(0, Math.max(0, at)).findLast(stays) ?? null;
  }

  #lacks(list: PagedList<Iteration>): boolean {
    const { ids, status, complete } = list.value;
    // All of a session is not read for what may not be in it.
    if (status === 'error' || complete || this.#id === null || !this.#row) return false;
    const at = ids.indexOf(this.#id);
    return status !== 'ready' || at < 0 || at >= ids.length - AHEAD;
  }

  #belongs(row: Iteration): boolean {
    return row.sessionId === this.#scope?.sessionId && Boolean(row.archivedAt) === this.#scope.archived;
  }

  #enter(store: ImaginationsStore, row: Iteration): void {
    if (this.#scope && this.#belongs(row)) return;
    const archived = Boolean(row.archivedAt);
    this.#scope = { sessionId: row.sessionId, archived };
    this.#sessionShown = false;
    this.#order = [row.id];
    const offered: readonly string[] = store.capabilities.limits.filters;
    const offers = offered.includes('sessionId') && (!archived || offered.includes('archived'));
    this.#list = offers
      ? store.iterationList({ filter: { sessionId: row.sessionId, ...(archived && { archived: 'only' }) } })
      : undefined;
  }
}

/** Where the shown iteration stands; nothing while that is not known. */
export function placeOf({ id, list }: LightboxView): Place | undefined {
  const at = id === null || !list ? -1 : list.ids.indexOf(id);
  if (!list || at < 0) return undefined;
  const total = Math.max(list.total ?? 0, list.ids.length);
  return { index: at + 1, total, more: list.total === null && !list.complete };
}

/** The sibling `by` places further, or further than what was shown last among them; nothing where there is none. */
export function siblingOf({ id, list, last }: LightboxView, by: number): Id | undefined {
  const ids = list?.ids ?? [];
  const own = ids.indexOf(id ?? '');
  const at = own < 0 ? ids.indexOf(last ?? '') : own;
  return at < 0 ? undefined : ids[at + by];
}
