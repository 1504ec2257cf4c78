import { createSyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { Iteration, MediaSource } from '../../../src/model/index.js';
import type { Library } from './library.js';

/**
 * The synthetic library with the pictures that all subjects show. It has been asked once: what it takes to make up a library is
 * no part of showing one, as the rows of the other subjects are there already.
 */
export async function backendFor(library: Library): Promise<ImaginationsAdapter> {
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
  const adapter: ImaginationsAdapter = {
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
  const { signal } = new AbortController();
  await adapter.listIterations({ limit: 1 }, { signal });
  await adapter.index?.manifest({}, { signal });
  return adapter;
}
