import { safeMediaUrl } from '../../../internal/safe-url.js';
import type { MediaSource } from '../../../model/index.js';
import { finestPicture, fittedWidth, fullPicture, type FullPicture } from '../../media/full-picture.js';

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** Whether two media are one file: an address that was only signed anew is no other one. */
export const isSameFile = (one: MediaSource, other: MediaSource): boolean =>
  one.width === other.width &&
  one.height === other.height &&
  (one.hash === undefined ? pathOf(one.url) === pathOf(other.url) : one.hash === other.hash);

/** Whether a picture has the shape that its medium is said to have, nearly: renditions are rounded. */
export const isWhole = (
  { naturalWidth, naturalHeight }: HTMLImageElement,
  { width = 0, height = 0 }: MediaSource,
): boolean => Math.abs((naturalWidth * height) / (naturalHeight * width) - 1) < 0.02;

/** One that has been loaded ahead, if it shows in the very frame in which it is asked for: not each browser's does. */
function atOnce(url: string): HTMLImageElement | undefined {
  const img = new Image();
  // As it will be asked for: else it would be another one.
  img.referrerPolicy = 'no-referrer';
  img.src = safeMediaUrl(url, document.baseURI) ?? '';
  return img.complete && img.naturalWidth > 0 ? img : undefined;
}

/** Which of the pictures of an image are shown: chosen once, so that none is loaded twice. */
export class PictureChoice {
  readonly #onChange: () => void;
  readonly #isAhead: (url: string) => boolean;
  #media: MediaSource | undefined;
  #full: FullPicture | undefined;
  #atHand: 'fills' | 'fits' | undefined;
  #wantsFinest = false;
  #hasFailed = false;

  /** @param isAhead whether a picture has been loaded ahead. */
  constructor(onChange: () => void, isAhead: (url: string) => boolean = () => false) {
    this.#onChange = onChange;
    this.#isAhead = isAhead;
  }

  reset(): void {
    this.#media = this.#full = this.#atHand = undefined;
    this.#wantsFinest = this.#hasFailed = false;
  }

  /** The picture for the whole image; nothing where it has none that a page could bear. */
  full(media: MediaSource): FullPicture | undefined {
    const isKept = this.#media && (this.#media === media || (!this.#hasFailed && isSameFile(this.#media, media)));
    if (isKept) return this.#full;
    if (this.#media && !isSameFile(this.#media, media)) this.reset();
    this.#media = media;
    this.#full = this.#hasFailed ? finestPicture(media) : fullPicture(media, fittedWidth(media));
    const ahead = this.#full && this.#isAhead(this.#full.url) ? atOnce(this.#full.url) : undefined;
    this.#atHand = ahead && (isWhole(ahead, media) ? 'fills' : 'fits');
    return this.#full;
  }

  /** How that picture lies in its box, where the page had it when it was chosen: then nothing needs to stand in for it. */
  get atHand(): 'fills' | 'fits' | undefined {
    return this.#atHand;
  }

  /** What is laid over it where it is not fine enough; nothing unless {@link wantFinest that was asked for}. */
  finest(media: MediaSource): FullPicture | undefined {
    const full = this.full(media);
    const finest = this.#wantsFinest && this.#media ? finestPicture(this.#media) : undefined;
    return finest?.url === full?.url ? undefined : finest;
  }

  /** Somebody looks closer than the picture is. */
  wantFinest(): void {
    if (this.#wantsFinest || (this.#full?.width ?? Infinity) === Infinity) return;
    this.#wantsFinest = true;
    this.#onChange();
  }

  /** The picture did not load: answers whether there is another one to show. */
  fail(url: string): boolean {
    const wasRendition = url === this.#full?.url && this.#full.width !== Infinity;
    this.#hasFailed = true;
    const finest = wasRendition && this.#media ? finestPicture(this.#media) : undefined;
    if (!finest || finest.url === url) return false;
    this.#full = finest;
    this.#atHand = undefined;
    this.#onChange();
    return true;
  }
}
