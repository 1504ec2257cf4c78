import { snapshot } from '../../internal/snapshot.js';
import type { Entry, RowStorage, Span, Table, Transaction } from '../local/storage.js';
import { MemoryTable } from './memory-table.js';

type AllTables = { readonly [T in Table]: MemoryTable<T> };

/** Rows in memory: one transaction at a time, undone when it throws. */
export class MemoryStorage implements RowStorage {
  readonly keepsBlobs = true;
  readonly #tables: AllTables = {
    sessions: new MemoryTable(),
    iterations: new MemoryTable(),
    generations: new MemoryTable(),
    projects: new MemoryTable(),
    blobs: new MemoryTable(),
    files: new MemoryTable(),
    changes: new MemoryTable(),
    keys: new MemoryTable(),
    undos: new MemoryTable(),
    runners: new MemoryTable(),
    meta: new MemoryTable(),
  };
  readonly #latencyMs: number;
  #last: Promise<unknown> = Promise.resolve();

  /** @param latencyMs how long each transaction is kept waiting. */
  constructor(latencyMs = 0) {
    this.#latencyMs = latencyMs;
  }

  async transaction<R>(_mode: 'readonly' | 'readwrite', work: (tx: Transaction) => Promise<R>): Promise<R> {
    if (this.#latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#latencyMs));
    const run = this.#last.then(() => this.#run(work));
    this.#last = run.catch(() => undefined);
    return run;
  }

  close(): void {
    // Nothing to let go of.
  }

  async #run<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    const back: (() => void)[] = [];
    try {
      return await work(this.#begin(back));
    } catch (error) {
      for (const step of back.reverse()) step();
      throw error;
    }
  }

  #begin(back: (() => void)[]): Transaction {
    const tables = this.#tables;
    const table = <T extends Table>(name: T): MemoryTable<T> => tables[name];
    return {
      get: <T extends Table>(name: T, id: string) => Promise.resolve(table(name).get(id)),
      put: <T extends Table>(name: T, entry: Entry<T>) => {
        back.push(table(name).keep(entry.id));
        table(name).put(snapshot(entry));
        return Promise.resolve();
      },
      delete: (name: Table, id: string) => {
        back.push(table(name).keep(id));
        table(name).delete(id);
        return Promise.resolve();
      },
      page: <T extends Table>(
        name: T,
        span: Span,
        options: { readonly limit: number; readonly reverse?: boolean; readonly skip?: number },
      ) => Promise.resolve(table(name).slice(span, options.limit, options.reverse, options.skip)),
      count: (name: Table, span: Span) => Promise.resolve(table(name).count(span)),
    };
  }
}
