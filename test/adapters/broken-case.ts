import type { MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { ImaginationsAdapter } from '../../src/data/index.js';

/** What is put over a good adapter. */
export type Break = (good: MemoryAdapter) => Partial<ImaginationsAdapter>;

/** What is broken, which rules that is, and how. */
export type BrokenCase = readonly [name: string, rules: readonly string[], breakIt: Break];
