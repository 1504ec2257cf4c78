import { columnBox } from './column-box.js';
import { EqualRows } from './equal-rows.js';
import type { Box, Rows, RowsMetrics } from './rows.js';

/** A side of a square is no shorter where two are to stand beside each other. */
const LEAST_SIDE = 64;

/**
 * Boxes of one size, in rows without headings. A place depends on the number of the item and on nothing else: rows go on where
 * what is read part by part ends, and leave no gap there.
 */
export class EqualBoxes extends EqualRows implements Rows {
  readonly sectionCount: number;
  readonly metrics: RowsMetrics;
  readonly #height: number;

  /** @param height of a box. */
  constructor(count: number, columns: number, height: number, metrics: RowsMetrics) {
    const width = Math.max(0, Math.floor(metrics.width));
    super(width > 0 ? count : 0, columns, height, metrics.gap);
    this.sectionCount = this.count > 0 ? 1 : 0;
    this.metrics = { ...metrics, width };
    this.#height = height;
  }

  isHeading(): boolean {
    return false;
  }

  rowHeight(): number {
    return this.#height;
  }

  sectionOf(): number {
    return 0;
  }

  sectionKey(): string {
    return '';
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
    const { columns } = this;
    const y = this.rowTop(this.rowOf(item));
    return { ...columnBox(item % columns, columns, this.metrics), y, height: this.#height };
  }
}

/** Squares about as wide as rows aim to be high; at least two beside each other, where there is room. They share the width. */
export function squareBoxes(count: number, metrics: RowsMetrics): EqualBoxes {
  const { gap, rowHeight } = metrics;
  const width = Math.floor(metrics.width);
  const least = width >= 2 * LEAST_SIDE + gap ? 2 : 1;
  const columns = Math.max(least, Math.floor((width + gap) / (rowHeight + gap)));
  return new EqualBoxes(count, columns, Math.max(1, Math.round((width + gap) / columns) - gap), metrics);
}

/** Boxes as wide as there is room, one below the other, touching. */
export const lineBoxes = (count: number, height: number, metrics: RowsMetrics): EqualBoxes =>
  new EqualBoxes(count, 1, height, { ...metrics, gap: 0 });
