import type { Id, Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { verdictOf } from '../../judging/judge.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { Sequence } from '../sequence.js';
import type { Shown } from '../shown.js';
import type { ListCursor } from './list-cursor.js';

/** Results that are looked at in one go: of those that are not held, each is asked for. */
const MOST_LOOKED_AT = 500;

/** Whether a key says something of what is shown. */
export const judges = (id: ShortcutId | undefined): boolean => id !== undefined && verdictOf(id, []) !== undefined;

const isDecided = (row: Iteration | undefined): boolean => Boolean(row?.flag ?? row?.rating);

/** The next after one of them that nobody has decided on; nothing where there is none. */
const undecidedIn = (store: ImaginationsStore, ids: readonly Id[], from: Id): Id | undefined =>
  ids.slice(ids.indexOf(from) + 1).find((id) => !isDecided(store.iteration(id)));

/** The same among its siblings, which are read as far as they must be. */
async function undecidedSibling(
  store: ImaginationsStore,
  sequence: Sequence,
  from: Id,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  await sequence.readUntil(() => !isWanted() || undecidedIn(store, sequence.ids, from) !== undefined);
  return undecidedIn(store, sequence.ids, from);
}

/**
 * The same among the results.
 * @throws AdapterError when they cannot be read there.
 */
async function undecidedResult(
  store: ImaginationsStore,
  cursor: ListCursor,
  from: Id,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  cursor.follow(from);
  // It may have left the results by what was said of it: then the next one has its place.
  for (let away = cursor.id === from ? 1 : 0; away <= MOST_LOOKED_AT; away++) {
    const id = await cursor.beside(away, isWanted);
    if (id === undefined || !isWanted()) return undefined;
    if (!store.iteration(id)) await store.loadIteration(id).catch(() => undefined);
    const row = store.iteration(id);
    if (row && !isDecided(row)) return id;
  }
  return undefined;
}

/** Among what the next one is. */
export interface UndecidedAmong {
  /** What is compared; mostly nothing. */
  readonly ids: readonly Id[];
  /** The results, where those are gone through. */
  readonly hits: ListCursor | undefined;
  readonly shown: Shown;
  readonly from: Id;
}

/**
 * The next of what is gone through that nobody has decided on; nothing where there is none, or it is not wanted any more.
 * @throws AdapterError when results cannot be read.
 */
export async function nextUndecided(
  store: ImaginationsStore,
  { ids, hits, shown, from }: UndecidedAmong,
  isWanted: () => boolean,
): Promise<Id | undefined> {
  if (ids.length > 0) return undecidedIn(store, ids, from);
  return hits ? undecidedResult(store, hits, from, isWanted) : undecidedSibling(store, shown.sequence, from, isWanted);
}
