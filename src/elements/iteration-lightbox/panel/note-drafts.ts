import type { Id, Iteration } from '../../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../../store/index.js';
import { keepNote, takeKeptNote } from './kept-notes.js';

interface NoteDraft {
  readonly text: string;
  /** It was not taken: it is sent again when somebody asks for that, or changes it. */
  readonly isRefused: boolean;
}

/** Notes that are being written: kept until the backend has taken them, however often somebody looks elsewhere. */
export class NoteDrafts {
  /** By store: two may have the same ids. */
  readonly #drafts = new Map<ImaginationsStore, Map<Id, NoteDraft>>();
  readonly #save: (store: ImaginationsStore, id: Id, note: string) => Promise<BatchOutcome | undefined>;
  readonly #changed: () => void;
  /** Those that were looked for among what is kept. */
  readonly #taken = new WeakMap<ImaginationsStore, Set<Id>>();

  /** @param save sends one. @param changed something else is to be shown. */
  constructor(
    save: (store: ImaginationsStore, id: Id, note: string) => Promise<BatchOutcome | undefined>,
    changed: () => void,
  ) {
    this.#save = save;
    this.#changed = changed;
  }

  /** What stands in the field, where that is not what the row says. */
  text(store: ImaginationsStore, id: Id): string | undefined {
    return this.#drafts.get(store)?.get(id)?.text;
  }

  isRefused(store: ImaginationsStore, id: Id): boolean {
    return this.#drafts.get(store)?.get(id)?.isRefused ?? false;
  }

  /** Takes up what an earlier page has left of a row: it is not sent by itself. */
  takeUp(store: ImaginationsStore, row: Iteration): void {
    const taken = this.#taken.get(store) ?? new Set();
    if (taken.has(row.id)) return;
    this.#taken.set(store, taken.add(row.id));
    const text = this.text(store, row.id) === undefined ? takeKeptNote(row, store.adapter) : undefined;
    if (text !== undefined) this.#keep(store, row.id, { text, isRefused: true });
  }

  write(store: ImaginationsStore, id: Id, text: string): void {
    const wasRefused = this.isRefused(store, id);
    this.#keepBeyond(store, id, text);
    this.#keep(store, id, { text, isRefused: false });
    if (wasRefused) this.#changed();
  }

  /** Saves what has been written. */
  async save(store: ImaginationsStore, id: Id): Promise<void> {
    const text = this.text(store, id);
    if (text === undefined) return;
    if (text !== (store.iteration(id)?.note ?? '')) {
      const outcome = await this.#save(store, id, text);
      // Somebody writes on.
      if (this.text(store, id) !== text) return;
      if (!outcome || outcome.error || outcome.failed.length > 0) {
        this.#keep(store, id, { text, isRefused: true });
        this.#changed();
        return;
      }
    }
    this.#keepBeyond(store, id, undefined);
    const drafts = this.#drafts.get(store);
    drafts?.delete(id);
    // A store of which nothing is kept may go.
    if (drafts?.size === 0) this.#drafts.delete(store);
    this.#changed();
  }

  /** Saves those of what is not looked at any more: a field that goes does not say that it loses the focus. */
  leave(store?: ImaginationsStore, shown?: Id | null): void {
    for (const [one, drafts] of this.#drafts) {
      for (const [id, { isRefused }] of drafts) {
        // Not at once: what is told of it would be drawn by an update that is just ending.
        if ((one !== store || id !== shown) && !isRefused) queueMicrotask(() => void this.save(one, id));
      }
    }
  }

  /** In the storage, too. */
  #keepBeyond(store: ImaginationsStore, id: Id, text: string | undefined): void {
    const row = store.iteration(id);
    if (row) keepNote(row, text, store.adapter);
  }

  #keep(store: ImaginationsStore, id: Id, draft: NoteDraft): void {
    const drafts = this.#drafts.get(store) ?? new Map<Id, NoteDraft>();
    this.#drafts.set(store, drafts.set(id, draft));
  }
}
