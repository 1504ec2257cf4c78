import type { Box } from '../../layouts/geometry/rows.js';

/** Classes of the box of a tile: what it holds depends on its size. */
export const tileClass = ({ width, height }: Box): string =>
  height <= 112 || width <= 104 ? 'tile tiny' : height <= 150 || width <= 130 ? 'tile small' : 'tile';
