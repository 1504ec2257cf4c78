import type { TemplateResult } from 'lit';
import type { Box, Rows, RowsMetrics } from '../../layouts/geometry/rows.js';
import type { LinePartsOptions } from '../../ui/iteration-line-parts.js';

/** Another way to lay tiles out than in justified rows: where they are depends on nothing but their number. */
export interface Layout {
  readonly name: string;
  rows(count: number, metrics: RowsMetrics): Rows;
  /** Classes of the box of a tile. */
  tileClass(box: Box): string;
  /** The size that the picture of a tile fills. */
  picture(box: Box): Pick<Box, 'width' | 'height'>;
  /** What stands beside the picture. Default: as on any tile. */
  readonly parts?: (options: LinePartsOptions) => TemplateResult;
}

/** By their names. */
export type Layouts = ReadonlyMap<unknown, Layout>;
