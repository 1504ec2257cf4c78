import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { TABLES, type Entry, type Table } from '../local/storage.js';

/** A row as it lies in the database: `postings` are the keys under which it is listed. */
export type StoredRow = Entry<Table> & {
  readonly postings: readonly (readonly [facet: string, at: string, id: string])[];
};

/** One step from a version of the schema to the next. */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/** Name of the one index each table has: every row under every facet, in the order of `(at, id)`. */
export const POSTINGS = 'postings';

function createTables(database: IDBPDatabase): void {
  for (const table of TABLES) {
    database.createObjectStore(table, { keyPath: 'id' }).createIndex(POSTINGS, POSTINGS, { multiEntry: true });
  }
}

/** Steps of the schema in order: their number is the version of the database. Never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [createTables];

/** A row as it is written. */
export const toStored = <T extends Table>({ id, at, facets, value }: Entry<T>): StoredRow => ({
  id,
  at,
  facets,
  value,
  postings: facets.map((facet) => [facet, at, id]),
});
