import type { Geometry, Library, Mounted } from './library.js';
import { plainTiles, Tile } from './tile.js';

/** Where tiles are; everything is known ahead. */
export interface Layout {
  readonly total: number;
  readonly rowCount: number;
  rowAt(y: number): number;
  /** First item of a row; also asked for the row after the last. */
  first(row: number): number;
  /** Tells where each tile of a row goes. */
  place(row: number, put: (item: number, x: number, y: number, width: number, height: number) => void): void;
}

/** A scroller is never made higher. */
const MOST_HEIGHT = 8_000_000;
/** Near either end of a mapped scroller a pixel is a pixel. */
const EDGE = 200_000;
/** A larger step than so many viewports is a jump. */
const JUMP = 16;

/** Places in rows that are too tall for a scroller, by those in the scroller: true at both ends, stretched between. */
class Stretch {
  readonly #total: number;
  readonly #held: number;

  /** Both without the height of the viewport. */
  constructor(total: number, held: number) {
    this.#total = total;
    this.#held = held;
  }

  get #factor(): number {
    return (this.#total - 2 * EDGE) / (this.#held - 2 * EDGE);
  }

  toRows(p: number): number {
    if (p <= EDGE) return p;
    if (p >= this.#held - EDGE) return this.#total - (this.#held - p);
    return EDGE + (p - EDGE) * this.#factor;
  }

  toScroller(y: number): number {
    if (y <= EDGE) return y;
    if (y >= this.#total - EDGE) return this.#held - (this.#total - y);
    return EDGE + (y - EDGE) / this.#factor;
  }
}

interface LiveTile {
  readonly tile: Tile;
  y: number;
}

/**
 * As little as a grid can do: absolutely placed tiles that are used again, rows known ahead, no framework. What a faster
 * one would do differently belongs here: the target moves with it.
 */
export function mountLimit(library: Library, geometry: Geometry, box: HTMLElement, layout: Layout): Mounted {
  const { padding, overscan } = geometry;
  const whole = layout.total + padding.top + padding.bottom;
  const held = Math.min(whole, MOST_HEIGHT);
  const scroller = document.createElement('div');
  const canvas = document.createElement('div');
  scroller.style.cssText =
    'position: absolute; inset: 0; overflow: hidden scroll; overflow-anchor: none; contain: strict';
  canvas.style.cssText = `position: relative; overflow: hidden; contain: strict; height: ${held}px`;
  scroller.append(canvas);
  box.append(scroller);

  const view = geometry.height;
  const stretch = held < whole ? new Stretch(whole - view, held - view) : undefined;
  const live = new Map<number, LiveTile>();
  const spare: Tile[] = [];
  let [from, to] = [0, 0];
  /** What a place in the rows is ahead of its place in the scroller. */
  let ahead = 0;
  let scrolled = 0;

  const place = ({ tile, y }: LiveTile): void => {
    tile.element.style.top = `${y - ahead}px`;
  };

  const shift = (next: number): void => {
    if (next === ahead) return;
    ahead = next;
    for (const one of live.values()) place(one);
  };

  const draw = (): void => {
    const y = scrolled + ahead - padding.top;
    const firstRow = layout.rowAt(y - overscan);
    const lastRow = layout.rowAt(y + view + overscan);
    const [first, end] = [layout.first(firstRow), layout.first(lastRow + 1)];
    if (first === from && end === to) return;
    for (const [item, { tile }] of live) {
      if (item >= first && item < end) continue;
      live.delete(item);
      spare.push(tile);
    }
    for (let row = firstRow; row <= lastRow; row++) {
      if (live.has(layout.first(row))) continue;
      layout.place(row, (item, x, top, width, height) => {
        const tile = spare.pop() ?? new Tile();
        const one = { tile, y: top + padding.top };
        const { style } = tile.element;
        style.position = 'absolute';
        style.left = `${x + padding.side}px`;
        style.width = `${width}px`;
        style.height = `${height}px`;
        place(one);
        tile.show(library, item);
        live.set(item, one);
        if (!tile.element.isConnected) canvas.append(tile.element);
      });
    }
    for (const tile of spare) tile.element.remove();
    [from, to] = [first, end];
  };

  const anchor = (): void => {
    if (!stretch) return;
    const y = scrolled + ahead;
    const p = Math.round(stretch.toScroller(y));
    if (Math.abs(p - scrolled) < 1) return;
    scroller.scrollTop = p;
    scrolled = p;
    shift(y - p);
    draw();
  };

  scroller.addEventListener(
    'scroll',
    () => {
      const p = scroller.scrollTop;
      const isJump = Math.abs(p - scrolled) > JUMP * view;
      scrolled = p;
      if (stretch && isJump) shift(Math.round(stretch.toRows(p)) - p);
      draw();
      if (p < view || p > held - 2 * view) anchor();
    },
    { passive: true },
  );
  scroller.addEventListener('scrollend', anchor);
  draw();
  return { scroller, root: canvas, ...plainTiles };
}
