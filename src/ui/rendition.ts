import type { Kind, MediaSource } from '../model/index.js';

/** A tile never loads an original of more pixels: decoded, 50 megapixels are 200 MB. */
const MAX_PIXELS = 50_000_000;
const TEMPLATE_STEP = 160;

/**
 * The address of the picture that stands for a medium at a size: the smallest rendition that is wide enough, else the
 * widest; the original only where it is a picture and there is nothing smaller.
 * @param widthPx wanted width in device px.
 */
export function pictureUrl(media: MediaSource, kind: Kind, widthPx: number): string | undefined {
  const byWidth = [...(media.thumbnails ?? [])].sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  const fitting = byWidth.find(({ width = 0 }) => width >= widthPx);
  if (fitting) return fitting.url;
  if (media.thumbnailTemplate) {
    const step = Math.max(1, Math.ceil(widthPx / TEMPLATE_STEP)) * TEMPLATE_STEP;
    return media.thumbnailTemplate.replaceAll('{w}', String(step));
  }
  const widest = byWidth.at(-1);
  // A small rendition that is still larger than the original's picture, or all there is.
  if (widest && (kind !== 'image' || (widest.width ?? 0) * 2 >= widthPx)) return widest.url;
  if (kind !== 'image') return media.poster?.url;
  return (media.width ?? 0) * (media.height ?? 0) > MAX_PIXELS ? widest?.url : media.url;
}
