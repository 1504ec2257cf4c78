import type { IDBPTransaction } from 'idb';
import type { Bound, Entry, Span, Table, Transaction } from '../local/storage.js';
import { cut } from '../local/walk.js';
import { isReadable } from './readable.js';
import { POSTINGS, toStored } from './schema.js';

type Key = readonly [facet: string, at?: string | readonly string[], id?: string];

interface Keys {
  readonly lower: Key;
  readonly upper: Key;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

const keyAt = (facet: string, { at, id }: Bound): Key => [facet, at, id];

const keysOf = ({ facet, lower, upper }: Span): Keys => ({
  lower: lower ? keyAt(facet, lower) : [facet],
  // An array sorts behind every text.
  upper: upper ? keyAt(facet, upper) : [facet, []],
  lowerOpen: lower?.open ?? false,
  upperOpen: upper?.open ?? false,
});

/** `undefined` where nothing can lie between the two. */
function rangeOf({ lower, upper, lowerOpen, upperOpen }: Keys): IDBKeyRange | undefined {
  const order = indexedDB.cmp(lower, upper);
  if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) return undefined;
  return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
}

/** The place of a row under a facet, as the index knows it; also of a row that is broken otherwise. */
function placeOf(row: unknown, facet: string): Bound | undefined {
  const postings: unknown = typeof row === 'object' && row !== null && POSTINGS in row ? row[POSTINGS] : undefined;
  const found: unknown = Array.isArray(postings)
    ? (postings as unknown[]).find((posting) => Array.isArray(posting) && posting[0] === facet)
    : undefined;
  const [, at, id] = (found ?? []) as unknown[];
  return typeof at === 'string' && typeof id === 'string' ? { at, id, open: true } : undefined;
}

interface Readable {
  getAll(range: IDBKeyRange, limit?: number): Promise<unknown[]>;
}

const read = (index: Readable, range: IDBKeyRange, limit?: number): Promise<unknown[]> => index.getAll(range, limit);

/** Rows of one IndexedDB transaction. */
export class IndexedDbTransaction<Mode extends 'readonly' | 'readwrite'> implements Transaction {
  readonly #tx: IDBPTransaction<unknown, string[], Mode>;

  constructor(tx: IDBPTransaction<unknown, string[], Mode>) {
    this.#tx = tx;
  }

  async get<T extends Table>(table: T, id: string): Promise<Entry<T> | undefined> {
    const row: unknown = await this.#tx.objectStore(table).get(id);
    return isReadable(table, row) ? row : undefined;
  }

  async put<T extends Table>(table: T, entry: Entry<T>): Promise<void> {
    await this.#tx.objectStore(table).put?.(toStored(entry));
  }

  async delete(table: Table, id: string): Promise<void> {
    await this.#tx.objectStore(table).delete?.(id);
  }

  async page<T extends Table>(
    table: T,
    span: Span,
    {
      limit,
      reverse = false,
      skip = 0,
    }: { readonly limit: number; readonly reverse?: boolean; readonly skip?: number },
  ): Promise<readonly Entry<T>[]> {
    const rows: Entry<T>[] = [];
    let rest = span;
    for (let left = skip; rows.length < limit; left = 0) {
      const wanted = limit - rows.length;
      const found = await this.#read(table, rest, wanted, reverse, left);
      for (const row of found) if (isReadable(table, row)) rows.push(row);
      const last = found.length < wanted ? undefined : placeOf(found.at(-1), span.facet);
      // Fewer than wanted: the end. Otherwise another round makes up for broken rows.
      if (!last) break;
      rest = cut(rest, last, reverse);
    }
    return rows;
  }

  async count(table: Table, span: Span): Promise<number> {
    const range = rangeOf(keysOf(span));
    return range ? this.#tx.objectStore(table).index(POSTINGS).count(range) : 0;
  }

  /** Finds both ends of the page by key alone, and reads what lies between them in one request. */
  async #read(table: Table, span: Span, limit: number, reverse: boolean, skip: number): Promise<readonly unknown[]> {
    const index = this.#tx.objectStore(table).index(POSTINGS);
    const keys = keysOf(span);
    const range = rangeOf(keys);
    if (!range) return [];
    if (!reverse && skip === 0) return read(index, range, limit);
    let cursor = await index.openKeyCursor(range, reverse ? 'prev' : 'next');
    if (cursor && skip > 0) cursor = await cursor.advance(skip);
    if (!cursor) return [];
    const near = cursor.key;
    if (!reverse) return read(index, IDBKeyRange.bound(near, keys.upper, false, keys.upperOpen), limit);
    if (limit > 1) cursor = await cursor.advance(limit - 1);
    const far = cursor ? IDBKeyRange.bound(cursor.key, near) : IDBKeyRange.bound(keys.lower, near, keys.lowerOpen);
    return (await read(index, far)).reverse();
  }
}
