/** Rows that fill a width, in typed arrays: first item, top and height of each; one more ends them. */
export interface JustifiedTable {
  readonly count: number;
  readonly first: Uint32Array;
  readonly top: Float64Array;
  readonly height: Float32Array;
  readonly total: number;
}

/** Closes a row where it comes nearest to the height it aims at, as the public element does: as many tiles in as many px. */
export function justify(ratios: Float32Array, width: number, rowHeight: number, gap: number): JustifiedTable {
  const first = new Uint32Array(ratios.length + 1);
  const top = new Float64Array(ratios.length + 1);
  const height = new Float32Array(ratios.length);
  let [count, y, start, sum] = [0, 0, 0, 0];
  const close = (end: number, tall: number): void => {
    first[count] = start;
    top[count] = y;
    height[count] = Math.floor(tall);
    y += Math.floor(tall) + gap;
    [count, start, sum] = [count + 1, end, 0];
  };
  let item = 0;
  while (item < ratios.length) {
    const gaps = gap * (item - start);
    const wider = sum + (ratios[item] ?? 1);
    const withItem = (width - gaps) / wider;
    if (withItem > rowHeight) {
      sum = wider;
      item++;
      continue;
    }
    const without = item > start ? (width - gaps + gap) / sum : Infinity;
    if (rowHeight - withItem <= without - rowHeight) close(++item, withItem);
    else close(item, without);
  }
  if (start < ratios.length) close(ratios.length, rowHeight);
  first[count] = ratios.length;
  top[count] = y;
  return {
    count,
    first: first.slice(0, count + 1),
    top: top.slice(0, count + 1),
    height: height.slice(0, count),
    total: Math.max(0, y - gap),
  };
}

/** The row at an offset: the last that begins at or before it. */
export function rowAt({ top, count }: JustifiedTable, y: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((top[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
