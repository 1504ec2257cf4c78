import { columnBox } from './column-box.js';
import type { Box, Rows, RowsMetrics } from './rows.js';
import { cleanRatio } from './ratio.js';

/** What is known of items that have not been read. */
export interface UniformItems {
  readonly count: number;
  /** Width by height of most of them: their mean. */
  readonly ratio: number;
  /** The section of the first. */
  readonly section: string;
  /** Sections they are expected to be in. */
  readonly sections: number;
  /** The first section has begun before: its heading is not here. */
  readonly isContinued: boolean;
}

/**
 * Rows of boxes that are all alike, as high altogether as rows of what they stand for are expected to be. Nothing is kept of an
 * item: a million take as much memory as one.
 */
export class UniformRows implements Rows {
  readonly count: number;
  readonly rowCount: number;
  readonly sectionCount = 1;
  readonly metrics: RowsMetrics;
  readonly height: number;
  readonly #key: string;
  readonly #perRow: number;
  /** From row to row. */
  readonly #pitch: number;
  /** Height of the heading, and of everything above the first row of boxes. */
  readonly #head: number;

  constructor(items: UniformItems, metrics: RowsMetrics) {
    const width = Math.max(1, Math.floor(metrics.width));
    const { gap, rowHeight, headingHeight } = metrics;
    const ratio = cleanRatio(items.ratio);
    this.count = items.count;
    this.metrics = { ...metrics, width };
    this.#key = items.section;
    this.#head = items.isContinued ? 0 : headingHeight;
    this.#perRow = Math.max(1, Math.round((width + gap) / (ratio * rowHeight + gap)));
    const lines = Math.ceil(items.count / this.#perRow);
    this.rowCount = lines + (this.#head > 0 ? 1 : 0);
    // As many rows as there is to show, and half a row for the end of each section.
    const full = (items.count * (ratio * rowHeight + gap)) / (width + gap);
    const more = Math.max(0, items.sections - 1);
    const expected = (full + more / 2) * (rowHeight + gap) + more * headingHeight;
    this.#pitch = Math.max(2, Math.round(expected / Math.max(1, lines)));
    this.height = this.#head + lines * this.#pitch - Math.min(gap, this.#pitch - 1);
  }

  isHeading(row: number): boolean {
    return row === 0 && this.#head > 0;
  }

  rowTop(row: number): number {
    return this.isHeading(row) ? 0 : this.#head + this.#line(row) * this.#pitch;
  }

  rowHeight(row: number): number {
    return this.isHeading(row) ? this.#head : Math.max(1, this.#pitch - this.metrics.gap);
  }

  rowFirst(row: number): number {
    return Math.max(0, this.#line(row)) * this.#perRow;
  }

  rowEnd(row: number): number {
    return this.isHeading(row) ? 0 : Math.min(this.count, (this.#line(row) + 1) * this.#perRow);
  }

  rowOf(item: number): number {
    return Math.min(this.rowCount - 1, Math.floor(item / this.#perRow) + (this.#head > 0 ? 1 : 0));
  }

  rowAt(offset: number): number {
    const heading = this.#head > 0 ? 1 : 0;
    if (offset < this.#head) return 0;
    return Math.max(0, Math.min(this.rowCount - 1, Math.floor((offset - this.#head) / this.#pitch) + heading));
  }

  sectionOf(): number {
    return 0;
  }

  sectionKey(): string {
    return this.#key;
  }

  sectionFirst(): number {
    return 0;
  }

  sectionEnd(): number {
    return this.count;
  }

  sectionTop(): number {
    return 0;
  }

  sectionBottom(): number {
    return this.height;
  }

  box(item: number): Box {
    const row = this.rowOf(item);
    const column = item % this.#perRow;
    return { ...columnBox(column, this.#perRow, this.metrics), y: this.rowTop(row), height: this.rowHeight(row) };
  }

  #line(row: number): number {
    return row - (this.#head > 0 ? 1 : 0);
  }
}
