/** A list that is read page by page from its start, or where somebody looks. */
export interface ShownList<S> {
  /** The list as it stands. */
  readonly value: S;
  load(): Promise<void>;
  /** Reads the next page, or again what failed. */
  more(): Promise<void>;
  /** Says which items somebody looks at, where they can be read by themselves; `leave`: none any more. */
  want?(who: object, first: number, end: number): void;
  leave?(who: object): void;
}

/** Tells the list that an element shows which of it is looked at, and one that it does not show any more that nothing is. */
export class Looking {
  #list: ShownList<unknown> | undefined;

  /**
   * Looks at items from `first` up to, not including, `end`.
   * @returns how many are read beyond either end.
   */
  at(list: ShownList<unknown>, first: number, end: number): number {
    if (list !== this.#list) this.leave();
    this.#list = list;
    // Half as much again on either side: what is about to be drawn should not have to be drawn twice.
    const ahead = Math.ceil((end - first) / 2);
    list.want?.(this, first - ahead, end + ahead);
    return ahead;
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#list?.leave?.(this);
    this.#list = undefined;
  }
}
