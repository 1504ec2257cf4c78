import { askSegment, type SegmentSource } from './ask-segment.js';
import { cleanSegment } from './clean-index.js';
import type { Segment } from './segment.js';
import { SegmentOrder } from './segment-order.js';

/** Segments that are read at once. */
const MOST_READS = 3;
/** How long, in ms, a slice may keep the page from anything else. */
const SLICE_MS = 10;

/**
 * An order in which every id of some runs of items is known: reads the segments that hold them, and keeps them no longer than
 * the answer is.
 * @throws AdapterError when a segment could not be read, or nobody wants it any more.
 */
export async function readOrder(
  order: SegmentOrder,
  spans: readonly (readonly [first: number, end: number])[],
  source: SegmentSource,
): Promise<SegmentOrder> {
  const wanted = new Set<number>();
  for (const [first, end] of spans) {
    for (let at = order.segmentOf(first); at <= order.segmentOf(end - 1); at++) wanted.add(at);
  }
  const unread = [...wanted].filter((at) => !order.segments[at]?.columns);
  const segments: Segment[] = [...order.segments];
  const read = async (at: number): Promise<void> => {
    const segment = segments[at];
    if (!segment) return;
    const columns = cleanSegment(await askSegment(segment, source), segment, source.query.order, () => false);
    segments[at] = { ...segment, count: columns.ids.length, columns };
  };
  // An index on this very page answers at once.
  let since = performance.now();
  for (let at = 0; at < unread.length; at += MOST_READS) {
    await Promise.all(unread.slice(at, at + MOST_READS).map(read));
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return new SegmentOrder(segments);
}
