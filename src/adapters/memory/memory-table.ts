import type { Entry, Span, Table } from '../local/storage.js';
import { SortedRows } from './sorted-rows.js';

/** One table: rows by id, and per facet in the order of `(at, id)`. */
export class MemoryTable<T extends Table> {
  readonly #rows = new Map<string, Entry<T>>();
  readonly #facets = new Map<string, SortedRows<Entry<T>>>();

  get(id: string): Entry<T> | undefined {
    return this.#rows.get(id);
  }

  put(entry: Entry<T>): void {
    const earlier = this.#rows.get(entry.id);
    // Most facets of a row that changes are those that it had, and its place in them the same.
    if (earlier) this.#unlist(earlier, earlier.at === entry.at ? entry.facets : []);
    this.#rows.set(entry.id, entry);
    for (const facet of entry.facets) {
      let rows = this.#facets.get(facet);
      if (!rows) this.#facets.set(facet, (rows = new SortedRows()));
      rows.put(entry);
    }
  }

  /** What puts a row back as it is now. */
  keep(id: string): () => void {
    const entry = this.#rows.get(id);
    return () => (entry ? this.put(entry) : this.delete(id));
  }

  delete(id: string): void {
    const entry = this.#rows.get(id);
    if (!entry) return;
    this.#rows.delete(id);
    this.#unlist(entry, []);
  }

  slice(span: Span, limit: number, reverse = false, skip = 0): readonly Entry<T>[] {
    const [start, end] = this.#range(span);
    const rows = this.#facets.get(span.facet);
    if (!rows) return [];
    if (!reverse) return rows.slice(Math.min(start + skip, end), Math.min(start + skip + limit, end));
    return rows.slice(Math.max(start, end - skip - limit), Math.max(start, end - skip)).reverse();
  }

  count(span: Span): number {
    const [start, end] = this.#range(span);
    return Math.max(0, end - start);
  }

  #range({ facet, lower, upper }: Span): [start: number, end: number] {
    const rows = this.#facets.get(facet);
    if (!rows) return [0, 0];
    const start = lower ? rows.rank(lower, lower.open) : 0;
    const end = upper ? rows.rank(upper, !upper.open) : rows.length;
    return [start, Math.max(start, end)];
  }

  /** @param kept facets in which it stays, to be replaced. */
  #unlist(entry: Entry<T>, kept: readonly string[]): void {
    for (const facet of entry.facets) {
      if (kept.includes(facet)) continue;
      const rows = this.#facets.get(facet);
      rows?.delete(entry);
      if (rows?.length === 0) this.#facets.delete(facet);
    }
  }
}
