import { toFailure } from '../data/index.js';
import type { Id, MediaSource } from '../model/index.js';
import type { StoreCore } from './store-core.js';

/** Asks once per item, and for many items at once, for fresh addresses of media that did not load. */
export class MediaHealer {
  readonly #core: StoreCore;
  readonly #asked = new Set<string>();
  #waiting = new Set<Id>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  /** Asks for fresh addresses, unless that has been done for the present ones. */
  heal(id: Id): void {
    const url = this.#core.iterations.get(id)?.media?.url;
    if (url === undefined || !this.#core.adapter.refreshMedia) return;
    const asked = JSON.stringify([id, url]);
    if (this.#asked.has(asked)) return;
    this.#asked.add(asked);
    if (this.#waiting.size === 0) queueMicrotask(() => void this.#ask());
    this.#waiting.add(id);
  }

  async #ask(): Promise<void> {
    const ids = [...this.#waiting];
    this.#waiting = new Set();
    const { adapter, caller, iterations } = this.#core;
    try {
      const fresh = await caller.read((call) => adapter.refreshMedia?.(ids, call) ?? Promise.resolve([]));
      ids.forEach((id, index) => {
        const media: MediaSource | null | undefined = fresh[index];
        if (!media) return;
        // What came back counts as asked for too: an address that fails again is not asked for a third time.
        this.#asked.add(JSON.stringify([id, media.url]));
        iterations.adjust(id, (row) => ({ ...row, media }));
      });
    } catch (thrown) {
      // The tile shows that its picture is missing; there is nothing more to do here.
      void toFailure(thrown);
    }
  }
}
