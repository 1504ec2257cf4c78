import type { CollectionElement } from '../../../src/elements/collection/collection-element.js';
import type { Mount, Mounted } from './library.js';

/** Shows a grid or a timeline of ours. */
export async function mountOurs(
  element: CollectionElement,
  ...[library, geometry, box, backend]: Parameters<Mount>
): Promise<Mounted> {
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
}
