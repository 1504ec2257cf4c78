import type { Id } from '../../model/index.js';
import { placesIn, type Segment } from './segment.js';

/** A list of segments at one moment: which id is where, as far as it has been read. */
export class SegmentOrder {
  readonly segments: readonly Segment[];
  /** First item of each segment, and one past the last of all. */
  readonly #starts: Float64Array;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.#starts = new Float64Array(segments.length + 1);
    let items = 0;
    for (const [index, { count }] of segments.entries()) this.#starts[index + 1] = items += count;
  }

  get count(): number {
    return this.#starts[this.segments.length] ?? 0;
  }

  /** First item of a segment. */
  start(segment: number): number {
    return this.#starts[segment] ?? 0;
  }

  /** The segment that holds an item. */
  segmentOf(item: number): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle + 1] ?? Infinity) <= item) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, this.segments.length - 1));
  }

  /** Nothing where it has not been read. */
  id(item: number): Id | undefined {
    const segment = this.segmentOf(item);
    return this.segments[segment]?.columns?.ids[item - this.start(segment)];
  }

  /** When an item came, in milliseconds since the epoch; of one that has not been read, when the first beside it came. */
  time(item: number): number | undefined {
    const at = this.segmentOf(item);
    const segment = this.segments[at];
    return segment?.columns?.times[item - this.start(at)] ?? segment?.first;
  }

  /** Place of an id; -1 where it is not, or in a segment that has not been read. */
  indexOf(id: Id): number {
    for (const [at, { columns }] of this.segments.entries()) {
      const place = columns && placesIn(columns).get(id);
      if (place !== undefined) return this.start(at) + place;
    }
    return -1;
  }
}
