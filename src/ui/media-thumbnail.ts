import { css, type TemplateResult } from 'lit';
import type { MediaSource } from '../model/index.js';
import { icon } from './icon.js';
import { audio } from './icon-shapes.js';
import { thumbnail, thumbnailStyles, type ThumbnailOptions } from './thumbnail.js';
import { peaksOf, waveform, waveformStyles } from './waveform.js';

/** How many bars a tile's waveform has. */
export const SOUND_BARS = 48;

/** What stands for a sound without a picture: its waveform, where that is known. */
export const soundPicture = (media: MediaSource): TemplateResult => {
  const peaks = peaksOf(media);
  return peaks.length > 0 ? waveform(peaks, { bars: SOUND_BARS }) : icon(audio);
};

/** The still that stands for any medium: fills its box, which must have a size; a sound is drawn as its waveform. */
export const mediaThumbnail = (options: ThumbnailOptions): TemplateResult => thumbnail(options, soundPicture);

const soundStyles = css`
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
`;

/** Looks of `soundPicture`, beside those of the thumbnail. */
export const soundPictureStyles = [waveformStyles, soundStyles];

/** Looks of `mediaThumbnail`. */
export const mediaThumbnailStyles = [thumbnailStyles, ...soundPictureStyles];
