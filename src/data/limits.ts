import type { Filter, Kind, Query } from '../model/index.js';

/** Narrows what an adapter's methods can do. Everything has a default. */
export interface Limits {
  /** Most rows a page may have. Default 100. */
  readonly pageSize?: number;
  /** Most ids `getIterations` takes at once. Default 200. */
  readonly lookupSize?: number;
  /** Most ids a batch takes at once. Default 500. */
  readonly batchSize?: number;
  /** Most variants of one generation. Default 8. */
  readonly maxVariants?: number;
  /** Pause between polls in ms where there is no `subscribe`. Default 2000. */
  readonly pollMs?: number;
  /** Largest reference file in bytes. Default 20 MiB. */
  readonly uploadBytes?: number;
  /** Accepted reference files, as the `accept` attribute writes it. Default `image/*,video/*,audio/*`. */
  readonly accept?: string;
  /** Media that `generate` can make. Default all. */
  readonly kinds?: readonly Kind[];
  readonly orders?: readonly NonNullable<Query['order']>[];
  /** Filters the lists understand; others are never sent. Default `kinds`, `sessionId` and `archived`. */
  readonly filters?: readonly (keyof Filter)[];
  /** Random access by offset; by `index` where that is present. Default `none`. */
  readonly random?: 'none' | 'offset';
  /** Where `reassign` can move to. Default `project` and `session`. */
  readonly reassignTo?: readonly ('project' | 'session' | 'new-session')[];
  /** URL schemes, without colon, that only `openMedia` understands. */
  readonly mediaSchemes?: readonly string[];
}

/** The defaults of {@link Limits}. */
export const DEFAULT_LIMITS = {
  pageSize: 100,
  lookupSize: 200,
  batchSize: 500,
  maxVariants: 8,
  pollMs: 2000,
  uploadBytes: 20 * 1024 * 1024,
  accept: 'image/*,video/*,audio/*',
  kinds: ['image', 'video', 'audio'],
  orders: ['newest', 'oldest'],
  filters: ['kinds', 'sessionId', 'archived'],
  random: 'none',
  reassignTo: ['project', 'session'],
  mediaSchemes: [],
} as const satisfies Limits;
