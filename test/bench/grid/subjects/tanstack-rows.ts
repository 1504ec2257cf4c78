import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { justify } from '../justify.js';
import { contentWidth, type Mount } from '../library.js';
import { plainTiles, Tile } from '../tile.js';

/** Justified rows of known heights, made anew as they come. */
export const mount: Mount = (library, geometry, box) => {
  const { gap, rowHeight, overscan, padding } = geometry;
  const table = justify(library.ratios, contentWidth(geometry), rowHeight, gap);
  const scroller = document.createElement('div');
  const canvas = document.createElement('div');
  scroller.style.cssText = 'position: absolute; inset: 0; overflow: hidden scroll; contain: strict';
  canvas.style.position = 'relative';
  scroller.append(canvas);
  box.append(scroller);
  const live = new Map<number, HTMLElement>();

  const makeRow = (row: number, start: number): HTMLElement => {
    const element = document.createElement('div');
    element.style.cssText = `position: absolute; top: 0; left: ${padding.side}px; display: flex; gap: ${gap}px; transform: translateY(${start}px)`;
    const height = table.height[row] ?? 0;
    for (let item = table.first[row] ?? 0; item < (table.first[row + 1] ?? 0); item++) {
      const tile = new Tile();
      tile.element.style.cssText = `flex: none; width: ${Math.floor((library.ratios[item] ?? 1) * height)}px; height: ${height}px`;
      tile.show(library, item);
      element.append(tile.element);
    }
    return element;
  };

  const draw = (): void => {
    canvas.style.height = `${virtualizer.getTotalSize()}px`;
    const wanted = new Set<number>();
    for (const { index, start } of virtualizer.getVirtualItems()) {
      wanted.add(index);
      if (live.has(index)) continue;
      const row = makeRow(index, start);
      live.set(index, row);
      canvas.append(row);
    }
    for (const [index, row] of live) {
      if (wanted.has(index)) continue;
      row.remove();
      live.delete(index);
    }
  };

  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    count: table.count,
    getScrollElement: () => scroller,
    estimateSize: (row) => (table.height[row] ?? 0) + gap,
    overscan: Math.ceil(overscan / (rowHeight + gap)),
    paddingStart: padding.top,
    paddingEnd: padding.bottom,
    scrollToFn: elementScroll,
    observeElementOffset,
    observeElementRect,
    onChange: draw,
  });
  virtualizer._didMount();
  virtualizer._willUpdate();
  draw();
  return { scroller, root: canvas, ...plainTiles };
};
