import type { Rows } from '../../layouts/geometry/rows.js';
import type { RowRange } from '../../layouts/row-window.js';
import type { AnyList, AnySnapshot } from '../collection/collection-list.js';

type Run = [first: number, end: number];

/** What is looked at of rows of which some are folded: items that show, in runs, and half as many again on either side. */
export function runsShown(rows: Rows, { firstRow, endRow }: RowRange): readonly Run[] {
  const runs: Run[] = [];
  let count = 0;
  for (let row = firstRow; row < endRow; row++) {
    if (rows.isHeading(row)) continue;
    const [first, end] = [rows.rowFirst(row), rows.rowEnd(row)];
    const last = runs.at(-1);
    count += end - first;
    if (last?.[1] === first) last[1] = end;
    else runs.push([first, end]);
  }
  const [start, last] = [runs[0], runs.at(-1)];
  const isShown = (item: number): boolean => item >= 0 && item < rows.count && !rows.isFolded?.(item);
  for (let more = Math.ceil(count / 2); start && more > 0 && isShown(start[0] - 1); more--) start[0]--;
  for (let more = Math.ceil(count / 2); last && more > 0 && isShown(last[1]); more--) last[1]++;
  return runs;
}

/** A list that is looked at here and there: what is folded in between is not read. */
export class FoldedList implements AnyList {
  readonly #list: AnyList;
  readonly #runs: () => readonly Run[];
  /** Each run is somebody who looks. */
  readonly #eyes: object[] = [];

  /** @param runs what shows now. */
  constructor(list: AnyList, runs: () => readonly Run[]) {
    this.#list = list;
    this.#runs = runs;
  }

  get value(): AnySnapshot {
    return this.#list.value;
  }

  load(): Promise<void> {
    return this.#list.load();
  }

  more(): Promise<void> {
    return this.#list.more();
  }

  want(): void {
    const runs = this.#runs();
    // Somebody looks, also where nothing shows but headings.
    for (const [index, [first, end]] of (runs.length > 0 ? runs : [[0, 0] as const]).entries()) {
      this.#list.want?.((this.#eyes[index] ??= {}), first, end);
    }
    for (const eye of this.#eyes.splice(Math.max(1, runs.length))) this.#list.leave?.(eye);
  }

  leave(): void {
    for (const eye of this.#eyes.splice(0)) this.#list.leave?.(eye);
  }
}
