import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MediaSource } from '../../model/index.js';
import { troubleOf } from '../../ui/media-trouble.js';
import { mediaUrl } from '../../ui/media-url.js';
import { mediaBox } from './media-box.js';
import type { StageContext } from './stage-context.js';

/** Clips shorter than this (ms) begin again by themselves. */
const LOOP_BELOW_MS = 10_000;

/** A video with the browser's own controls. */
export function videoStage(media: MediaSource, context: StageContext): TemplateResult {
  const { opener, name, player, onTrouble } = context;
  const loops = media.durationMs !== undefined && media.durationMs < LOOP_BELOW_MS;
  return html`<div class="box film" part="media" ${mediaBox(media)}>
    <video
      controls
      playsinline
      preload="metadata"
      aria-label=${media.alt || name}
      ?loop=${loops}
      poster=${mediaUrl(opener, media.poster?.url)}
      src=${mediaUrl(opener, media.url, () => onTrouble(media.url, 'unavailable'))}
      @error=${(event: Event) => onTrouble(media.url, troubleOf(event, media.mime))}
      ${ref(player.attach)}
    ></video>
  </div>`;
}
