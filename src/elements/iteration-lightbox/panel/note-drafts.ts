import type { Id } from '../../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../../store/index.js';

interface NoteDraft {
  readonly text: string;
  readonly store: ImaginationsStore;
  /** It was not taken: it is sent again when somebody asks for that, or changes it. */
  readonly isRefused: boolean;
}

/** Notes that are being written: kept until the backend has taken them, however often somebody looks elsewhere. */
export class NoteDrafts {
  readonly #drafts = new Map<Id, NoteDraft>();
  readonly #save: (store: ImaginationsStore, id: Id, note: string) => Promise<BatchOutcome | undefined>;
  readonly #changed: () => void;

  /** @param save sends one. @param changed something else is to be shown. */
  constructor(
    save: (store: ImaginationsStore, id: Id, note: string) => Promise<BatchOutcome | undefined>,
    changed: () => void,
  ) {
    this.#save = save;
    this.#changed = changed;
  }

  /** What stands in the field, where that is not what the row says. */
  text(id: Id): string | undefined {
    return this.#drafts.get(id)?.text;
  }

  isRefused(id: Id): boolean {
    return this.#drafts.get(id)?.isRefused ?? false;
  }

  write(store: ImaginationsStore, id: Id, text: string): void {
    const wasRefused = this.isRefused(id);
    this.#drafts.set(id, { store, text, isRefused: false });
    if (wasRefused) this.#changed();
  }

  /** Saves what has been written. */
  async save(id: Id): Promise<void> {
    const draft = this.#drafts.get(id);
    if (!draft) return;
    const { store, text } = draft;
    if (text !== (store.iteration(id)?.note ?? '')) {
      const outcome = await this.#save(store, id, text);
      // Somebody writes on.
      if (this.#drafts.get(id)?.text !== text) return;
      if (!outcome || outcome.error || outcome.failed.length > 0) {
        this.#drafts.set(id, { store, text, isRefused: true });
        this.#changed();
        return;
      }
    }
    this.#drafts.delete(id);
    this.#changed();
  }

  /** Saves those of what is not looked at any more: a field that goes does not say that it loses the focus. */
  leave(shown: Id | undefined): void {
    for (const [id, { isRefused }] of this.#drafts) {
      // Not at once: what is told of it would be drawn by an update that is just ending.
      if (id !== shown && !isRefused) queueMicrotask(() => void this.save(id));
    }
  }
}
