/** Totals that needed a walk, as long as nothing has changed. */
export class Totals {
  readonly #known = new Map<string, number>();
  #at = '';

  async get(position: string, key: string, count: () => Promise<number>): Promise<number> {
    if (position !== this.#at) this.#known.clear();
    this.#at = position;
    const total = this.#known.get(key) ?? (await count());
    if (position === this.#at) this.#known.set(key, total);
    return total;
  }
}
