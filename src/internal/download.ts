import { fromDataUrl } from './data-url.js';

/** How long a download's address is kept, in ms: some browsers read it well after the click. */
export const KEEP_ADDRESS_MS = 10_000;

function follow(href: string, name: string, newTab: boolean): void {
  // Never in the document: the click reaches nobody but the browser.
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = name;
  anchor.rel = 'noopener noreferrer';
  if (newTab) anchor.target = '_blank';
  anchor.click();
}

/** Offers a blob as a file. */
function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  follow(url, name, false);
  setTimeout(() => URL.revokeObjectURL(url), KEEP_ADDRESS_MS);
}

/**
 * The bytes behind an address.
 * @throws TypeError when the server cannot be reached or does not let this page read; Error when it refuses.
 */
async function readBlob(url: string, signal?: AbortSignal): Promise<Blob> {
  const inline = fromDataUrl(url);
  if (inline) return inline;
  const response = await fetch(url, { ...(signal && { signal }) });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.blob();
}

/**
 * Saves the bytes behind an address as a file, unchanged. What this page may not read is handed to the browser, which
 * may open it instead.
 * @param url an address that has passed the gate; a `blob:` has to last for `KEEP_ADDRESS_MS` from now.
 */
export async function download(url: string, name: string, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  // A strict `connect-src` of the page forbids to read it, and there is nothing to be gained.
  if (url.startsWith('blob:')) {
    follow(url, name, false);
    return;
  }
  let blob: Blob;
  try {
    blob = await readBlob(url, signal);
  } catch (thrown) {
    if (!(thrown instanceof TypeError) || !/^https?:/.test(url)) throw thrown;
    follow(url, name, true);
    return;
  }
  saveBlob(blob, name);
}
