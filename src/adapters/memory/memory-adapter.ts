import type { Limits, MediaGenerator } from '../../data/index.js';
import { createLocalAdapter, type LocalAdapter } from '../local/local-adapter.js';
import type { LocalData } from '../local/load.js';
import { lonelyPresence } from '../local/presence.js';
import { MemoryStorage } from './memory-storage.js';

/** An adapter that keeps everything in memory, until the page goes. */
export type MemoryAdapter = LocalAdapter;

/** How a memory adapter is set up; `sessions` and the like are what it begins with. */
export interface MemoryAdapterOptions extends LocalData {
  /** Makes the outputs; without one there is no `generate`. */
  readonly generator?: MediaGenerator | undefined;
  /** Hears what the generator throws, e.g. `console.error`; an `AdapterError` is meant, and not told. Default: nobody. */
  readonly onGeneratorError?: ((error: unknown) => void) | undefined;
  readonly limits?: Limits | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
  /** Time each answer takes, in ms. Default 0. */
  readonly latencyMs?: number | undefined;
}

/** Makes an adapter on memory: for tests, stories and demos, and the reference for how an adapter behaves. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { generator, onGeneratorError, limits, clock, latencyMs, ...seed } = options;
  const presence = lonelyPresence('memory');
  const parts = { storage: new MemoryStorage(latencyMs), presence, generator, onGeneratorError, limits, clock };
  return createLocalAdapter('memory', parts, seed).adapter;
}
