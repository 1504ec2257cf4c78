import type { Box } from '../../layouts/geometry/rows.js';
import type { CollectionModel } from './collection-model.js';

/** Items that a box touches, in their order. */
export function itemsIn({ rows, count }: CollectionModel, { x, y, width, height }: Box): number[] {
  const items: number[] = [];
  if (rows.rowCount === 0 || y + height < 0) return items;
  for (let row = rows.rowAt(y); row < rows.rowCount && rows.rowTop(row) < y + height; row++) {
    if (rows.isHeading(row)) continue;
    for (let item = rows.rowFirst(row); item < Math.min(count, rows.rowEnd(row)); item++) {
      const box = rows.box(item);
      const isIn = box.x < x + width && box.x + box.width > x && box.y < y + height && box.y + box.height > y;
      if (isIn) items.push(item);
    }
  }
  return items;
}
