import type { Id } from '../../../model/index.js';

/** Where a medium was left. */
export interface Place {
  readonly atMs: number;
  /** Whether it begins again; where nobody has said so, short films do. */
  readonly loops?: boolean | undefined;
}

/** How many are remembered. */
const MOST = 200;
/** What is so near its end (ms) begins anew. */
const END_MS = 250;

/** By what opens the media of a store: two stores may have the same ids. */
const stores = new WeakMap<object, Map<Id, Place>>();

export const placeOf = (store: object, id: Id): Place | undefined => stores.get(store)?.get(id);

/** Remembers where a medium was left, as long as its store lives; of very many, the latest. */
export function keepPlace(store: object, id: Id, change: Partial<Place>): void {
  const places = stores.get(store) ?? new Map<Id, Place>();
  stores.set(store, places);
  const place = { atMs: 0, ...places.get(id), ...change };
  places.delete(id);
  places.set(id, place);
  const [first] = places.keys();
  if (places.size > MOST && first !== undefined) places.delete(first);
}

/** Where to go on, in ms. */
export function resumeMs(store: object, id: Id, totalMs: number | undefined): number {
  const { atMs = 0 } = placeOf(store, id) ?? {};
  return totalMs !== undefined && atMs > totalMs - END_MS ? 0 : atMs;
}
