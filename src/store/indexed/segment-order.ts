import { lastAtMost } from '../../internal/sorted-search.js';
import type { Id } from '../../model/index.js';
import { placesIn, type Segment } from './segment.js';

/** A list of segments at one moment: which id is where, as far as it has been read. */
export class SegmentOrder {
  readonly segments: readonly Segment[];
  /** First item of each segment, and one past the last of all. */
  readonly #starts: Float64Array;
  /** The few segments that have been read. */
  readonly #read: readonly number[];
  /** The segment that held what was asked for last. */
  #asked = 0;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.#starts = new Float64Array(segments.length + 1);
    let items = 0;
    for (const [index, { count }] of segments.entries()) this.#starts[index + 1] = items += count;
    this.#read = segments.flatMap(({ columns }, index) => (columns ? [index] : []));
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
    // Whoever goes through all of it asks for the next one.
    const last = this.#asked;
    if (item >= this.start(last) && item < this.start(last + 1)) return last;
    return (this.#asked = Math.max(0, lastAtMost(this.#starts, this.segments.length, item)));
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

  /** About where a time is, where it is not read what is there; -1 where it is, or nothing is. */
  near(time: number): number {
    const isIn = ({ first, last }: Segment): boolean => (first - time) * (time - last) >= 0;
    const at = this.segments.findIndex((segment) => !segment.columns && isIn(segment));
    const segment = this.segments[at];
    if (!segment) return -1;
    const { first, last, count } = segment;
    const share = first === last ? 0 : (time - first) / (last - first);
    return this.start(at) + Math.round(share * (count - 1));
  }

  /** The session of an item; nothing where it has not been read, or is not known. */
  session(item: number): Id | undefined {
    const at = this.segmentOf(item);
    return this.segments[at]?.columns?.sessions[item - this.start(at)] || undefined;
  }

  /** Place of an id; -1 where it is not, or in a segment that has not been read. */
  indexOf(id: Id): number {
    for (const at of this.#read) {
      const columns = this.segments[at]?.columns;
      const place = columns && placesIn(columns).get(id);
      if (place !== undefined) return this.start(at) + place;
    }
    return -1;
  }
}
