import { KINDS } from '../../model/index.js';
import { WINDOW, type Looks, type Mask, type Tally } from './looks.js';

const CLASSES = 2 * KINDS.length;

/** How many rows of which kind and outcome lie before each window; 24 bytes for a thousand rows, when first asked for. */
export class Tallies {
  readonly #looks: Looks;
  readonly #size: number;
  readonly #byPattern = new Map<number, Tally>();
  /** By window and class. */
  #before: Uint32Array | undefined;

  constructor(looks: Looks, size: number) {
    this.#looks = looks;
    this.#size = size;
  }

  /** How many rows before one are of a mask. */
  before(index: number, mask: Mask): number {
    const window = Math.floor(index / WINDOW);
    const before = this.#count();
    let sum = 0;
    for (let each = 0; each < CLASSES; each++) if (mask & (1 << each)) sum += before[window * CLASSES + each] ?? 0;
    for (let row = window * WINDOW; row < index; row++) if (this.#looks.bit(row) & mask) sum++;
    return sum;
  }

  /** How many of some rows, in ascending order, are of a mask: whole windows are not looked into. */
  countOf(rows: Uint32Array, mask: Mask): number {
    let sum = 0;
    for (let next = 0; next < rows.length;) {
      const start = rows[next] ?? 0;
      if (start % WINDOW === 0 && rows[next + WINDOW - 1] === start + WINDOW - 1) {
        sum += this.before(start + WINDOW, mask) - this.before(start, mask);
        next += WINDOW;
      } else {
        if (this.#looks.bit(start) & mask) sum++;
        next++;
      }
    }
    return sum;
  }

  /** The sum of width by height in one window. */
  ratioSum(window: number, mask: Mask): number {
    const { ratios } = this.#tally(window);
    return ratios.reduce((sum, ratio, kind) => (mask & (3 << (2 * kind)) ? sum + ratio : sum), 0);
  }

  #tally(window: number): Tally {
    const start = window * WINDOW;
    // The last one may be cut short.
    if (start + WINDOW > this.#size) return this.#looks.tally(start, this.#size);
    const pattern = this.#looks.pattern(window);
    const tally = this.#byPattern.get(pattern) ?? this.#looks.tally(start, start + WINDOW);
    this.#byPattern.set(pattern, tally);
    return tally;
  }

  #count(): Uint32Array {
    if (this.#before) return this.#before;
    const windows = Math.ceil(this.#size / WINDOW);
    const before = new Uint32Array(CLASSES * (windows + 1));
    for (let window = 0; window < windows; window++) {
      const { counts } = this.#tally(window);
      for (let each = 0; each < CLASSES; each++) {
        before[(window + 1) * CLASSES + each] = (before[window * CLASSES + each] ?? 0) + (counts[each] ?? 0);
      }
    }
    return (this.#before = before);
  }
}
