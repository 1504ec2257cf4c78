import type { MediaSource } from '../../model/index.js';
import { pictureUrl } from '../../ui/rendition.js';

/** Decoded, 50 megapixels are 200 MB. */
const MAX_PIXELS = 50_000_000;
/** Wider than any rendition one would make: the widest is chosen. */
const WIDEST_PX = 8192;

/** The address of an image in its full size; of its widest rendition where the original would take the page down. */
export const fullPictureUrl = (media: MediaSource): string | undefined =>
  (media.width ?? 0) * (media.height ?? 0) > MAX_PIXELS ? pictureUrl(media, 'image', WIDEST_PX) : media.url;
