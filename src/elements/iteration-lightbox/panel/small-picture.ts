import { html, type TemplateResult } from 'lit';
import { icon, type IconShape } from '../../../ui/icon.js';
import { mediaThumbnail } from '../../../ui/media-thumbnail.js';
import type { ThumbnailOptions } from '../../../ui/thumbnail.js';

/** What stands for something in the details: its picture, else a sign. */
export const smallPicture = (options: ThumbnailOptions | undefined, otherwise: IconShape): TemplateResult =>
  options
    ? html`<span class="reference-picture">${mediaThumbnail(options)}</span>`
    : html`<span class="reference-picture plain">${icon(otherwise)}</span>`;
