import type { LitElement } from 'lit';
import type { StoreHost } from '../../../controllers/store-controller.js';
import { addEnglish } from '../../../i18n/registry.js';
import { lightboxAxesTexts } from '../../../i18n/texts/lightbox-axes.js';
import { tileTexts } from '../../../i18n/texts/tile.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../../ui/media-thumbnail.js';
import { Walk, type WalkContext } from './walk.js';
import { walkStyles } from './walk.styles.js';

/** The ways through a lightbox, with their texts and styles. */
export function walkOf(host: LitElement & StoreHost, context: WalkContext): Walk {
  for (const texts of [lightboxAxesTexts, tileTexts]) addEnglish(texts);
  adoptStyles(host, ...mediaThumbnailStyles, walkStyles);
  return new Walk(host, context);
}
