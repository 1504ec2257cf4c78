import { uniformSize, type Mount } from '../library.js';
import { mountLimit } from '../limit.js';

export const mount: Mount = (library, geometry, box) => {
  const { width, height } = uniformSize(geometry);
  const { columns, gap } = geometry;
  const pitch = height + gap;
  const rowCount = Math.ceil(library.size / columns);
  const first = (row: number): number => Math.min(library.size, row * columns);
  return mountLimit(library, geometry, box, {
    total: rowCount * pitch - gap,
    rowCount,
    rowAt: (y) => Math.max(0, Math.min(rowCount - 1, Math.floor(y / pitch))),
    first,
    place: (row, put) => {
      const start = first(row);
      for (let item = start; item < first(row + 1); item++) {
        put(item, (item - start) * (width + gap), row * pitch, width, height);
      }
    },
  });
};
