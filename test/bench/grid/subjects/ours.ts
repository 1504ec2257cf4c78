import { createSyntheticAdapter } from '../../../../src/adapters/synthetic/index.js';
import '../../../../src/define/iteration-grid.js';
import type { ImaginationsAdapter } from '../../../../src/data/index.js';
import type { Iteration, MediaSource } from '../../../../src/model/index.js';
import type { Library, Mount } from '../library.js';

/** The synthetic library with the pictures that all subjects show. */
function adapterFor(library: Library): ImaginationsAdapter {
  const synthetic = createSyntheticAdapter({ size: library.size });
  const rowOf = (id: string): number => library.size - 1 - Number(id.slice(1));
  const pictured = (iteration: Iteration): Iteration => {
    const row = rowOf(iteration.id);
    const url = library.picture(row);
    const media: MediaSource = {
      ...(iteration.media ?? { mime: 'image/png' }),
      url,
      thumbnails: [{ url, width: 4000 }],
      placeholder: { color: library.color(row) },
    };
    return { ...iteration, status: 'succeeded', media };
  };
  return {
    ...synthetic,
    listIterations: async (request, call) => {
      const page = await synthetic.listIterations(request, call);
      return { ...page, items: page.items.map(pictured) };
    },
    getIterations: async (ids, call) => {
      const rows = await synthetic.getIterations(ids, call);
      return rows.map((row) => row && pictured(row));
    },
  };
}

export const mount: Mount = async (library, geometry, box) => {
  const element = document.createElement('iteration-grid');
  element.noFilter = true;
  element.tileSize = geometry.rowHeight;
  element.adapter = adapterFor(library);
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
