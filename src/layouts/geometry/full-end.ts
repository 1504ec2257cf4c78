import type { JustifiedRows } from './justified-rows.js';
import type { RowItems, RowsMetrics } from './rows.js';

/** Rows before the last that may change for its sake. */
const ROWS_BEFORE = 3;
/** A row that would have to be taller than this, in heights aimed at, is left as it is. */
const MOST_STRETCH = 2;

/**
 * Lays rows out so that the last fills the width too: more of the same section follows, laid out by itself. The last few
 * rows share what is missing, by the breaks that leave their heights nearest to the aim (least squares of their logarithms).
 */
export function layToTheEnd(rows: JustifiedRows, items: RowItems, metrics: RowsMetrics): void {
  rows.update(items, metrics);
  const last = rows.rowCount - 1;
  if (last < 0 || isFull(rows)) return;
  const firstOfSection = rows.rowOf(rows.sectionFirst(rows.sectionCount - 1));
  const first = rows.rowFirst(Math.max(firstOfSection, last - ROWS_BEFORE));
  const ends = bestBreaks(rows, first);
  if (ends) rows.update({ ...items, rowEnd: (item) => ends.get(item) }, metrics, first);
}

function isFull(rows: JustifiedRows): boolean {
  const { x, width } = rows.box(rows.count - 1);
  return x + width >= rows.metrics.width;
}

/** Where rows from an item on end, by their first items; nothing where too few are left to fill one. */
function bestBreaks(rows: JustifiedRows, first: number): ReadonlyMap<number, number> | undefined {
  const { count } = rows;
  const { width, rowHeight, gap } = rows.metrics;
  const lowest = rowHeight / MOST_STRETCH;
  // From the end: what the best rows for the rest cost, and where the first of them ends.
  const costs = new Float64Array(count - first + 1);
  const ends = new Uint32Array(count - first);
  for (let start = count - 1; start >= first; start--) {
    costs[start - first] = Infinity;
    let sum = 0;
    for (let end = start + 1; end <= count; end++) {
      sum += rows.ratio(end - 1);
      const height = (width - (end - start - 1) * gap) / sum;
      if (height < lowest && end > start + 1) break;
      if (height > rowHeight * MOST_STRETCH) continue;
      const cost = Math.log(height / rowHeight) ** 2 + (costs[end - first] ?? Infinity);
      if (cost >= (costs[start - first] ?? Infinity)) continue;
      costs[start - first] = cost;
      ends[start - first] = end;
    }
  }
  if (!Number.isFinite(costs[0])) return undefined;
  const breaks = new Map<number, number>();
  for (let start = first; start < count; start = breaks.get(start) ?? count)
    breaks.set(start, ends[start - first] ?? count);
  return breaks;
}
