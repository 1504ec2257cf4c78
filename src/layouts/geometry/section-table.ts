import { lastAtMost } from '../../internal/sorted-search.js';

/** Sections in columns: runs of items with the same key, each with the row it begins with. */
export class SectionTable {
  readonly #keys: string[] = [];
  readonly #rows: number[] = [];
  readonly #firsts: number[] = [];

  get count(): number {
    return this.#rows.length;
  }

  push(key: string, row: number, first: number): void {
    this.#keys.push(key);
    this.#rows.push(row);
    this.#firsts.push(first);
  }

  /** Forgets the sections that begin with row `rows` or later. */
  truncate(rows: number): void {
    const count = lastAtMost(this.#rows, this.#rows.length, rows - 1) + 1;
    this.#keys.length = this.#rows.length = this.#firsts.length = count;
  }

  key(section: number): string {
    return this.#keys[section] ?? '';
  }

  /** The row it begins with: its heading, where there are headings. */
  row(section: number): number {
    return this.#rows[section] ?? 0;
  }

  first(section: number): number {
    return this.#firsts[section] ?? 0;
  }

  ofRow(row: number): number {
    return lastAtMost(this.#rows, this.#rows.length, row);
  }
}
