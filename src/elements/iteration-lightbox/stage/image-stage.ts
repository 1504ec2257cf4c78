import { html, nothing, type TemplateResult } from 'lit';
import { bytesText } from '../../../i18n/amounts.js';
import type { MediaSource } from '../../../model/index.js';
import { emptyState } from '../../../ui/states.js';
import { image } from '../../../ui/icon-shapes.js';
import { pictureSource } from '../../../ui/picture-source.js';
import { placeholderColor } from '../../../ui/placeholder-color.js';
import { pictureUrl } from '../../../ui/rendition.js';
import { mediaBox } from './media-box.js';
import { isWhole } from './picture-choice.js';
import type { StageContext } from './stage-context.js';

/** Width of a tile in px: its picture is at hand. */
const TILE_PX = 320;

/** What may have holes; of the others nobody should see what is behind them. */
const isOpaque = ({ mime }: MediaSource): boolean => /jpe?g|bmp/i.test(mime);

/** One of nearly the shape of its box takes all of it: between two, nothing may move. */
const onLoad =
  (media: MediaSource, shows?: (img: HTMLImageElement) => void) =>
  ({ currentTarget: img }: Event): void => {
    if (!(img instanceof HTMLImageElement)) return;
    img.classList.toggle('fills', isWhole(img, media));
    shows?.(img);
  };

/** What has loaded shows when it has been decoded, too: until then there would be a hole. */
function showDecoded(img: HTMLImageElement): void {
  if (img.dataset['state'] === 'ready') return;
  const show = (): void => void (img.dataset['decoded'] = '');
  // What cannot be decoded as a whole shows as far as it can be.
  img.decode().then(show, show);
}

const small = (url: string, media: MediaSource, { opener }: StageContext): TemplateResult =>
  html`<img
    class="small"
    alt=""
    draggable="false"
    referrerpolicy="no-referrer"
    @load=${onLoad(media)}
    ${pictureSource({ opener, url })}
  />`;

/** All that the picture has, over the one that was enough for the window. */
const finest = (url: string, media: MediaSource, { opener, heal }: StageContext): TemplateResult =>
  html`<img
    class="full finest"
    alt=""
    decoding="sync"
    draggable="false"
    referrerpolicy="no-referrer"
    @load=${onLoad(media, showDecoded)}
    ${pictureSource({ opener, url, onError: () => heal(false) })}
  />`;

/** A picture: what the tile showed, and over it the full one as soon as it has been decoded. */
export function imageStage(
  media: MediaSource,
  context: StageContext,
  download: TemplateResult | typeof nothing,
): TemplateResult {
  const { opener, name, onTrouble, media: state } = context;
  const full = state.pictures.full(media);
  if (!full) return tooLarge(media, context, download);
  const tile = pictureUrl(media, 'image', TILE_PX);
  const more = state.pictures.finest(media);
  const { atHand } = state.pictures;
  // It may be told while this is being drawn.
  const fail = (): void =>
    queueMicrotask(() => {
      if (!state.pictures.fail(full.url)) onTrouble(media.url, 'unavailable');
    });
  return html`<div
    class="box picture"
    part="media"
    ?data-sheer=${!isOpaque(media)}
    ${mediaBox(media)}
    ${placeholderColor(media.placeholder)}
  >
    ${tile === undefined || tile === full.url || atHand ? nothing : small(tile, media, context)}
    <img
      class=${atHand === 'fills' ? 'full fills' : 'full'}
      alt=${media.alt || name}
      decoding="sync"
      draggable="false"
      referrerpolicy="no-referrer"
      fetchpriority="high"
      @load=${onLoad(media, showDecoded)}
      ${pictureSource({ opener, url: full.url, onError: fail })}
    />
    ${more ? finest(more.url, media, context) : nothing}
  </div>`;
}

function tooLarge(
  { width, height, bytes }: MediaSource,
  { localizer }: StageContext,
  download: TemplateResult | typeof nothing,
): TemplateResult {
  const size = width && height ? localizer.t('lightbox.dimensions', { width, height }) : '';
  const weight = bytes === undefined ? '' : bytesText(localizer, bytes);
  return emptyState({
    icon: image,
    title: localizer.t('tile.tooLargeToShow'),
    text: [size, weight].filter(Boolean).join(' · '),
    action: html`<div class="state-actions">${download}</div>`,
  });
}
