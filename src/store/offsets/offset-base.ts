import type { Id } from '../../model/index.js';

/** What stands at a place where the backend sent something that is no row. */
const NO_ROW = '';

/** A list as a backend has it, as far as it was read: the id at each offset. */
export class OffsetBase {
  readonly #ids: (Id | undefined)[];
  readonly #members = new Set<Id>();
  #isGappy = false;

  /** @param count how many rows there are. */
  constructor(count: number) {
    this.#ids = new Array<Id | undefined>(count).fill(undefined);
  }

  get count(): number {
    return this.#ids.length;
  }

  has(id: Id): boolean {
    return this.#members.has(id);
  }

  /** Whether an offset has been read. */
  isRead(offset: number): boolean {
    return this.#ids[offset] !== undefined;
  }

  /** The row at an offset, where there is one. */
  id(offset: number): Id | undefined {
    return this.#ids[offset] || undefined;
  }

  /** Takes what was read; `dropped`: rows among it that cannot be drawn. */
  put(offset: number, ids: readonly Id[], dropped: number): void {
    const end = Math.min(this.count, offset + Math.max(1, ids.length + dropped));
    for (const known of this.#ids.slice(offset, end)) if (known) this.#members.delete(known);
    for (let at = offset; at < end; at++) {
      const id = ids[at - offset];
      // The list has moved meanwhile: a row is in one place only.
      const isNew = id !== undefined && !this.#members.has(id);
      this.#ids[at] = isNew ? id : NO_ROW;
      if (isNew) this.#members.add(id);
      else this.#isGappy = true;
    }
  }

  /** What there is to show, in order; nothing where it has not been read. @param isGone of rows that have left since. */
  list(isGone?: (id: Id) => boolean): (Id | undefined)[] {
    if (!this.#isGappy && !isGone) return this.#ids.slice();
    return this.#ids.filter((id) => id === undefined || (id !== NO_ROW && !isGone?.(id)));
  }
}
