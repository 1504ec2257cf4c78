import type { MediaSource } from '../../model/index.js';
import { pictureUrl } from '../../ui/rendition.js';

/** Decoded, 50 megapixels are 200 MB. */
const MAX_PIXELS = 50_000_000;
/** Wider than any rendition one would make: the widest is chosen. */
const WIDEST_PX = 8192;
/** Times its own width a medium may be enlarged to where it is fitted. */
export const MOST_ENLARGED = 2;

/** One of the pictures that an image comes in. */
export interface FullPicture {
  readonly url: string;
  /** What it holds, in px; of the original more than anybody asks for. */
  readonly width: number;
}

const isHuge = ({ width = 0, height = 0 }: MediaSource): boolean => width * height > MAX_PIXELS;

/** The picture that shows everything an image has; of one that would take the page down, its widest rendition. */
export function finestPicture(media: MediaSource): FullPicture | undefined {
  if (!isHuge(media)) return { url: media.url, width: Infinity };
  const url = pictureUrl(media, 'image', WIDEST_PX);
  return url === undefined ? undefined : { url, width: Infinity };
}

/** The smallest picture that is sharp at a width, in px of the device. */
export function fullPicture(media: MediaSource, widthPx: number): FullPicture | undefined {
  const finest = finestPicture(media);
  const { width: own = 0, thumbnailTemplate, thumbnails = [] } = media;
  const isWide = thumbnails.some(({ width = 0 }) => width >= widthPx);
  if (!isWide && !(thumbnailTemplate && widthPx < own)) return finest;
  const url = pictureUrl(media, 'image', widthPx);
  return url === undefined || url === finest?.url ? finest : { url, width: widthPx };
}

/** How wide an image is shown when it is fitted into the window, in px of the device. */
export function fittedWidth({ width = 0, height = 0 }: MediaSource): number {
  const ratio = width > 0 && height > 0 ? width / height : undefined;
  const most = width > 0 ? width * MOST_ENLARGED : Infinity;
  const fitted = Math.min(innerWidth, ratio === undefined ? Infinity : innerHeight * ratio, most);
  return Math.max(1, Math.ceil(fitted * devicePixelRatio));
}
