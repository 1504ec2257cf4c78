import { html, type TemplateResult } from 'lit';
import { attach } from './attach.js';
import type { Iteration, MediaSource } from '../../../model/index.js';
import { troubleOf } from '../../../ui/media-trouble.js';
import { mediaUrl } from '../../../ui/media-url.js';
import type { StageContext } from './stage-context.js';

/** Sound: with the browser's own controls until its loudness to scrub on has come, in the room that this will take. */
export function audioStage(row: Iteration, media: MediaSource, context: StageContext): TemplateResult {
  const { opener, player, name, onTrouble, media: state } = context;
  const { url } = state.played(media);
  const parts = context.playerParts(row, media);
  return html`<div class="player sound-player" part="media" dir="ltr">
    <audio
      ?controls=${!parts}
      ?autoplay=${state.goesOn}
      preload="metadata"
      aria-label=${name}
      src=${mediaUrl(opener, url, () => onTrouble(url, 'unavailable'))}
      @playing=${state.plays}
      @error=${(event: Event) => {
        state.breakOff(event);
        onTrouble(url, troubleOf(event, media.mime));
      }}
      ${attach(player)}
    ></audio>
    ${parts?.controls}
  </div>`;
}
