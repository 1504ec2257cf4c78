import type { DraftStorage } from '../store/index.js';

/** The page's storage; none in a sandboxed frame or where the person has switched it off: there even asking throws. */
function pageStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a draft in the page's storage under a key. What cannot be kept - no storage, no space - lives as long as the
 * page.
 */
export function draftStorage(key: string): DraftStorage {
  return {
    load: () => {
      try {
        return pageStorage()?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    save: (text) => {
      try {
        if (text === null) pageStorage()?.removeItem(key);
        else pageStorage()?.setItem(key, text);
      } catch {
        // The store still has it.
      }
    },
  };
}
