import { toFailure } from '../../data/index.js';
import { KEEP_ADDRESS_MS, offerAddress, saveBlob } from '../../internal/download.js';
import { safeFileName } from '../../internal/file-name.js';
import { MediaLease } from '../../ui/media-lease.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { nameFrom } from './name-template.js';
import { mimeOf, readMedia, type ReadOptions } from './read-media.js';
import { fileAddress } from './file-address.js';

function nameOf(store: ImaginationsStore, row: Iteration, mime: string, names: string | undefined): string {
  const session = store.session(row.sessionId);
  if (names !== undefined) return nameFrom(names, { row, session, number: 1, of: 1, mime });
  return safeFileName(row.media?.downloadName ?? promptOf(row, session), mime, row.kind);
}

/** Saves a file whose address the adapter opens as a `blob:`; answers whether it was one. */
async function saveOpened(
  store: ImaginationsStore,
  row: Iteration,
  names: string | undefined,
  { signal, base }: ReadOptions,
): Promise<boolean> {
  const opened = await store.media.open(fileAddress(row) ?? '', signal);
  const url = MediaLease.gate(opened.url, base);
  if (!url?.startsWith('blob:')) {
    opened.close();
    return false;
  }
  // Not read: a strict `connect-src` of the page forbids that, and there is nothing to be gained.
  offerAddress(url, nameOf(store, row, row.media?.mime ?? '', names));
  setTimeout(() => opened.close(), KEEP_ADDRESS_MS);
  return true;
}

/**
 * Saves the file of one iteration, byte for byte. What this page may not read is handed to the browser, which may open
 * it instead.
 * @throws AdapterError when it cannot be had.
 */
export async function saveOne(
  store: ImaginationsStore,
  row: Iteration,
  names: string | undefined,
  options: ReadOptions,
): Promise<void> {
  if (await saveOpened(store, row, names, options)) return;
  try {
    const file = await readMedia(store, row, options);
    const mime = await mimeOf(row, file);
    options.signal.throwIfAborted();
    saveBlob(file, nameOf(store, row, mime, names));
  } catch (thrown) {
    const url = MediaLease.gate(fileAddress(row), options.base);
    if (toFailure(thrown).code !== 'network' || !url || !/^https?:/.test(url)) throw thrown;
    offerAddress(url, nameOf(store, row, row.media?.mime ?? '', names), true);
  }
}
