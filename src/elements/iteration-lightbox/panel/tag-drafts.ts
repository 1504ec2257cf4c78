import type { Id } from '../../../model/index.js';

/** Tags that are being written: kept with what they are for, however often somebody looks elsewhere. */
export class TagDrafts {
  readonly #drafts = new Map<Id, string>();
  readonly #changed: () => void;

  /** @param changed something else is to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What stands in the field of an iteration. */
  text(id: Id): string {
    return this.#drafts.get(id) ?? '';
  }

  /** Keeps what somebody has written in the field. */
  write(id: Id, text: string): void {
    if (text === '') this.#drafts.delete(id);
    else this.#drafts.set(id, text);
  }

  /** Puts something else into the field. */
  put(id: Id, text: string): void {
    this.write(id, text);
    this.#changed();
  }
}
