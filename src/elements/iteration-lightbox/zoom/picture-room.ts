import type { MediaSource } from '../../../model/index.js';
import { fitScale, zoomRoom, type Size, type ZoomRoom } from './zoom-geometry.js';

/** What is known of the size of a picture before it has loaded, else what it turned out to have. */
function sizeOf(box: HTMLElement, { width = 0, height = 0 }: Partial<MediaSource>): Size | undefined {
  if (width > 0 && height > 0) return { width, height };
  const img = box.querySelector<HTMLImageElement>('img.full');
  return img && img.naturalWidth > 0 && img.naturalHeight > 0
    ? { width: img.naturalWidth, height: img.naturalHeight }
    : undefined;
}

/** The sizes of a picture on its stage, as they are laid out: nothing that is transformed counts. */
export function pictureRoom(
  stage: HTMLElement,
  box: HTMLElement,
  media: MediaSource | undefined,
): ZoomRoom | undefined {
  const frame = box.offsetParent;
  if (!(frame instanceof HTMLElement) || !stage.contains(frame)) return undefined;
  const shown: Size = { width: box.offsetWidth, height: box.offsetHeight };
  const medium = sizeOf(box, media ?? {}) ?? shown;
  // As it lies in its box, which may be wider: a box is never thinner than a px, and one that knows no size takes all.
  const by = fitScale(medium, shown);
  const fitted = { width: medium.width * by, height: medium.height * by };
  const x = frame.offsetLeft + box.offsetLeft + shown.width / 2;
  const y = frame.offsetTop + box.offsetTop + shown.height / 2;
  return zoomRoom(
    medium,
    fitted,
    { from: -x, to: stage.clientWidth - x },
    { from: -y, to: stage.clientHeight - y },
    devicePixelRatio,
  );
}
