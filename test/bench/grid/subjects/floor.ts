import type { Mount } from '../library.js';
import { plainTiles } from '../tile.js';

/** Scrolls, and shows nothing: what the browser and the measuring cost by themselves. */
export const mount: Mount = (_library, _geometry, box) => {
  const scroller = document.createElement('div');
  const canvas = document.createElement('div');
  scroller.style.cssText = 'position: absolute; inset: 0; overflow: hidden scroll; contain: strict';
  canvas.style.height = '2000000px';
  scroller.append(canvas);
  box.append(scroller);
  return { scroller, root: canvas, ...plainTiles };
};
