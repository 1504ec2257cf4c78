import type { Id } from '../../model/index.js';
import type { CollectionModel } from '../collection/collection-model.js';
import type { Goal } from './landing.js';
import { spotOf, spotted } from './spots.js';

/** The session of an item; nothing where that has not been read. */
export type SessionOf = (item: number) => Id | undefined;

/** Where a step over sessions leads to, and whether that is sure. */
interface Step {
  readonly item: number;
  /** What is there has not been read: it may have to go on from there. */
  readonly isOpen: boolean;
}

/** The first item of the next run of neighbours of one session. */
export function nextRun(count: number, sessionOf: SessionOf, item: number, own: Id | undefined): Step {
  let at = item + 1;
  while (at < count && sessionOf(at) === own) at++;
  return { item: at, isOpen: at < count && sessionOf(at) === undefined };
}

/** The first item of the run that an item is in or, from there, of the one before; -1: there is none. */
export function previousRun(sessionOf: SessionOf, item: number, own: Id | undefined): Step {
  const firstOf = (session: Id | undefined, from: number): number => {
    let at = from;
    while (at > 0 && sessionOf(at - 1) === session) at--;
    return at;
  };
  const isOpenAt = (at: number): boolean => at > 0 && sessionOf(at - 1) === undefined;
  const first = firstOf(own, item);
  if (isOpenAt(first)) return { item: first - 1, isOpen: true };
  if (first < item || first === 0) return { item: first < item ? first : -1, isOpen: false };
  const before = firstOf(sessionOf(first - 1), first - 1);
  return isOpenAt(before) ? { item: before - 1, isOpen: true } : { item: before, isOpen: false };
}

/** A step to another session, down the list or up; nothing where there is none. */
export function sessionGoal(
  modelNow: () => CollectionModel,
  sessionOf: SessionOf,
  item: number,
  direction: 1 | -1,
): Goal | undefined {
  const own = sessionOf(item);
  const spot = spotOf(modelNow(), item);
  if (own === undefined || spot === undefined) return undefined;
  let from = item;
  const find = (): Step => {
    const model = modelNow();
    const now = spotted(model, spot);
    if (now >= 0) from = now;
    return direction > 0 ? nextRun(model.count, sessionOf, from, own) : previousRun(sessionOf, from, own);
  };
  const { item: to } = find();
  const { count, rows } = modelNow();
  // There may be more to read.
  if (to < 0 || (to >= count && rows.count <= count)) return undefined;
  return { find };
}
