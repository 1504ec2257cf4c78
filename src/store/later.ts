import { toFailure } from '../data/index.js';
import type { Failure } from '../model/index.js';
import type * as laterParts from './later-parts.js';

type Later = typeof laterParts;

let loaded: Later | undefined;
let coming: Promise<Later> | undefined;

/** Where the code comes from; tests bring it late, or not at all. */
export const laterCode = { fetch: (): Promise<Later> => import('./later-parts.js') };

/** The code that comes after the first rows, as soon as it is there. */
export const later = (): Later | undefined => loaded;

/** Fetches it, once; where that fails, the next call tries again. */
export const loadLater = (): Promise<Later> =>
  (coming ??= laterCode.fetch().then(
    (parts) => (loaded = parts),
    (thrown: unknown) => {
      coming = undefined;
      throw thrown;
    },
  ));

/**
 * Runs a command: in this very task where its code is there, so that what it changes shows at once.
 * @param failed what the command answers where its code cannot be loaded.
 */
export function command<T>(run: (parts: Later) => Promise<T>, failed: (failure: Failure) => T): Promise<T> {
  if (loaded) return run(loaded);
  return loadLater().then(run, (thrown: unknown) => failed(toFailure(thrown)));
}
