import { html, nothing, type TemplateResult } from 'lit';
import type { MediaSource } from '../../model/index.js';
import { emptyState } from '../../ui/states.js';
import { image } from '../../ui/icon-shapes.js';
import { pictureSource } from '../../ui/picture-source.js';
import { placeholderColor } from '../../ui/placeholder-color.js';
import { pictureUrl } from '../../ui/rendition.js';
import { fullPictureUrl } from './full-picture.js';
import { mediaBox } from './media-box.js';
import type { StageContext } from './stage-context.js';

/** Width of a tile in px: its picture is at hand. */
const TILE_PX = 320;

/** A picture: what the tile showed, and over it the full one as soon as it has loaded. */
export function imageStage(media: MediaSource, context: StageContext): TemplateResult {
  const { localizer, opener, name, onTrouble } = context;
  const url = fullPictureUrl(media);
  if (url === undefined) return emptyState({ icon: image, title: localizer.t('tile.tooLargeToShow') });
  const small = pictureUrl(media, 'image', TILE_PX);
  return html`<div class="box picture" part="media" ${mediaBox(media)} ${placeholderColor(media.placeholder)}>
    ${
      small === undefined || small === url
        ? nothing
        : html`<img
            class="small"
            alt=""
            draggable="false"
            referrerpolicy="no-referrer"
            ${pictureSource({ opener, url: small })}
          />`
    }
    <img
      class="full"
      alt=${media.alt || name}
      decoding="async"
      draggable="false"
      referrerpolicy="no-referrer"
      fetchpriority="high"
      ${pictureSource({ opener, url, onError: () => onTrouble(media.url, 'unavailable') })}
    />
  </div>`;
}
