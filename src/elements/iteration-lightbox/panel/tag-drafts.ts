import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';

/** Tags that are being written: kept with what they are for, however often somebody looks elsewhere. */
export class TagDrafts {
  /** By store: two may have the same ids. */
  readonly #drafts = new WeakMap<ImaginationsStore, Map<Id, string>>();
  readonly #changed: () => void;

  /** @param changed something else is to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What stands in the field of an iteration. */
  text(store: ImaginationsStore, id: Id): string {
    return this.#drafts.get(store)?.get(id) ?? '';
  }

  /** Keeps what somebody has written in the field. */
  write(store: ImaginationsStore, id: Id, text: string): void {
    const drafts = this.#drafts.get(store) ?? new Map<Id, string>();
    this.#drafts.set(store, drafts);
    if (text === '') drafts.delete(id);
    else drafts.set(id, text);
  }

  /** Puts something else into the field. */
  put(store: ImaginationsStore, id: Id, text: string): void {
    this.write(store, id, text);
    this.#changed();
  }
}
