import { css, html, nothing, type TemplateResult } from 'lit';
import type { Kind, MediaSource } from '../model/index.js';
import { icon } from './icon.js';
import { audio as audioShape } from './icon-shapes.js';
import type { MediaOpener } from './media-lease.js';
import { pictureSource } from './picture-source.js';
import { placeholderColor } from './placeholder-color.js';
import { pictureUrl } from './rendition.js';
import { waveform, waveformStyles } from './waveform.js';

export interface ThumbnailOptions {
  readonly media: MediaSource;
  readonly kind: Kind;
  readonly opener?: MediaOpener | undefined;
  /** Shown width in CSS px; what is loaded is chosen by it and the density of the screen. */
  readonly width: number;
  /** Text alternative. Default empty: the tile around it has the name. */
  readonly alt?: string | undefined;
  /** Whether it is among the first a person sees. */
  readonly priority?: boolean | undefined;
  readonly onError?: ((cause: unknown) => void) | undefined;
}

/** The still that stands for a medium: fills its box, which must have a size; audio is drawn as its waveform. */
export function thumbnail(options: ThumbnailOptions): TemplateResult {
  const { media, kind, opener, width, alt = '', priority = false, onError } = options;
  const url = pictureUrl(media, kind, width * Math.min(3, devicePixelRatio || 1));
  if (kind === 'audio' && url === undefined) return sound(media);
  return html`<span class="thumb" ${placeholderColor(media.placeholder)}>
    <img
      alt=${alt}
      decoding="async"
      draggable="false"
      referrerpolicy="no-referrer"
      fetchpriority=${priority ? 'high' : nothing}
      ${pictureSource({ opener, url, onError })}
    />
  </span>`;
}

function sound({ waveform: wave }: MediaSource): TemplateResult {
  return html`<span class="thumb sound">
    ${wave && 'peaks' in wave && wave.peaks.length > 0 ? waveform(wave.peaks, { bars: 48 }) : icon(audioShape)}
  </span>`;
}

export const thumbnailStyles = [
  waveformStyles,
  css`
    .thumb {
      position: relative;
      display: block;
      overflow: hidden;
      inline-size: 100%;
      block-size: 100%;
      border-radius: inherit;
      background: var(--_surface-sunken);
    }

    .thumb img {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
      opacity: 0;
    }

    .thumb img[data-state='shown'] {
      opacity: 1;
      transition: opacity var(--_slow) var(--_ease);
    }

    .thumb img[data-state='ready'] {
      opacity: 1;
    }

    .thumb img[data-state='failed'] {
      visibility: hidden;
    }

    @media (forced-colors: active) {
      .thumb.sound,
      .thumb:has(> img[data-state='failed']) {
        outline: 1px solid CanvasText;
        outline-offset: -1px;
      }
    }

    /* No picture: hatched. */
    .thumb:has(> img[data-state='failed'])::after {
      content: '';
      position: absolute;
      inset: 0;
      background: repeating-linear-gradient(135deg, var(--_line-strong) 0 1px, transparent 1px 9px);
      opacity: 0.35;
    }

    .thumb.sound {
      display: grid;
      place-items: center;
      padding: 12%;
      background: color-mix(in srgb, var(--_accent) 12%, var(--_surface-sunken));
      color: color-mix(in srgb, var(--_accent) 70%, var(--_text));
    }

    .thumb.sound .icon-shape {
      inline-size: 28px;
      block-size: 28px;
    }

    .thumb.sound .waveform {
      max-block-size: 96px;
    }
  `,
];
