import type { Iteration, Session } from '../model/index.js';
import type { RowChange } from './entity-table.js';
import type { StoreCore } from './store-core.js';

/** Who hears of every visible change of the rows of one sort. */
class RowListeners<T> {
  readonly #listeners = new WeakMap<StoreCore, Set<(change: RowChange<T>) => void>>();

  /** Calls back at each change, until the returned function is called. */
  listen(core: StoreCore, listener: (change: RowChange<T>) => void): () => void {
    const known = this.#listeners.get(core) ?? new Set();
    this.#listeners.set(core, known.add(listener));
    return () => void known.delete(listener);
  }

  /** Tells those who listen. */
  tell(core: StoreCore, change: RowChange<T>): void {
    for (const listener of this.#listeners.get(core) ?? []) listener(change);
  }
}

export const iterationListeners = new RowListeners<Iteration>();
export const sessionListeners = new RowListeners<Session>();
