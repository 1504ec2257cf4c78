import { justify, rowAt } from '../justify.js';
import { contentWidth, type Mount } from '../library.js';
import { mountLimit } from '../limit.js';

export const mount: Mount = (library, geometry, box) => {
  const { ratios } = library;
  const table = justify(ratios, contentWidth(geometry), geometry.rowHeight, geometry.gap);
  return mountLimit(library, geometry, box, {
    total: table.total,
    rowCount: table.count,
    rowAt: (y) => rowAt(table, y),
    first: (row) => table.first[row] ?? library.size,
    place: (row, put) => {
      const height = table.height[row] ?? 0;
      let x = 0;
      for (let item = table.first[row] ?? 0; item < (table.first[row + 1] ?? 0); item++) {
        const width = Math.floor((ratios[item] ?? 1) * height);
        put(item, x, table.top[row] ?? 0, width, height);
        x += width + geometry.gap;
      }
    },
  });
};
