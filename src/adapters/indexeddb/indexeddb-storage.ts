import type { IDBPDatabase } from 'idb';
import { AdapterError } from '../../data/index.js';
import { TABLES, type RowStorage, type Transaction } from '../local/storage.js';
import type { Connection } from './connection.js';
import { IndexedDbTransaction } from './indexeddb-transaction.js';
import { isDeadConnection, toAdapterError } from './storage-errors.js';

/** Rows in IndexedDB. */
export class IndexedDbStorage implements RowStorage {
  /** Bytes: WebKit has lost blobs, and refuses them in private windows. */
  readonly keepsBlobs = false;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async transaction<R>(mode: 'readonly' | 'readwrite', work: (tx: Transaction) => Promise<R>): Promise<R> {
    try {
      return await this.#once(mode, work);
    } catch (error) {
      if (error instanceof AdapterError || !isDeadConnection(error)) throw toAdapterError(error);
      // The same handle would fail again; a transaction that failed has written nothing.
      this.#connection.reset();
      return await this.#once(mode, work).catch((second: unknown) => {
        throw toAdapterError(second);
      });
    }
  }

  close(): void {
    this.#connection.close();
  }

  async #once<R>(mode: 'readonly' | 'readwrite', work: (tx: Transaction) => Promise<R>): Promise<R> {
    return run(await this.#connection.open(), mode, work);
  }
}

async function run<R>(
  database: IDBPDatabase,
  mode: 'readonly' | 'readwrite',
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const tx = database.transaction([...TABLES] as string[], mode);
  // Whether it is looked at or not depends on how far the work gets.
  tx.done.catch(() => undefined);
  let result: R;
  try {
    result = await work(new IndexedDbTransaction(tx));
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has aborted by itself; then this is why.
      throw tx.error ?? error;
    }
    throw error;
  }
  await tx.done;
  return result;
}
