import { durationText } from '../../i18n/amounts.js';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { PlayerController } from '../../controllers/player-controller.js';
import type { MediaSource } from '../../model/index.js';
import { icon } from '../../ui/icon.js';
import { pause, play } from '../../ui/icon-shapes.js';
import { troubleOf } from '../../ui/media-trouble.js';
import { mediaUrl } from '../../ui/media-url.js';
import { pressedShare } from '../../ui/pressed-share.js';
import { peaksOf, waveform } from '../../ui/waveform.js';
import type { StageContext } from './stage-context.js';

const BARS = 96;
/** What an arrow moves by, in ms. */
const STEP_MS = 5000;
/** A step is at most this part of the whole: a short clip has some steps too. */
const MOST_OF_WHOLE = 0.1;

const totalOf = (media: MediaSource, player: PlayerController): number => {
  const { durationMs = 0 } = media;
  return player.durationMs ?? (Number.isFinite(durationMs) && durationMs > 0 ? durationMs : 0);
};

function seekByKey(event: KeyboardEvent, player: PlayerController, totalMs: number): void {
  const step = Math.min(STEP_MS, totalMs * MOST_OF_WHOLE);
  const at = player.currentMs;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + step,
    ArrowUp: at + step,
    ArrowLeft: at - step,
    ArrowDown: at - step,
    PageUp: at + totalMs * MOST_OF_WHOLE,
    PageDown: at - totalMs * MOST_OF_WHOLE,
    Home: 0,
    End: totalMs,
  };
  const target = to[event.key];
  if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  player.seek(Math.min(totalMs, Math.max(0, target)));
}

function seekByPointer(event: PointerEvent, player: PlayerController, totalMs: number): void {
  const share = pressedShare(event);
  if (share !== undefined) player.seek(share * totalMs);
}

/** Shows how far it has played; more often than the host is rendered. */
export function paintAudio(root: ParentNode, player: PlayerController, media: MediaSource | undefined): void {
  const played = root.querySelector<HTMLElement>('.wave-played');
  if (!played || !media) return;
  const total = totalOf(media, player);
  const share = total > 0 ? Math.min(1, player.currentMs / total) : 0;
  played.style.setProperty('clip-path', `inset(-20% ${(100 - share * 100).toFixed(2)}% -20% 0)`);
}

/** Sound: its loudness to scrub on, a button, the time. Time runs to the right in every language. */
export function audioStage(media: MediaSource, context: StageContext): TemplateResult {
  const { localizer, opener, player, name, onTrouble } = context;
  const peaks = peaksOf(media);
  const totalMs = totalOf(media, player);
  const atMs = Math.min(player.currentMs, totalMs || Infinity);
  const [time, total] = [durationText(Math.floor(atMs / 1000) * 1000), durationText(totalMs)];
  const scrub = (event: PointerEvent): void => seekByPointer(event, player, totalMs);
  return html`<div class="sound" part="media" dir="ltr">
    <div
      class="scrubber"
      role="slider"
      tabindex="0"
      aria-label=${localizer.t('player.seek')}
      aria-valuemin="0"
      aria-valuemax=${Math.round(totalMs / 1000)}
      aria-valuenow=${Math.round(atMs / 1000)}
      aria-valuetext=${localizer.t('player.position', { time, total })}
      @keydown=${(event: KeyboardEvent) => seekByKey(event, player, totalMs)}
      @pointerdown=${scrub}
      @pointermove=${scrub}
    >
      <span class="wave">${waveform(peaks, { bars: BARS })}</span>
      <span class="wave wave-played">${waveform(peaks, { bars: BARS, progress: 1 })}</span>
    </div>
    <div class="transport">
      <span class="time">${time}</span>
      <button
        type="button"
        class="btn play"
        aria-label=${localizer.t(player.playing ? 'player.pause' : 'player.play')}
        @click=${() => player.toggle()}
      >
        ${icon(player.playing ? pause : play)}
      </button>
      <span class="time">${total}</span>
    </div>
    <audio
      preload="metadata"
      aria-label=${name}
      src=${mediaUrl(opener, media.url, () => onTrouble(media.url, 'unavailable'))}
      @error=${(event: Event) => onTrouble(media.url, troubleOf(event, media.mime))}
      ${ref(player.attach)}
    ></audio>
  </div>`;
}
