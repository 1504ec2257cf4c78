import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Iteration, MediaSource } from '../../../model/index.js';
import { hasNoPictures, troubleOf } from '../../../ui/media-trouble.js';
import { mediaUrl } from '../../../ui/media-url.js';
import { peaksOf, waveform } from '../../../ui/waveform.js';
import type { LightboxView } from '../sequence.js';
import { mediaBox } from '../stage/media-box.js';
import type { StageContext } from '../stage/stage-context.js';
import { stage } from '../stage/stage.js';
import { isPlayed } from './pane.js';
import type { Playheads } from './playheads.js';

const BARS = 96;

/** What is compared, or how it stands; what plays does so with the others. */
export function paneStage(view: LightboxView, context: StageContext, playheads: Playheads): TemplateResult {
  const { row } = view;
  if (!row?.media || !isPlayed(row) || context.media.troubleOf(view)) return stage(view, context);
  const { media } = row;
  const shown = (): TemplateResult => (row.kind === 'video' ? film : sound)(row, media, context, playheads);
  return html`${repeat([`${row.id} ${context.media.attempt}`], (key) => key, shown)}`;
}

function film(row: Iteration, media: MediaSource, context: StageContext, playheads: Playheads): TemplateResult {
  const { opener, name, onTrouble } = context;
  const { url, poster } = context.media.played(media);
  return html`<div class="box film" part="media" ${mediaBox(media)}>
    <video
      playsinline
      preload="auto"
      aria-label=${media.alt || name}
      poster=${mediaUrl(opener, poster?.url)}
      src=${mediaUrl(opener, url, () => onTrouble(url, 'unavailable'))}
      @error=${(event: Event) => onTrouble(url, troubleOf(event, media.mime))}
      @loadeddata=${(event: Event) => hasNoPictures(event) && onTrouble(url, 'unplayable')}
      ${ref(playheads.refOf(row.id))}
    ></video>
  </div>`;
}

function sound(row: Iteration, media: MediaSource, context: StageContext, playheads: Playheads): TemplateResult {
  const { opener, name, onTrouble } = context;
  const { url } = context.media.played(media);
  return html`<div class="pane-sound" part="media" dir="ltr">
    ${waveform(peaksOf(media), { bars: BARS })}
    <audio
      preload="auto"
      aria-label=${name}
      src=${mediaUrl(opener, url, () => onTrouble(url, 'unavailable'))}
      @error=${(event: Event) => onTrouble(url, troubleOf(event, media.mime))}
      ${ref(playheads.refOf(row.id))}
    ></audio>
  </div>`;
}
