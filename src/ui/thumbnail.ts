import { css, html, nothing, type TemplateResult } from 'lit';
import type { Kind, MediaSource } from '../model/index.js';
import type { MediaOpener } from './media-lease.js';
import { pictureSource } from './picture-source.js';
import { placeholderColor } from './placeholder-color.js';
import { pictureUrl } from './rendition.js';

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

/**
 * The still that stands for a medium: fills its box, which must have a size.
 * @param sound draws a medium that has no picture.
 */
export function thumbnail(options: ThumbnailOptions, sound?: (media: MediaSource) => TemplateResult): TemplateResult {
  const { media, kind, opener, width, alt = '', priority = false, onError } = options;
  const url = pictureUrl(media, kind, width * Math.min(3, devicePixelRatio || 1));
  if (kind === 'audio' && url === undefined) return html`<span class="thumb sound">${sound?.(media) ?? nothing}</span>`;
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

export const thumbnailStyles = css`
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
`;
