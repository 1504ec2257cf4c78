/**
 * The first whole number from `low` on for which something is so; `high` where it is for none below it. Once it is so, it has
 * to be so for all that follow.
 */
export function firstWhere(low: number, high: number, isSo: (at: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last of the first `count` sorted numbers that is not greater than `value`; -1 where there is none. */
export const lastAtMost = (sorted: ArrayLike<number>, count: number, value: number): number =>
  firstWhere(0, count, (at) => !((sorted[at] ?? Infinity) <= value)) - 1;
