import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AdapterError } from '../../data/index.js';
import { MIGRATIONS, type Migration } from './schema.js';
import { toAdapterError, unavailable } from './storage-errors.js';

/** How long opening may take. */
export interface OpenTimes {
  /** Default 3000 ms. */
  readonly openMs?: number | undefined;
  /** While another tab holds an older version. Default 1500 ms. */
  readonly blockedMs?: number | undefined;
}

/** The connection to one database: opened when it is needed, closed when another tab wants to upgrade. */
export class Connection {
  readonly #name: string;
  readonly #migrations: readonly Migration[];
  readonly #openMs: number;
  readonly #blockedMs: number;
  #opening: Promise<IDBPDatabase> | undefined;
  #onBlocked: (() => void) | undefined;
  #closed = false;

  constructor(name: string, times: OpenTimes = {}, migrations: readonly Migration[] = MIGRATIONS) {
    this.#name = name;
    this.#migrations = migrations;
    this.#openMs = times.openMs ?? 3000;
    this.#blockedMs = times.blockedMs ?? 1500;
  }

  /** @throws AdapterError `unavailable` when it is denied, held by another tab, or does not answer. */
  async open(): Promise<IDBPDatabase> {
    if (this.#closed) throw new AdapterError('aborted', 'The adapter has been disposed of');
    // A late answer is not thrown away: whoever tries again waits for the same opening.
    const opening = this.#opening ?? this.#connect();
    this.#opening = opening;
    opening.catch(() => this.#forget(opening));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const denied = 'This browser does not let this page store anything.';
      timer = setTimeout(() => reject(unavailable('IndexedDB does not answer', 'timeout', denied)), this.#openMs);
      this.#onBlocked = () => {
        clearTimeout(timer);
        const held = 'Another tab holds an older version. Close or reload it.';
        timer = setTimeout(
          () => reject(unavailable('Another tab holds an older version open', 'blocked', held)),
          this.#blockedMs,
        );
      };
    });
    try {
      return await Promise.race([opening, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #forget(opening: Promise<IDBPDatabase>): void {
    if (this.#opening === opening) this.#opening = undefined;
  }

  /** Forgets a connection that has died. */
  reset(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    void opening?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  close(): void {
    this.#closed = true;
    this.reset();
  }

  async #migrate(
    database: IDBPDatabase,
    oldVersion: number,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  ): Promise<void> {
    for (const migrate of this.#migrations.slice(oldVersion)) await migrate(database, transaction);
  }

  async #connect(): Promise<IDBPDatabase> {
    try {
      const database = await openDB(this.#name, this.#migrations.length, {
        upgrade: (opened, oldVersion, _newVersion, transaction) => {
          // An upgrade is done as a whole or not at all; the opening itself says that it failed.
          transaction.done.catch(() => undefined);
          void this.#migrate(opened, oldVersion, transaction).catch(() => transaction.abort());
        },
        blocked: () => this.#onBlocked?.(),
        // Another tab upgrades or deletes: out of its way; the next call opens again.
        blocking: () => this.reset(),
        terminated: () => this.reset(),
      });
      if (this.#closed) database.close();
      return database;
    } catch (error) {
      throw toAdapterError(error);
    }
  }
}
