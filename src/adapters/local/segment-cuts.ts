/** A place in the order of `(at, id)`. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Rows `start` to `end` (exclusive) of a list, oldest first. */
export interface Stretch {
  /** Where it begins, whatever comes and goes; `undefined`: with the oldest row there is. */
  readonly cut: Place | undefined;
  readonly start: number;
  readonly end: number;
}

export const isBefore = (a: Place, b: Place): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** The rows between the cuts; a stretch that holds nothing is none. */
function between(rows: readonly Place[], cuts: readonly Place[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let cut: Place | undefined;
  let start = 0;
  for (const next of [...cuts, undefined]) {
    let end = start;
    for (let row = rows[end]; row && (!next || isBefore(row, next)); row = rows[end]) end++;
    if (end > start) stretches.push({ cut, start, end });
    cut = next;
    start = end;
  }
  return stretches;
}

function merged(stretches: readonly Stretch[], least: number): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    const last = kept.at(-1);
    if (last && (lengthOf(last) < least || lengthOf(stretch) < least))
      kept[kept.length - 1] = { ...last, end: stretch.end };
    else kept.push(stretch);
  }
  return kept;
}

function split(stretch: Stretch, rows: readonly Place[], size: number, least: number): readonly Stretch[] {
  if (lengthOf(stretch) <= 2 * size) return [stretch];
  const parts: Stretch[] = [];
  for (let { start } = stretch; start < stretch.end;) {
    const left = stretch.end - start;
    const end = left - size < Math.max(1, least) ? stretch.end : start + size;
    parts.push({ cut: parts.length === 0 ? stretch.cut : rows[start], start, end });
    start = end;
  }
  return parts;
}

/**
 * Divides a list into stretches of about `size` rows: at the cuts it has already, as long as a stretch has no more than
 * twice as many rows and no less than a quarter. So what comes and goes touches the stretches it lies in, and no other.
 * @param rows oldest first.
 * @param cuts oldest first.
 */
export function divide(rows: readonly Place[], cuts: readonly Place[], size: number): readonly Stretch[] {
  const least = size / 4;
  return merged(between(rows, cuts), least).flatMap((stretch) => split(stretch, rows, size, least));
}
