import '../../../../src/define/iteration-grid.js';
import type { Mount } from '../library.js';

export const mount: Mount = async (library, geometry, box, backend) => {
  const element = document.createElement('iteration-grid');
  element.noFilter = true;
  element.tileSize = geometry.rowHeight;
  element.adapter = backend;
  box.append(element);
  const root = element.shadowRoot ?? element;
  // Its `updateComplete` waits for what comes after the first picture: the first render is enough here.
  for (;;) {
    const scroller = root.querySelector<HTMLElement>('.scroller');
    if (scroller) {
      return {
        scroller,
        root,
        tiles: '.tile[data-id]',
        placeholders: '.skeleton',
        rowOf: (tile) => library.size - 1 - Number(tile.dataset['id']?.slice(1)),
      };
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
};
