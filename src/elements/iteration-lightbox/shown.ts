import type { Localizer } from '../../i18n/index.js';
import type { Failure, Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { StoreController, type StoreHost } from '../../controllers/store-controller.js';
import type { MediaTrouble } from '../../ui/media-trouble.js';
import { comparedIn } from '../intents/compared.js';
import { announceIntent } from '../intents/intent-event.js';
import { claimStore, releaseStore } from './dialog-shell.js';
import { LightboxOpenEvent } from './events.js';
import { Narrator } from './narrator.js';
import { RowLoading } from './row-loading.js';
import { Sequence, type LightboxView } from './sequence.js';
import { takeOpenedList, type OpenedList } from '../collection/opened-list.js';

/** What this needs of its lightbox. */
export interface ShownHost extends StoreHost {
  /** Told of the name and the old value of a property that has changed. */
  requestUpdate(name?: PropertyKey, before?: unknown): void;
}

export interface ShownOptions {
  readonly localizer: () => Localizer;
  /** Another iteration is about to be shown, or the same anew. */
  readonly begins: () => void;
  /** Nothing is shown from now on: the host objects, or there is another store. */
  readonly ends: () => void;
  /** Where a view stands, in words. */
  readonly place: (view: LightboxView) => string;
  /** What is wrong with the medium of a view, and stays so. */
  readonly trouble: (view: LightboxView) => MediaTrouble | undefined;
  /** What is shown in place of what has left, the sibling or something else; nothing as long as that is not known. */
  readonly replace: (store: ImaginationsStore, view: LightboxView, sibling: Id | null) => Id | null | undefined;
}

/**
 * What a lightbox shows: the iteration at which its store's navigation is. The first lightbox of a store has it, and keeps it
 * until it closes.
 */
export class Shown {
  readonly sequence = new Sequence();
  readonly narrator = new Narrator();
  readonly #host: ShownHost;
  readonly #options: ShownOptions;
  readonly #data: StoreController<LightboxView>;
  readonly #loading: RowLoading;
  #owned: ImaginationsStore | undefined;
  #opened: OpenedList | undefined;
  #view: LightboxView | undefined;
  #id: Id | null = null;
  /** Set before there was a store to tell. */
  #wanted: Id | null | undefined;
  /** The last thing that was opened or closed by a property write. */
  #written: Id | null | undefined;

  constructor(host: ShownHost, options: ShownOptions) {
    this.#host = host;
    this.#options = options;
    this.#loading = new RowLoading(() => host.requestUpdate());
    this.#data = new StoreController(
      host,
      (store) => this.sequence.read(store),
      (store) => this.#storeChanged(store),
    );
    // After the store's controller, which selects at this moment.
    host.addController({ hostUpdate: () => this.#follow(), hostDisconnected: () => this.clear() });
  }

  /** The element's store, whether it is this one's turn or not. */
  get store(): ImaginationsStore | undefined {
    return this.#data.store;
  }

  /** The store whose iteration is shown. */
  get owned(): ImaginationsStore | undefined {
    return this.#owned;
  }

  /** The list that it was opened from, where it was opened from one. */
  get opened(): OpenedList | undefined {
    return this.#opened;
  }

  get view(): LightboxView | undefined {
    return this.#view;
  }

  /** Whether there is a row to show, and it is to be shown: what closes is drawn still. */
  get isKnown(): boolean {
    return this.#owned !== undefined && this.#view?.row !== undefined;
  }

  /** Why there is no row. */
  get failure(): Failure | undefined {
    return this.#loading.failure;
  }

  /** The iteration that is, or is to be, shown. */
  get id(): Id | null {
    return this.#wanted === undefined ? this.#id : this.#wanted;
  }

  /** Where the store is, if that is shown here. */
  get current(): Id | null {
    return this.#owned && this.#view ? (this.#data.store?.navigation.value.iterationId ?? null) : null;
  }

  /** Opens or closes by a property. */
  write(to: Id | null): void {
    this.#written = to;
    const { store } = this.#data;
    if (store) store.navigate({ iterationId: to });
    else this.#wanted = to;
  }

  /** Whether a property write opened, or closed, what `id` is; asked once. */
  takeWritten(id: Id | null): boolean {
    const isWritten = this.#written === id;
    this.#written = undefined;
    return isWritten;
  }

  /** Reads what is shown, anew. */
  begin(): void {
    const [store, id] = [this.#owned, this.#view?.id];
    if (store && id) this.#begin(store, id);
  }

  /** Lets go of the store; what was shown stays drawn until it is {@link forget forgotten}. */
  release(): void {
    releaseStore(this.#owned, this.#host);
    this.#owned = this.#opened = undefined;
    this.narrator.reset();
  }

  forget(): void {
    this.#view = undefined;
  }

  /** Ends without a trace: another store, or out of the page. */
  clear(): void {
    this.#options.ends();
    this.forget();
    this.sequence.reset();
    this.#host.requestUpdate();
  }

  #storeChanged(store: ImaginationsStore | undefined): void {
    if (store !== this.#owned) this.clear();
    if (!store || this.#wanted === undefined) return;
    store.navigate({ iterationId: this.#wanted });
    this.#wanted = undefined;
  }

  /** Takes over what the store says, before it is drawn. */
  #follow(): void {
    const { store, value } = this.#data;
    if (!store || !value || !this.#host.isConnected) return;
    const { id } = value;
    if (id !== this.#id) {
      const before = this.#id;
      this.#id = id;
      this.#host.requestUpdate('iterationId', before);
    }
    if (id === null || !this.#admit(store, id)) return;
    if (this.sequence.hasLeft(value)) {
      const next = this.#options.replace(store, value, this.sequence.replacement(store));
      if (next !== undefined) store.navigate({ iterationId: next });
      return;
    }
    if (id !== this.#view?.id) this.#begin(store, id);
    this.#view = value;
    const isRead = this.#host.shadowRoot?.activeElement?.matches('.cell, .pane') ?? false;
    const { localizer, place, trouble } = this.#options;
    this.narrator.look(value, localizer(), place(value), isRead, trouble(value));
  }

  /** Whether this lightbox shows what the store is at: the first of those with this store does, unless the host objects. */
  #admit(store: ImaginationsStore, id: Id): boolean {
    if (this.#owned === store) return true;
    if (!claimStore(store, this.#host)) return false;
    this.#owned = store;
    this.#opened = takeOpenedList(store, id);
    if (this.#written === id || announceIntent(this.#host, new LightboxOpenEvent(id, comparedIn(store).ids)))
      return true;
    this.#options.ends();
    store.navigate({ iterationId: null });
    return false;
  }

  #begin(store: ImaginationsStore, id: Id): void {
    this.#options.begins();
    if (this.#view) this.#host.requestUpdate();
    this.#loading.start(store, id);
  }
}
