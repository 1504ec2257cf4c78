import { firstWhere } from '../../internal/sorted-search.js';
import type { Bound, Entry, Span, Table } from '../local/storage.js';

type Place = Pick<Bound, 'at' | 'id'>;

const compare = (a: Place, b: Place): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Index of the first row that is not before a place (or, with `after`, the first one behind it). */
const search = (rows: readonly Place[], place: Place, after: boolean): number =>
  firstWhere(0, rows.length, (at) => {
    const row = rows[at];
    const order = row ? compare(row, place) : 0;
    return after ? order > 0 : order >= 0;
  });

/** One table: rows by id, and per facet an array in the order of `(at, id)`. */
export class MemoryTable<T extends Table> {
  readonly #rows = new Map<string, Entry<T>>();
  readonly #facets = new Map<string, Entry<T>[]>();

  get(id: string): Entry<T> | undefined {
    return this.#rows.get(id);
  }

  put(entry: Entry<T>): void {
    const earlier = this.#rows.get(entry.id);
    if (earlier) this.#unlist(earlier);
    this.#rows.set(entry.id, entry);
    for (const facet of entry.facets) {
      const rows = this.#facets.get(facet);
      if (!rows) this.#facets.set(facet, [entry]);
      else rows.splice(search(rows, entry, false), 0, entry);
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
    this.#unlist(entry);
  }

  slice(span: Span, limit: number, reverse = false, skip = 0): readonly Entry<T>[] {
    const [rows, start, end] = this.#range(span);
    if (!reverse) return rows.slice(Math.min(start + skip, end), Math.min(start + skip + limit, end));
    return rows.slice(Math.max(start, end - skip - limit), Math.max(start, end - skip)).reverse();
  }

  count(span: Span): number {
    const [, start, end] = this.#range(span);
    return Math.max(0, end - start);
  }

  #range({ facet, lower, upper }: Span): [rows: readonly Entry<T>[], start: number, end: number] {
    const rows = this.#facets.get(facet) ?? [];
    const start = lower ? search(rows, lower, lower.open) : 0;
    const end = upper ? search(rows, upper, !upper.open) : rows.length;
    return [rows, start, Math.max(start, end)];
  }

  #unlist(entry: Entry<T>): void {
    for (const facet of entry.facets) {
      const rows = this.#facets.get(facet);
      const index = rows ? search(rows, entry, false) : -1;
      if (rows?.[index]?.id === entry.id) rows.splice(index, 1);
      if (rows?.length === 0) this.#facets.delete(facet);
    }
  }
}
