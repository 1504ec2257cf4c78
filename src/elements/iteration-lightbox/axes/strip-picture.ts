import { html, nothing, type TemplateResult } from 'lit';
import type { Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { icon } from '../../../ui/icon.js';
import { alert } from '../../../ui/icons/alert.js';
import { archive } from '../../../ui/icons/archive.js';
import { audio } from '../../../ui/icons/audio.js';
import { file } from '../../../ui/icons/file.js';
import { image } from '../../../ui/icons/image.js';
import { play } from '../../../ui/icons/play.js';
import { star } from '../../../ui/icons/star.js';
import { stop } from '../../../ui/icons/stop.js';
import { video } from '../../../ui/icons/video.js';
import { pictureSource } from '../../../ui/picture-source.js';
import { progressBar } from '../../../ui/progress-bar.js';
import { pictureUrl } from '../../../ui/rendition.js';
import { thumbnail } from '../../../ui/thumbnail.js';

/** Width and height of a picture in the strip. */
export const CELL_PX = 56;

/** On the picture of what is played. */
const playsBy = ({ kind, media, status }: Iteration): string | undefined => {
  if (status !== 'succeeded' || !media) return undefined;
  // Without a picture the sign is all there is.
  return kind === 'video' ? play : kind === 'audio' && pictureUrl(media, kind, CELL_PX) ? audio : undefined;
};

const SHAPES: Readonly<Record<string, string>> = { image, video, audio };

/** What stands for an iteration in the strip: its picture, or how its run stands, and what was said of it. */
export function stripPicture(row: Iteration, store: ImaginationsStore): TemplateResult {
  const sign = playsBy(row);
  return html`${body(row, store)}${sign === undefined ? nothing : html`<span class="cell-kind">${icon(sign)}</span>`}${
    row.starred || row.archivedAt
      ? html`<span class="cell-marks"
          >${row.starred ? html`<span class="cell-star">${icon(star)}</span>` : nothing}${
            row.archivedAt ? icon(archive) : nothing
          }</span
        >`
      : nothing
  }`;
}

function body(row: Iteration, store: ImaginationsStore): TemplateResult {
  const { kind, media, status, progress } = row;
  if (status === 'failed') return html`<span class="cell-sign failed">${icon(alert)}</span>`;
  if (status === 'canceled') return html`<span class="cell-sign">${icon(stop)}</span>`;
  // A status the kit does not know counts as running.
  if (status !== 'succeeded') {
    const preview = progress?.preview;
    return html`${
      preview === undefined
        ? html`<span class="cell-sign">${icon(SHAPES[kind] ?? file)}</span>`
        : html`<img
            class="cell-preview"
            alt=""
            draggable="false"
            ${pictureSource({ opener: store.media, url: preview })}
          />`
    }${progressBar(progress?.value)}`;
  }
  if (!media || !Object.hasOwn(SHAPES, kind)) return html`<span class="cell-sign">${icon(file)}</span>`;
  const options = { media, kind, opener: store.media, width: CELL_PX, onError: () => store.healMedia(row.id) };
  // For a waveform there is no room.
  return thumbnail(options, () => icon(audio));
}
