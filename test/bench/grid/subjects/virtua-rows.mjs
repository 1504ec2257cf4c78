import { createElement, memo } from 'react';
import { createRoot } from 'react-dom/client';
import { VList } from 'virtua';
import { uniformSize } from '../library.js';
import { ReactTile } from '../react-tile.mjs';
import { plainTiles } from '../tile.js';

const Row = memo(function Row({ library, geometry, size, row }) {
  const { columns, gap, padding } = geometry;
  const tiles = [];
  for (let item = row * columns; item < Math.min(library.size, (row + 1) * columns); item++) {
    tiles.push(createElement(ReactTile, { key: item, library, row: item, ...size }));
  }
  const style = { display: 'flex', gap, height: size.height + gap, paddingLeft: padding.side };
  return createElement('div', { style }, tiles);
});

/** @type {import('../library.js').Mount} */
export const mount = async (library, geometry, box) => {
  const size = uniformSize(geometry);
  const props = {
    data: library.numbers.slice(0, Math.ceil(library.size / geometry.columns)),
    itemSize: size.height + geometry.gap,
    bufferSize: geometry.overscan,
    style: { position: 'absolute', inset: 0, height: '100%', overflow: 'hidden scroll' },
  };
  await new Promise((resolve) => {
    createRoot(box).render(
      createElement(VList, { ...props, ref: resolve }, (row) =>
        createElement(Row, { key: row, library, geometry, size, row }),
      ),
    );
  });
  return { scroller: box.firstElementChild, root: box, ...plainTiles };
};
