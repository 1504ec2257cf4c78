import type { ImaginationsAdapter } from '../data/index.js';
import { ImaginationsStore, type StoreOptions } from './store.js';

const stores = new WeakMap<ImaginationsAdapter, ImaginationsStore>();

/** The one store of an adapter, made when it is first asked for: elements with the same adapter share rows and stream. */
export function storeFor(adapter: ImaginationsAdapter, options?: StoreOptions): ImaginationsStore {
  const known = stores.get(adapter);
  if (known && !known.isDisposed) return known;
  const store = new ImaginationsStore(adapter, options);
  stores.set(adapter, store);
  return store;
}
