import { createContext } from '@lit/context';
import type { ImaginationsStore } from '../store/index.js';

/**
 * The store of the nearest `<imaginations-provider>`; `undefined` while the provider has none yet. The key is a registered
 * symbol, so that two copies of this package on one page understand each other.
 */
export const storeContext = createContext<ImaginationsStore | undefined>(Symbol.for('imaginations.store.1'));
