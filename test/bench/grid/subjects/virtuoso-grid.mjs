import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { VirtuosoGrid } from 'react-virtuoso';
import { uniformSize } from '../library.js';
import { ReactTile } from '../react-tile.mjs';
import { plainTiles } from '../tile.js';

/** @type {import('../library.js').Mount} */
export const mount = async (library, geometry, box) => {
  const size = uniformSize(geometry);
  const { gap, padding, overscan } = geometry;
  const room = { display: 'flex', flexWrap: 'wrap', gap, marginInline: padding.side };
  const List = ({ style, ...props }) => createElement('div', { ...props, style: { ...room, ...style } });
  const Item = (props) => createElement('div', { ...props, style: size });
  const components = { List, Item };
  const scroller = await new Promise((resolve) => {
    createRoot(box).render(
      createElement(VirtuosoGrid, {
        totalCount: library.size,
        increaseViewportBy: overscan,
        components,
        scrollerRef: (element) => element && resolve(element),
        style: { position: 'absolute', inset: 0, overflow: 'hidden scroll' },
        itemContent: (row) => createElement(ReactTile, { library, row, ...size }),
      }),
    );
  });
  return { scroller, root: box, ...plainTiles };
};
