import { safeLinkUrl } from '../../internal/safe-url.js';
import type { Iteration } from '../../model/index.js';
import type { MediaOpener } from '../../store/index.js';

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
