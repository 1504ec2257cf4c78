import { html, nothing, type TemplateResult } from 'lit';
import { attach } from './attach.js';
import type { Iteration, MediaSource } from '../../../model/index.js';
import { hasNoPictures, troubleOf } from '../../../ui/media-trouble.js';
import { mediaUrl } from '../../../ui/media-url.js';
import { mediaBox } from './media-box.js';
import type { StageContext } from './stage-context.js';

/** A video: with the browser's own controls until ours have come, in the room that these will take. */
export function videoStage(row: Iteration, media: MediaSource, context: StageContext): TemplateResult {
  const { opener, name, player, onTrouble, media: state } = context;
  const { url, poster } = state.played(media);
  const parts = context.playerParts(row, media);
  return html`<div class="player film-player" dir="ltr">
    <div class="box film" part="media" ${mediaBox(media)}>
      <video
        ?controls=${!parts}
        ?autoplay=${state.goesOn}
        playsinline
        preload="metadata"
        aria-label=${media.alt || name}
        poster=${mediaUrl(opener, poster?.url)}
        src=${mediaUrl(opener, url, () => onTrouble(url, 'unavailable'))}
        @playing=${state.plays}
        @error=${(event: Event) => {
          if (event.target !== event.currentTarget) return;
          state.breakOff(event);
          onTrouble(url, troubleOf(event, media.mime));
        }}
        @loadeddata=${(event: Event) => hasNoPictures(event) && onTrouble(url, 'unplayable')}
        @click=${parts ? () => player.toggle() : nothing}
        ${attach(player)}
      >
        ${parts?.tracks}
      </video>
    </div>
    ${parts?.controls}
  </div>`;
}
