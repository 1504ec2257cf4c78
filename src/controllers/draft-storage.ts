import type { DraftStorage } from '../store/index.js';

/**
 * Keeps a draft in the page's storage under a key. What cannot be kept - no storage, no space - lives as long as the
 * page.
 * @param storage asked each time: in a sandboxed frame, or where the person has switched it off, even asking throws.
 */
export function draftStorage(key: string, storage = (): Storage => localStorage): DraftStorage {
  return {
    load: () => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    save: (text) => {
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
      } catch {
        // The store still has it.
      }
    },
  };
}
