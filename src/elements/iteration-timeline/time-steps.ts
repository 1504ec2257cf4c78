import type { CollectionModel, SectionKey } from '../collection/collection-model.js';
import { firstReached, timeOf, type IsReached } from './time-search.js';

/** How much of a day's key, `YYYY-MM-DD`, tells one from another. */
const LENGTHS = { day: 10, month: 7, year: 4 } as const;

export type TimeUnit = keyof typeof LENGTHS;

/** One step through time, or to another session, down the list or up. */
export interface TimeStep {
  readonly unit: TimeUnit | 'session';
  readonly direction: 1 | -1;
}

/** What a key means; the arrows are days, with Shift sessions, the page keys months, with Shift years. */
export function stepOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): TimeStep | undefined {
  if (ctrlKey || metaKey) return undefined;
  const direction = key.endsWith('Down') ? 1 : -1;
  if (key === 'PageDown' || key === 'PageUp') return { unit: shiftKey ? 'year' : 'month', direction };
  return key === 'ArrowDown' || key === 'ArrowUp' ? { unit: shiftKey ? 'session' : 'day', direction } : undefined;
}

/**
 * Where a step leads from an item: down to the next of its kind that has something, up to the beginning of its own or, from
 * there, of the one before. Nothing at the end of the list.
 */
export function stepFrom(
  model: CollectionModel,
  dayOf: SectionKey,
  item: number,
  unit: TimeUnit,
  direction: 1 | -1,
): IsReached | undefined {
  const keyOf = (time: number): string => dayOf(time).slice(0, LENGTHS[unit]);
  const own = keyOf(timeOf(model, item));
  if (direction > 0) {
    const isNext = (time: number): boolean => keyOf(time) < own;
    // There may be more to read.
    const isThere = model.rows.count > model.count || firstReached(model, isNext) < model.count;
    return isThere ? isNext : undefined;
  }
  const isOwn = (time: number): boolean => keyOf(time) <= own;
  const first = firstReached(model, isOwn);
  if (first < item) return isOwn;
  if (first === 0) return undefined;
  const before = keyOf(timeOf(model, first - 1));
  return (time) => keyOf(time) <= before;
}
