import { AdapterError, type ImaginationsAdapter } from '../../../src/data/index.js';
import type { Sidecar } from '../../../src/elements/download/sidecar.js';
import type { Iteration } from '../../../src/model/index.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { iteration } from '../../support/rows.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAHpLOgAAACwAAAAAAQABAAACAkQBADs=';

/** A row whose file is there. */
export const kept = (id: string): Iteration => iteration(id, { media: { url: PIXEL, mime: 'image/gif' } });

/** A row whose file is not there any more. */
export const lost = (id: string): Iteration => iteration(id, { media: { url: `p:${id}`, mime: 'image/gif' } });

/** A store over rows that are looked up two at a time. */
export function storeOf(
  rows: readonly Iteration[],
  more: Partial<ImaginationsAdapter> = {},
): { readonly store: ImaginationsStore; readonly refused: Set<string> } {
  /** While one of these is asked for, the look-up fails. */
  const refused = new Set<string>();
  const store = new ImaginationsStore({
    contract: 1,
    limits: { mediaSchemes: ['p'], lookupSize: 2 },
    listSessions: () => Promise.resolve({ items: [], nextCursor: null }),
    listIterations: () => Promise.resolve({ items: rows, nextCursor: null }),
    getSession: () => Promise.resolve(null),
    getIterations: (ids) =>
      ids.some((id) => refused.has(id))
        ? Promise.reject(new AdapterError('forbidden', 'Not today'))
        : Promise.resolve(ids.map((id) => rows.find((row) => row.id === id) ?? null)),
    openMedia: () => Promise.reject(new AdapterError('not-found')),
    ...more,
  });
  return { store, refused };
}

/** What is handed to the browser to be saved: it is not, but kept here. */
export function catchSaved(): { readonly saved: string[]; readonly restore: () => void } {
  const saved: string[] = [];
  // The browser's own, put back as it is.
  const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click') ?? {};
  Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
    ...own,
    value(this: HTMLAnchorElement) {
      saved.push(this.href);
    },
  });
  return { saved, restore: () => void Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click') };
}

/** What a zip says of itself: it is stored as it is, after all files. */
export async function sidecarOf(url: string | undefined): Promise<Sidecar> {
  const text = await (await fetch(url ?? '')).text();
  const from = text.indexOf('{\n  "format"');
  return JSON.parse(text.slice(from, text.indexOf('\n}', from) + 2)) as Sidecar;
}
