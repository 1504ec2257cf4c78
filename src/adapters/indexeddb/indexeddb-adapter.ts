import type { Limits, MediaGenerator } from '../../data/index.js';
import { createLocalAdapter, type LocalAdapter } from '../local/local-adapter.js';
import { Connection, type OpenTimes } from './connection.js';
import { IndexedDbStorage } from './indexeddb-storage.js';
import { TabChannel } from './tab-channel.js';
import { tabPresence } from './tab-presence.js';

/** An adapter that keeps everything in this browser's IndexedDB, media included. */
export interface IndexedDbAdapter extends LocalAdapter {
  /** Asks the browser not to clear the data when it runs short of room; it may ask the person. Whether it will. */
  persist(): Promise<boolean>;
  /** Bytes in use and bytes there may be, for this whole origin; `undefined` where the browser does not tell. */
  estimate(): Promise<StorageEstimate | undefined>;
}

/** How an IndexedDB adapter is set up. */
export interface IndexedDbAdapterOptions extends OpenTimes {
  /** Name of the database; adapters of the same name share their data. Default `imaginations`. */
  readonly name?: string | undefined;
  /** Makes the outputs; without one there is no `generate`. */
  readonly generator?: MediaGenerator | undefined;
  /** Hears what the generator throws, e.g. `console.error`; an `AdapterError` is meant, and not told. Default: nobody. */
  readonly onGeneratorError?: ((error: unknown) => void) | undefined;
  readonly limits?: Limits | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

const storageManager = (): StorageManager | undefined =>
  (globalThis.navigator as { readonly storage?: StorageManager } | undefined)?.storage;

/**
 * Makes an adapter on IndexedDB. Nothing is opened before the first call; where the browser denies it, calls reject
 * with `unavailable`. Tabs with the same data stay in step.
 */
export function createIndexedDbAdapter(options: IndexedDbAdapterOptions = {}): IndexedDbAdapter {
  const { name = 'imaginations', generator, onGeneratorError, limits, clock } = options;
  const storage = new IndexedDbStorage(new Connection(name, options));
  const presence = tabPresence(name, storage);
  const channel = new TabChannel(name, {
    changed: () => local.noticed(),
    progress: (change) => local.stream.send(change),
  });
  const parts = { storage, presence, generator, onGeneratorError, limits, clock, neighbours: channel };
  const { adapter, local } = createLocalAdapter('indexeddb', parts);
  return {
    ...adapter,
    persist: async () => (await storageManager()?.persist()) ?? false,
    estimate: async () => storageManager()?.estimate(),
    dispose: () => {
      channel.dispose();
      adapter.dispose();
    },
  };
}
