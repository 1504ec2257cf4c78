import type { Selection } from '../../data/index.js';
import { matchesIteration, type Id, type Iteration } from '../../model/index.js';
import { askRows } from '../../store/ask-rows.js';
import type { ImaginationsStore } from '../../store/index.js';

/** Rows that are read to tell what they have in common; of more, that is not known. */
const MOST_READ = 2000;

/** Whether all rows have something, none, or some - or nobody knows. */
export type Share = boolean | 'mixed';

type Filed = Pick<Iteration, 'sessionId' | 'projectIds'>;

/** Where the rows of some targets are filed now, as far as they are known. */
export class ReassignRows {
  readonly #store: ImaginationsStore;
  readonly #rows = new Map<Id, Filed>();
  readonly #unread: Id[] = [];
  /** How many rows there are; `Infinity`: nobody has counted. */
  readonly #total: number;

  /** @param count how many rows that is; `null` where nobody has counted. */
  constructor(store: ImaginationsStore, targets: readonly Selection[], count: number | null | undefined) {
    this.#store = store;
    let named = 0;
    for (const target of targets) {
      if ('query' in target) this.#takeHeld(target);
      else {
        named += target.ids.length;
        this.#takeIds(target.ids);
      }
    }
    this.#total = targets.every((target) => 'ids' in target) ? named : (count ?? Infinity);
  }

  /** Whether all of them are known. */
  get isWhole(): boolean {
    return this.#rows.size >= this.#total;
  }

  /** The session that all of them are in. */
  get sessionId(): Id | undefined {
    if (!this.isWhole) return undefined;
    const ids = new Set<Id>();
    for (const { sessionId } of this.#rows.values()) ids.add(sessionId);
    return ids.size === 1 ? [...ids][0] : undefined;
  }

  /** Whether they are in a project; what is not known counts as some. */
  inProject(id: Id): Share {
    let count = 0;
    for (const { projectIds } of this.#rows.values()) if (projectIds?.includes(id)) count++;
    if (!this.isWhole) return 'mixed';
    return count === 0 ? false : count === this.#rows.size || 'mixed';
  }

  /** Reads rows that are not held, in portions, without keeping them; what fails stays unknown. */
  async read(changed: () => void, signal: AbortSignal): Promise<void> {
    const { adapter, core } = this.#store;
    const size = core.capabilities.limits.lookupSize;
    const unread = this.#unread.slice(0, MOST_READ);
    for (let at = 0; adapter.getIterations && at < unread.length && !signal.aborted; at += size) {
      const ids = unread.slice(at, at + size);
      try {
        for (const row of await askRows(core, ids)) this.#takeRead(row);
      } catch {
        return;
      }
      changed();
    }
  }

  #takeIds(ids: readonly Id[]): void {
    for (const id of ids) {
      const row = this.#store.iteration(id);
      if (row) this.#rows.set(id, row);
      else this.#unread.push(id);
    }
  }

  #takeHeld({ query, except = [] }: Extract<Selection, { query: object }>): void {
    const left = new Set(except);
    for (const id of this.#store.core.iterations.known.keys()) {
      const row = left.has(id) ? undefined : this.#store.iteration(id);
      if (row && matchesIteration(row, this.#store.session(row.sessionId), query.filter)) this.#rows.set(id, row);
    }
  }

  #takeRead(row: unknown): void {
    if (typeof row !== 'object' || row === null) return;
    const { id, sessionId, projectIds } = row as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string' || typeof sessionId !== 'string') return;
    const projects = Array.isArray(projectIds) ? projectIds.filter((one) => typeof one === 'string') : [];
    this.#rows.set(id, { sessionId, projectIds: projects });
  }
}
