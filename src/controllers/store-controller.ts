import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { storeContext } from '../context/store-context.js';
import type { ImaginationsAdapter } from '../data/index.js';
import { shallowEqual } from '../internal/shallow-equal.js';
import { storeFor, type ImaginationsStore } from '../store/index.js';
import { LateContext } from './late-context.js';

/** What an element offers to bring its own data. */
export interface StoreHost extends ReactiveControllerHost, HTMLElement {
  /** A backend of its own; comes before a provider's store. */
  adapter?: ImaginationsAdapter | undefined;
  /** A store of its own; comes before everything else. */
  store?: ImaginationsStore | undefined;
}

const isHidden = (): boolean => typeof document !== 'undefined' && document.hidden;

/** The store of an adapter, with the page's own state behind it. */
export const pageStoreFor = (adapter: ImaginationsAdapter): ImaginationsStore => storeFor(adapter, { isHidden });

/**
 * Finds an element's store - its own `store`, that of its `adapter`, or the nearest provider's - keeps it connected while
 * the element is, selects from it, and updates the element when, and only when, the selection has changed.
 */
export class StoreController<T = undefined> implements ReactiveController {
  readonly #host: StoreHost;
  readonly #select: ((store: ImaginationsStore) => T) | undefined;
  readonly #onStore: ((store: ImaginationsStore | undefined) => void) | undefined;
  /** The nearest provider's; an element that was taken out of one has none. */
  #provided: ImaginationsStore | undefined;
  #store: ImaginationsStore | undefined;
  #value: T | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param select takes what the element shows; compared member by member.
   * @param onStore called when the element gets another store, or none.
   */
  constructor(
    host: StoreHost,
    select?: (store: ImaginationsStore) => T,
    onStore?: (store: ImaginationsStore | undefined) => void,
  ) {
    this.#host = host;
    this.#select = select;
    this.#onStore = onStore;
    new LateContext<ImaginationsStore | undefined>(host, storeContext, (store) => {
      this.#provided = store;
      this.#attach();
    });
    // After the context, so that a move into another provider is one change.
    host.addController(this);
  }

  /** `undefined` while there is none yet. */
  get store(): ImaginationsStore | undefined {
    return this.#store;
  }

  /** What was selected last. */
  get value(): T | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#attach();
  }

  hostUpdate(): void {
    // `store` and `adapter` are plain properties: whoever sets them causes an update.
    this.#attach();
    // The selection may depend on the element's own properties.
    if (this.#store && this.#select) this.#value = this.#select(this.#store);
  }

  hostDisconnected(): void {
    this.#provided = undefined;
    this.#detach();
  }

  #find(): ImaginationsStore | undefined {
    const { store, adapter } = this.#host;
    return store ?? (adapter ? pageStoreFor(adapter) : this.#provided);
  }

  #attach(): void {
    if (!this.#host.isConnected) return;
    const store = this.#find();
    if (store === this.#store && (this.#stop || !store)) return;
    this.#detach();
    this.#store = store;
    if (!store) this.#value = undefined;
    if (store) {
      const release = store.retain();
      const unsubscribe = store.subscribe(() => this.#check(store));
      this.#stop = () => {
        unsubscribe();
        release();
      };
    }
    this.#onStore?.(store);
    this.#host.requestUpdate();
  }

  #detach(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #check(store: ImaginationsStore): void {
    if (!this.#select) return;
    const value = this.#select(store);
    if (shallowEqual(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
