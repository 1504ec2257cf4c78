import type { Box, RowsMetrics } from './rows.js';

/** Where one of so many equal columns is that share a width: in whole px, so that none overlaps and the last ends with it. */
export function columnBox(column: number, columns: number, { width, gap }: RowsMetrics): Pick<Box, 'x' | 'width'> {
  const edge = (at: number): number => Math.round((at * (width + gap)) / columns);
  const x = edge(column);
  return { x, width: Math.max(1, edge(column + 1) - gap - x) };
}
