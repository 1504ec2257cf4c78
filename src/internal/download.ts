/** How long a download's address is kept, in ms: some browsers read it well after the click. */
export const KEEP_ADDRESS_MS = 10_000;

/**
 * Hands an address to the browser, to be saved as a file.
 * @param url an address that has passed the gate; a `blob:` has to last for `KEEP_ADDRESS_MS` from now.
 * @param newTab for what the browser may open instead of saving it.
 */
export function offerAddress(url: string, name: string, newTab = false): void {
  // Never in the document: the click reaches nobody but the browser.
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.rel = 'noopener noreferrer';
  if (newTab) anchor.target = '_blank';
  anchor.click();
}

/** Offers a blob as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  offerAddress(url, name);
  setTimeout(() => URL.revokeObjectURL(url), KEEP_ADDRESS_MS);
}
