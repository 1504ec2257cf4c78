import type { Limits, MediaGenerator, SegmentIndex } from '../../data/index.js';
import { createLocalAdapter, type LocalAdapter } from '../local/local-adapter.js';
import type { LocalData } from '../local/load.js';
import { lonelyPresence } from '../local/presence.js';
import { segmentIndex } from '../local/segment-index.js';
import { MemoryStorage } from './memory-storage.js';

/** An adapter that keeps everything in memory, until the page goes. */
export type MemoryAdapter = LocalAdapter & { readonly index: SegmentIndex };

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
  /**
   * How many rows a segment of the index is to have; one above twice as many is split, one below a quarter is merged.
   * Default 1000.
   */
  readonly segmentSize?: number | undefined;
}

/** Makes an adapter on memory: for tests, stories and demos, and the reference for how an adapter behaves. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { generator, onGeneratorError, limits, clock, latencyMs, segmentSize = 1000, ...seed } = options;
  const presence = lonelyPresence('memory');
  const parts = { storage: new MemoryStorage(latencyMs), presence, generator, onGeneratorError, limits, clock };
  const { adapter, local } = createLocalAdapter('memory', parts, seed);
  return { ...adapter, index: segmentIndex(local, segmentSize) };
}
