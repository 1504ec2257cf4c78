import { safeFileName } from '../../internal/file-name.js';
import { download, KEEP_ADDRESS_MS } from '../../internal/download.js';
import { safeLinkUrl, safeMediaUrl } from '../../internal/safe-url.js';
import type { Iteration } from '../../model/index.js';
import type { MediaOpener } from '../../store/index.js';

const addressOf = ({ media }: Iteration): string | undefined => media?.downloadUrl ?? media?.url;

/** Whether the file of an iteration can be had. */
export function canSave(row: Iteration, opener: MediaOpener, base: string): boolean {
  const url = addressOf(row);
  return url !== undefined && (opener.isPrivate(url) || safeMediaUrl(url, base) !== undefined);
}

/**
 * Saves the file of an iteration, byte for byte.
 * @throws what opening or reading it throws.
 */
export async function saveMedia(
  row: Iteration,
  prompt: string,
  opener: MediaOpener,
  base: string,
  signal: AbortSignal,
): Promise<void> {
  const url = addressOf(row);
  if (url === undefined) return;
  const opened = await opener.open(url, signal);
  try {
    const safe = safeMediaUrl(opened.url, base);
    if (safe === undefined) throw new Error('This address is not allowed');
    const mime = row.media?.mime ?? '';
    await download(safe, safeFileName(row.media?.downloadName ?? prompt, mime, row.kind), signal);
    setTimeout(() => opened.close(), KEEP_ADDRESS_MS);
  } catch (thrown) {
    opened.close();
    throw thrown;
  }
}

/** The address of an iteration that means something elsewhere: the host's, else the medium's own where it is public. */
export function linkOf(
  row: Iteration,
  linkFor: ((iteration: Iteration) => string) | undefined,
  opener: MediaOpener,
  base: string,
): string | undefined {
  if (linkFor) {
    try {
      return safeLinkUrl(linkFor(row), base);
    } catch {
      // The host's function failed; there is no address then.
      return undefined;
    }
  }
  const url = row.media?.url;
  return url === undefined || opener.isPrivate(url) ? undefined : safeLinkUrl(url, base);
}
