import { firstWhere } from '../../internal/sorted-search.js';
import type { TimeRun } from '../../layouts/geometry/time-rail.js';
import type { SegmentOrder } from '../../store/indexed/segment-order.js';
import type { CollectionModel, IdOrder } from '../collection/collection-model.js';

/** Whether a time is as far down the list as somebody wants to go: once it is, all that is farther down is too. */
export type IsReached = (time: number) => boolean;

const isSegmented = (order: IdOrder): order is SegmentOrder => 'segments' in order;

const msOf = (time: string | number | undefined): number =>
  typeof time === 'number' ? time : time === undefined ? Number.NaN : Date.parse(time);

/** When an item came, in ms since the epoch; of one that has not been read, as its segment lets expect. */
export function timeOf(model: CollectionModel, item: number): number {
  const { order } = model;
  if (!isSegmented(order)) return msOf(model.time(item));
  const at = order.segmentOf(item);
  const segment = order.segments[at];
  if (!segment || segment.columns) return msOf(order.time(item));
  const { first, last, count } = segment;
  return count > 1 ? first + ((last - first) * (item - order.start(at))) / (count - 1) : first;
}

/** The first item that is reached; as many as there are where none is. */
export const firstReached = (model: CollectionModel, isReached: IsReached): number =>
  firstWhere(0, model.count, (item) => isReached(timeOf(model, item)));

/** The list in runs: what has been read day by day, the rest by its segments. */
export function runsOf(model: CollectionModel): readonly TimeRun[] {
  const { order, rows } = model;
  const runs: TimeRun[] = [];
  const add = (from: number, end: number): void => {
    const section = rows.sectionOf(from);
    const top = rows.sectionFirst(section) === from ? rows.sectionTop(section) : rows.box(from).y;
    runs.push({ count: end - from, first: timeOf(model, from), last: timeOf(model, end - 1), top });
  };
  const addDays = (from: number, end: number): void => {
    for (let item = from; item < end;) {
      const next = Math.min(end, rows.sectionEnd(rows.sectionOf(item)));
      add(item, next);
      item = next;
    }
  };
  if (rows.rowCount === 0) return runs;
  if (!isSegmented(order)) addDays(0, model.count);
  else {
    for (const [at, { columns, count }] of order.segments.entries()) {
      const from = order.start(at);
      if (columns) addDays(from, from + count);
      else add(from, from + count);
    }
  }
  return runs;
}
