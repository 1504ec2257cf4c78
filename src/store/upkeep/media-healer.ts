import type { ImaginationsAdapter } from '../../data/index.js';
import type { Id, Iteration } from '../../model/index.js';
import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';
import type { EntityTable } from '../entity-table.js';
import { isMediaSource } from '../sanitize.js';

/** Addresses that fail within this time, in ms, are asked for together: each `<img>` fails in its own moment. */
const GATHER_MS = 100;
/** An address that fails again within this time, in ms, is not asked for again. */
const ONCE_IN_MS = 5 * 60_000;

/** What a healer needs. */
export interface HealerSource {
  readonly adapter: ImaginationsAdapter;
  readonly caller: Caller;
  readonly clock: Clock;
  readonly iterations: Pick<EntityTable<Iteration>, 'get' | 'adjust'>;
  /** Most items of one call. */
  portion(): number;
}

/** Asks once per item, and for many items at once, for fresh addresses of media that did not load. */
export class MediaHealer {
  readonly #source: HealerSource;
  /** Addresses asked for or just received, with the time: one per item. */
  readonly #asked = new Map<Id, { readonly url: string; readonly at: number }>();
  #waiting = new Set<Id>();

  constructor(source: HealerSource) {
    this.#source = source;
  }

  /**
   * Asks for fresh addresses, unless that has just been done for the present ones.
   * @param again asks all the same.
   */
  heal(id: Id, again?: boolean): void {
    const { adapter, clock, iterations } = this.#source;
    const url = iterations.get(id)?.media?.url;
    if (url === undefined || !adapter.refreshMedia) return;
    const asked = this.#asked.get(id);
    if (!again && asked?.url === url && clock.now() - asked.at < ONCE_IN_MS) return;
    this.#note(id, url);
    if (this.#waiting.size === 0) clock.after(GATHER_MS, () => void this.#ask());
    this.#waiting.add(id);
  }

  #note(id: Id, url: string): void {
    const at = this.#source.clock.now();
    // The oldest stand first: what is over is forgotten.
    for (const [old, asked] of this.#asked) {
      if (at - asked.at < ONCE_IN_MS) break;
      this.#asked.delete(old);
    }
    this.#asked.delete(id);
    this.#asked.set(id, { url, at });
  }

  async #ask(): Promise<void> {
    const all = [...this.#waiting];
    this.#waiting = new Set();
    const size = this.#source.portion();
    for (let start = 0; start < all.length; start += size) await this.#askFor(all.slice(start, start + size));
  }

  async #askFor(ids: readonly Id[]): Promise<void> {
    const { adapter, caller, iterations } = this.#source;
    try {
      const answer: unknown = await caller.read((call) => adapter.refreshMedia?.(ids, call) ?? Promise.resolve([]));
      const fresh: readonly unknown[] = Array.isArray(answer) ? answer : [];
      ids.forEach((id, index) => {
        const media = fresh[index];
        if (!isMediaSource(media)) return;
        // What came back counts as asked for too: an address that fails again is not asked for a third time.
        this.#note(id, media.url);
        iterations.adjust(id, (row) => ({ ...row, media }));
      });
    } catch {
      // The tile shows that its picture is missing; nobody has answered, so that it may be asked again.
      for (const id of ids) this.#asked.delete(id);
    }
  }
}
