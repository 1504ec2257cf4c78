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

const places = new Map<Id, Place>();

export const placeOf = (id: Id): Place | undefined => places.get(id);

/** Remembers where a medium was left, as long as the page lives; of very many, the latest. */
export function keepPlace(id: Id, change: Partial<Place>): void {
  const place = { atMs: 0, ...places.get(id), ...change };
  places.delete(id);
  places.set(id, place);
  const [first] = places.keys();
  if (places.size > MOST && first !== undefined) places.delete(first);
}

/** Where to go on, in ms. */
export function resumeMs(id: Id, totalMs: number | undefined): number {
  const { atMs = 0 } = places.get(id) ?? {};
  return totalMs !== undefined && atMs > totalMs - END_MS ? 0 : atMs;
}
