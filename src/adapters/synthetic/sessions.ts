import { lastAtMost } from '../../internal/sorted-search.js';
import { Chance } from './chance.js';
import { BURST } from './timeline.js';

const LONGEST = 40;

/** Rows `start` to `end` (exclusive) are of one session. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Which rows belong together: runs of 1 to 40, none of them over the end of a burst. */
export class Sessions {
  readonly #size: number;
  readonly #lengths: Chance;
  #before: Uint32Array | undefined;
  /** The one that was asked for last: neighbours are asked for one after the other. */
  #last: Run = { start: 0, end: 0 };

  constructor(size: number, seed: number) {
    this.#size = size;
    this.#lengths = new Chance(seed, 5);
  }

  get count(): number {
    return this.#counts().at(-1) ?? 0;
  }

  /** The session of a row. */
  of(index: number): Run {
    if (index >= this.#last.start && index < this.#last.end) return this.#last;
    const runs = this.#runs(Math.floor(index / BURST));
    return (this.#last = runs.find(({ end }) => index < end) ?? { start: index, end: index + 1 });
  }

  /** The session with a number, oldest first. */
  at(number: number): Run {
    const counts = this.#counts();
    const burst = Math.max(0, lastAtMost(counts, counts.length - 1, number));
    return this.#runs(burst)[number - (counts[burst] ?? 0)] ?? { start: 0, end: 0 };
  }

  /** The number of the session that begins with a row; `undefined` where none does. */
  numberOf(start: number): number | undefined {
    if (start >= this.#size) return undefined;
    const burst = Math.floor(start / BURST);
    const place = this.#runs(burst).findIndex((run) => run.start === start);
    return place < 0 ? undefined : (this.#counts()[burst] ?? 0) + place;
  }

  #runs(burst: number): readonly Run[] {
    const runs: Run[] = [];
    const last = Math.min(this.#size, (burst + 1) * BURST);
    for (let start = burst * BURST; start < last;) {
      // Most are short.
      const length = 1 + Math.floor(LONGEST * this.#lengths.share(start) ** 2);
      const end = Math.min(last, start + length);
      runs.push({ start, end });
      start = end;
    }
    return runs;
  }

  /** How many sessions there are before each burst: four bytes for 64 rows, when first asked for. */
  #counts(): Uint32Array {
    if (this.#before) return this.#before;
    const bursts = Math.ceil(this.#size / BURST);
    const before = new Uint32Array(bursts + 1);
    for (let burst = 0; burst < bursts; burst++) {
      before[burst + 1] = (before[burst] ?? 0) + this.#runs(burst).length;
    }
    return (this.#before = before);
  }
}
