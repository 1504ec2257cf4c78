import { createId } from '../../internal/create-id.js';
import type { Presence } from '../local/presence.js';
import type { RowStorage } from '../local/storage.js';

const BEAT_MS = 5000;
const DEAD_MS = 20_000;

/** Each page holds a lock of its own name; the browser lets go of it when the page dies, however it does. */
class LockPresence implements Presence {
  readonly #locks: LockManager;
  readonly #prefix: string;
  readonly #id = createId(Date.now());
  readonly #end = new AbortController();
  #claim: Promise<string> | undefined;

  constructor(locks: LockManager, name: string) {
    this.#locks = locks;
    this.#prefix = `imaginations:${name}:runner:`;
  }

  claim(): Promise<string> {
    this.#claim ??= new Promise((resolve, reject) => {
      const hold = () =>
        new Promise<void>((release) => {
          this.#end.signal.addEventListener('abort', () => release(), { once: true });
          resolve(this.#id);
        });
      this.#locks.request(this.#prefix + this.#id, { signal: this.#end.signal }, hold).catch(reject);
    });
    return this.#claim;
  }

  async isAlive(runner: string): Promise<boolean> {
    return this.#locks.request(this.#prefix + runner, { ifAvailable: true }, (lock) => lock === null);
  }

  whenGone(runner: string, gone: () => void): void {
    if (runner === this.#id) return;
    this.#locks.request(this.#prefix + runner, { signal: this.#end.signal }, () => gone()).catch(() => undefined);
  }

  dispose(): void {
    this.#end.abort();
  }
}

/** Where there are no locks (a page that is not served securely): a row that is written again and again. */
class BeatPresence implements Presence {
  readonly #storage: RowStorage;
  readonly #id = createId(Date.now());
  readonly #timers = new Set<ReturnType<typeof setInterval>>();
  #claim: Promise<string> | undefined;

  constructor(storage: RowStorage) {
    this.#storage = storage;
  }

  claim(): Promise<string> {
    this.#claim ??= this.#beat().then(() => {
      this.#every(BEAT_MS, () => void this.#beat().catch(() => undefined));
      return this.#id;
    });
    return this.#claim;
  }

  async isAlive(runner: string): Promise<boolean> {
    const row = await this.#storage.transaction('readonly', (tx) => tx.get('runners', runner));
    return row !== undefined && Date.now() - row.value.beat < DEAD_MS;
  }

  whenGone(runner: string, gone: () => void): void {
    if (runner === this.#id) return;
    const timer = this.#every(BEAT_MS, () => {
      void this.isAlive(runner)
        .catch(() => true)
        .then((alive) => {
          if (alive || !this.#timers.delete(timer)) return;
          clearInterval(timer);
          gone();
        });
    });
  }

  dispose(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers.clear();
  }

  #every(ms: number, work: () => void): ReturnType<typeof setInterval> {
    const timer = setInterval(work, ms);
    this.#timers.add(timer);
    return timer;
  }

  #beat(): Promise<void> {
    const row = { id: this.#id, at: '', facets: [], value: { beat: Date.now() } };
    return this.#storage.transaction('readwrite', (tx) => tx.put('runners', row));
  }
}

/** Tells other pages that this one is there. */
export function tabPresence(name: string, storage: RowStorage): Presence {
  const locks = (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks;
  return locks ? new LockPresence(locks, name) : new BeatPresence(storage);
}
