import { lastAtMost } from '../../internal/sorted-search.js';
import type { Box, Rows, RowsMetrics } from './rows.js';

/** Items that are not shown: from `first` up to, not including, `end`. They fill their rows. */
export interface Fold {
  readonly first: number;
  readonly end: number;
}

/** Folds in columns, each with what is left out before it. */
interface Cuts {
  readonly firsts: Float64Array;
  readonly ends: Float64Array;
  /** Which of the rows that are left comes after it, and at which offset. */
  readonly rows: Float64Array;
  readonly tops: Float64Array;
  /** Where it begins and ends in the rows below. */
  readonly fromRows: Float64Array;
  readonly fromTops: Float64Array;
  readonly toTops: Float64Array;
  /** Rows and px that are left out up to its end; before the first, at 0, none. */
  readonly lessRows: Float64Array;
  readonly lessHeight: Float64Array;
}

/**
 * Rows of which some are left out: those of sections that are folded, but for their headings. Items keep their numbers, and
 * one that is not shown is where its heading is. What lies below is laid out as if nothing were folded, so that to fold and to
 * unfold lays nothing out anew; with `k` folds everything is found in O(log k) more.
 */
export class FoldedRows implements Rows {
  readonly #base: Rows;
  readonly #cuts: Cuts;
  readonly #length: number;
  readonly #nameOf: ((section: number) => string) | undefined;
  readonly height: number;

  /**
   * @param folds in their order; each begins after a heading or a row that is shown.
   * @param nameOf what sections are called, where their keys are not unique.
   */
  constructor(base: Rows, folds: readonly Fold[], nameOf?: (section: number) => string) {
    this.#base = base;
    this.#length = folds.length;
    this.#nameOf = nameOf;
    this.#cuts = cutsOf(base, folds);
    const last = this.rowCount - 1;
    this.height = this.#length === 0 || last < 0 ? base.height : this.rowTop(last) + this.rowHeight(last);
  }

  /** Nothing is folded. */
  get isWhole(): boolean {
    return this.#length === 0;
  }

  get count(): number {
    return this.#base.count;
  }

  get rowCount(): number {
    return this.#base.rowCount - (this.#cuts.lessRows[this.#length] ?? 0);
  }

  get sectionCount(): number {
    return this.#base.sectionCount;
  }

  get metrics(): RowsMetrics {
    return this.#base.metrics;
  }

  isHeading(row: number): boolean {
    return this.#base.isHeading(this.#below(row));
  }

  rowTop(row: number): number {
    return this.#shownTop(this.#base.rowTop(this.#below(row)));
  }

  rowHeight(row: number): number {
    return this.#base.rowHeight(this.#below(row));
  }

  rowFirst(row: number): number {
    return this.#base.rowFirst(this.#below(row));
  }

  /** One past the last item of a row; of the heading of what is folded, one past the last that it stands for. */
  rowEnd(row: number): number {
    const below = this.#below(row);
    if (!this.#base.isHeading(below)) return this.#base.rowEnd(below);
    return row + 1 < this.rowCount ? this.rowFirst(row + 1) : this.count;
  }

  /** The row that shows an item; of one that is not shown, its heading. */
  rowOf(item: number): number {
    return this.#shownRow(this.#base.rowOf(item));
  }

  rowAt(offset: number): number {
    const at = lastAtMost(this.#cuts.tops, this.#length, offset);
    return this.#shownRow(this.#base.rowAt(offset + (this.#cuts.lessHeight[at + 1] ?? 0)));
  }

  sectionOf(item: number): number {
    return this.#base.sectionOf(item);
  }

  sectionKey(section: number): string {
    return this.#nameOf ? this.#nameOf(section) : this.#base.sectionKey(section);
  }

  sectionFirst(section: number): number {
    return this.#base.sectionFirst(section);
  }

  sectionEnd(section: number): number {
    return this.#base.sectionEnd(section);
  }

  sectionTop(section: number): number {
    return this.#shownTop(this.#base.sectionTop(section));
  }

  sectionBottom(section: number): number {
    const row = this.rowOf(this.sectionEnd(section) - 1);
    return this.rowTop(row) + this.rowHeight(row);
  }

  box(item: number): Box {
    if (this.isFolded(item)) {
      const row = this.rowOf(item);
      return { x: 0, y: this.rowTop(row), width: this.metrics.width, height: this.rowHeight(row) };
    }
    const box = this.#base.box(item);
    return { ...box, y: this.#shownTop(box.y) };
  }

  isFolded(item: number): boolean {
    return item < (this.#cuts.ends[lastAtMost(this.#cuts.firsts, this.#length, item)] ?? 0);
  }

  after(item: number): number {
    const end = this.#cuts.ends[lastAtMost(this.#cuts.firsts, this.#length, item)] ?? 0;
    return Math.max(item + 1, end);
  }

  before(item: number): number {
    const at = lastAtMost(this.#cuts.firsts, this.#length, item - 1);
    const isFolded = item - 1 < (this.#cuts.ends[at] ?? 0);
    return isFolded ? (this.#cuts.firsts[at] ?? 0) - 1 : item - 1;
  }

  /** The row below of a row that is left. */
  #below(row: number): number {
    return row + (this.#cuts.lessRows[lastAtMost(this.#cuts.rows, this.#length, row) + 1] ?? 0);
  }

  /** A row of those below, or what stands for it. */
  #shownRow(below: number): number {
    const { fromRows, lessRows, rows } = this.#cuts;
    const at = lastAtMost(fromRows, this.#length, below);
    // Left out itself, it is the one before the fold.
    return Math.max(0, below - (lessRows[at + 1] ?? 0), at < 0 ? 0 : (rows[at] ?? 0) - 1);
  }

  #shownTop(top: number): number {
    const { fromTops, toTops, lessHeight, tops } = this.#cuts;
    const at = lastAtMost(fromTops, this.#length, top);
    if (at < 0) return top;
    return top < (toTops[at] ?? 0) ? (tops[at] ?? 0) : top - (lessHeight[at + 1] ?? 0);
  }
}

function cutsOf(base: Rows, folds: readonly Fold[]): Cuts {
  const column = (more = 0): Float64Array => new Float64Array(folds.length + more);
  const cuts = {
    firsts: column(),
    ends: column(),
    rows: column(),
    tops: column(),
    fromRows: column(),
    fromTops: column(),
    toTops: column(),
    lessRows: column(1),
    lessHeight: column(1),
  };
  let [lessRows, lessHeight] = [0, 0];
  for (const [index, { first, end }] of folds.entries()) {
    const [from, to] = [base.rowOf(first), base.rowOf(end - 1) + 1];
    const top = base.rowTop(from);
    const next = to < base.rowCount ? base.rowTop(to) : base.height;
    cuts.firsts[index] = first;
    cuts.ends[index] = end;
    cuts.rows[index] = from - lessRows;
    cuts.tops[index] = top - lessHeight;
    cuts.fromRows[index] = from;
    cuts.fromTops[index] = top;
    cuts.toTops[index] = next;
    cuts.lessRows[index + 1] = lessRows += to - from;
    cuts.lessHeight[index + 1] = lessHeight += next - top;
  }
  return cuts;
}
