import { firstWhere, lastAtMost } from '../../internal/sorted-search.js';

/** Items that follow one another in a list that goes from the newest to the oldest. */
export interface TimeRun {
  readonly count: number;
  /** When its first and its last item came, in ms since the epoch. */
  readonly first: number;
  readonly last: number;
  /** Where it begins in the rows, in px. */
  readonly top: number;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * A rail beside rows of a list in time. A place on it, 0..1, is a share of what can be scrolled, so that its thumb and the
 * viewport always agree; times come from the runs, evenly within each. Whatever the runs say, time goes one way.
 */
export class TimeRail {
  /** Height of the rows. */
  readonly height: number;
  readonly #range: number;
  /** Two knots for each run, where it begins and where it ends. */
  readonly #offsets: Float64Array;
  /** Below 0 for the time, so that they ascend as offsets do. */
  readonly #ages: Float64Array;
  readonly #items: Float64Array;

  /** @param range how far the rows can be scrolled. */
  constructor(runs: readonly TimeRun[], height: number, range = height) {
    this.height = Math.max(0, height);
    this.#range = Math.max(0, range);
    const knots = runs.length * 2;
    this.#offsets = new Float64Array(knots);
    this.#ages = new Float64Array(knots);
    this.#items = new Float64Array(knots);
    let [offset, age, items] = [0, -Infinity, 0];
    for (const [index, run] of runs.entries()) {
      const end = runs[index + 1]?.top ?? this.height;
      for (const [knot, y, time] of [
        [index * 2, run.top, run.first],
        [index * 2 + 1, end, run.last],
      ] as const) {
        this.#offsets[knot] = offset = clamp(y, offset, this.height);
        // A clock that says nothing stands still.
        this.#ages[knot] = age = Math.max(age, Number.isFinite(time) ? -time : age);
        this.#items[knot] = items;
        if (knot % 2 === 0) items += run.count;
      }
    }
    // Before the first clock that says something.
    const known = this.#ages.find(Number.isFinite) ?? 0;
    for (const [knot, one] of this.#ages.entries()) if (!Number.isFinite(one)) this.#ages[knot] = known;
  }

  get isEmpty(): boolean {
    return this.#offsets.length === 0;
  }

  /** The place of an offset at the top of the viewport. */
  placeOf(offset: number): number {
    return this.#range === 0 ? 0 : clamp(offset / this.#range, 0, 1);
  }

  /** The offset at the top of the viewport for a place. */
  offsetOf(place: number): number {
    return clamp(place, 0, 1) * this.#range;
  }

  /** The time at an offset; never later than at any above it. */
  timeAt(offset: number): number {
    const time = -this.#between(this.#offsets, this.#ages, offset);
    return time === 0 ? 0 : time;
  }

  /** How many items are above an offset. */
  itemsAt(offset: number): number {
    return this.#between(this.#offsets, this.#items, offset);
  }

  /** The first offset where a time, or an earlier one, is; the end where all are later. */
  offsetAt(time: number): number {
    const { length } = this.#ages;
    const age = -time;
    const knot = firstWhere(0, length, (at) => !((this.#ages[at] ?? Infinity) < age));
    if (knot === 0) return this.#offsets[0] ?? 0;
    if (knot === length) return this.height;
    return line(this.#ages, this.#offsets, knot - 1, age);
  }

  #between(from: Float64Array, to: Float64Array, value: number): number {
    const { length } = from;
    if (length === 0) return 0;
    const knot = lastAtMost(from, length, value);
    if (knot < 0) return to[0] ?? 0;
    return knot === length - 1 ? (to[knot] ?? 0) : line(from, to, knot, value);
  }
}

/** On the line from a knot to the next. */
function line(from: Float64Array, to: Float64Array, knot: number, value: number): number {
  const [a = 0, b = 0] = [from[knot], from[knot + 1]];
  const [start = 0, end = 0] = [to[knot], to[knot + 1]];
  // Both sides as they are at the ends: no rounding leads beyond them.
  return b === a
    ? end
    : clamp(start + ((end - start) * (value - a)) / (b - a), Math.min(start, end), Math.max(start, end));
}
