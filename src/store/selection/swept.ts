import type { Id } from '../../model/index.js';
import type { SelectedSet, Standing } from './selected-set.js';

/** What a range, or a marquee, has added or taken away, and how it stood before, as long as that can still change. */
export class Swept {
  readonly #set: SelectedSet;
  readonly #before = new Map<Id, Standing>();
  #on = true;
  #view = '';
  #hasTwice = false;

  constructor(set: SelectedSet) {
    this.#set = set;
  }

  /** Whether it selects, or takes away. */
  get on(): boolean {
    return this.#on;
  }

  /** An adapter gave an id twice that has been swept: where one of its places is left, the other may still be in the range. */
  get hasTwice(): boolean {
    return this.#hasTwice;
  }

  get ids(): Iterable<Id> {
    return this.#before.keys();
  }

  get size(): number {
    return this.#before.size;
  }

  /** @param view key of the query of the list that it is swept in. */
  begin(on: boolean, view: string): void {
    this.#on = on;
    this.#view = view;
  }

  /**
   * Sweeps one more, where that changes anything; answers whether it could.
   * @param isFull as much is selected as may be.
   */
  add(id: Id, isFull: boolean): boolean {
    if (this.#set.has(id, this.#view) === this.#on) {
      this.#hasTwice ||= this.#before.has(id);
      return true;
    }
    if (this.#on && isFull) return false;
    this.#before.set(id, this.#set.peek(id));
    this.#set.set(id, this.#on, this.#view);
    return true;
  }

  putBack(id: Id): void {
    const standing = this.#before.get(id);
    if (standing === undefined) return;
    this.#set.restore(id, standing);
    this.#before.delete(id);
  }

  /** A row is not there any more; answers whether it was swept. */
  forget(id: Id): boolean {
    return this.#before.delete(id);
  }

  /** What was swept stays. */
  keep(): void {
    this.#before.clear();
    this.#hasTwice = false;
  }
}
