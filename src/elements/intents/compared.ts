import type { Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';

/** Fewest and most that are compared. */
export const FEWEST = 2;
export const MOST = 6;

/** What is compared in the lightbox of a store. */
export interface Comparison {
  /** In the order in which they stand; none where nothing is compared. */
  readonly ids: readonly Id[];
  /** What the lightbox showed before; nothing where it was closed. */
  readonly from: Id | null;
}

export const NOTHING_COMPARED: Comparison = { ids: [], from: null };

interface Kept {
  now: Comparison;
  readonly listeners: Set<() => void>;
}

const known = new WeakMap<ImaginationsStore, Kept>();

function keptOf(store: ImaginationsStore): Kept {
  const kept = known.get(store) ?? { now: NOTHING_COMPARED, listeners: new Set() };
  known.set(store, kept);
  return kept;
}

export const comparedIn = (store: ImaginationsStore): Comparison => keptOf(store).now;

/** Each id once, as many as are compared at most; none where those are too few. */
export function comparable(ids: Iterable<unknown>): readonly Id[] {
  const some = new Set<Id>();
  for (const id of ids) if (typeof id === 'string' && id !== '' && some.size < MOST) some.add(id);
  return some.size < FEWEST ? NOTHING_COMPARED.ids : [...some];
}

/** Whoever shows it hears of it. */
export function setCompared(store: ImaginationsStore, to: Comparison): void {
  const kept = keptOf(store);
  kept.now = to;
  for (const listener of kept.listeners) listener();
}

/** Calls back after each change; returns how to stop that. */
export function onCompared(store: ImaginationsStore, listener: () => void): () => void {
  const { listeners } = keptOf(store);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Compares iterations from now on; where the lightbox shows one of them, that stays the one that is acted on. */
export function compare(store: ImaginationsStore, ids: readonly Id[]): void {
  const { iterationId } = store.navigation.value;
  const isOn = comparedIn(store).ids.length > 0;
  setCompared(store, { ids, from: isOn ? comparedIn(store).from : iterationId });
  const [first = null] = ids;
  store.navigate({ iterationId: iterationId !== null && ids.includes(iterationId) ? iterationId : first });
}
