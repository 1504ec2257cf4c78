import type { StoreCore } from './store-core.js';

/**
 * Commands under way that change rows which are not held: until they are through, what is counted by the rows that are held is
 * wrong.
 */
class UnseenChanges {
  #running = 0;
  /** Told when one is through. */
  ended: () => void = () => undefined;

  get areUnderWay(): boolean {
    return this.#running > 0;
  }

  /** One begins; the returned function ends it, once. */
  begin(): () => void {
    this.#running++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#running--;
      this.ended();
    };
  }
}

const known = new WeakMap<StoreCore, UnseenChanges>();

/** Those of a store. */
export function unseenChanges(core: StoreCore): UnseenChanges {
  const changes = known.get(core) ?? new UnseenChanges();
  known.set(core, changes);
  return changes;
}
