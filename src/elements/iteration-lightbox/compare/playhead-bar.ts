import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import { icon, type IconShape } from '../../../ui/icon.js';
import { frameBack } from '../../../ui/icons/frame-back.js';
import { frameOn } from '../../../ui/icons/frame-on.js';
import { loop } from '../../../ui/icons/loop.js';
import { muted } from '../../../ui/icons/muted.js';
import { pause } from '../../../ui/icons/pause.js';
import { play } from '../../../ui/icons/play.js';
import { volume } from '../../../ui/icons/volume.js';
import { ariaKeys, titleWithKey } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { stepOf } from '../player/controls.js';
import { playhead } from '../player/playhead.js';
import { slider } from '../player/slider.js';
import { RATES } from '../player/sound-settings.js';
import type { Playheads } from './playheads.js';

export interface PlayheadBarContext {
  readonly playheads: Playheads;
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
  /** Whether what is heard, one at a time, is a film. */
  readonly hasFilm: boolean;
  /** Those of which one is heard: A/B. */
  readonly voices: readonly { readonly letter: string; readonly isHeard: boolean; readonly hear: () => void }[];
}

const wholeSeconds = (ms: number): string => durationText(Math.floor(ms / 1000) * 1000);

function button(
  id: ShortcutId,
  name: string,
  label: string,
  shape: IconShape,
  { playheads, localizer, keys }: PlayheadBarContext,
  pressed?: boolean,
): TemplateResult {
  return html`<button
    type="button"
    class="btn icon ${name}"
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    aria-keyshortcuts=${ariaKeys(keys.of(id)) ?? nothing}
    title=${titleWithKey(localizer, label, keys.of(id))}
    @click=${() => takePlayKey(id, playheads)}
  >
    ${icon(shape)}
  </button>`;
}

/** The one playhead of everything that is compared, and who is heard. */
export function playheadBar(context: PlayheadBarContext): TemplateResult {
  const { playheads, localizer, keys, hasFilm, voices } = context;
  const { playing, durationMs } = playheads;
  const total = durationText(durationMs);
  const choices = voices.map(
    ({ letter, isHeard, hear }) =>
      html`<button
        type="button"
        aria-pressed=${isHeard}
        aria-label=${localizer.t('compare.hear', { letter })}
        title=${localizer.t('compare.hear', { letter })}
        @click=${hear}
      >
        ${letter}
      </button>`,
  );
  return html`<div class="playheads controls" role="group" dir="ltr" aria-label=${localizer.t('player.controls')}>
    <span
      class="time now"
      ${playhead(playheads, (element) => {
        const text = wholeSeconds(playheads.currentMs);
        if (element.textContent !== text) element.textContent = text;
      })}
    ></span>
    ${slider({
      player: playheads,
      name: 'position',
      label: localizer.t('player.seek'),
      keys: [...keys.of('seekBack'), ...keys.of('seekOn')],
      most: durationMs,
      step: stepOf(durationMs),
      unit: 1000,
      at: () => playheads.currentMs,
      say: (at) => localizer.t('player.position', { time: wholeSeconds(at), total }),
      set: (to) => playheads.seek(to),
      content: html`<span class="rail"></span>`,
    })}
    <span class="time total">${durationMs > 0 ? total : nothing}</span>
    <div class="buttons">
      ${button('play', 'play', localizer.t(playing ? 'player.pause' : 'player.play'), playing ? pause : play, context)}
      ${
        hasFilm
          ? html`${button('frameBack', 'frameBack', localizer.t('player.frameBack'), frameBack, context)}
            ${button('frameOn', 'frameOn', localizer.t('player.frameOn'), frameOn, context)}`
          : nothing
      }
      ${button('loop', 'loop', localizer.t('player.loop'), loop, context, playheads.loops)}
      ${button('mute', 'mute', localizer.t('player.mute'), playheads.muted ? muted : volume, context, playheads.muted)}
      <div class="segmented voices" role="group" aria-label=${localizer.t('player.volume')}>${choices}</div>
    </div>
  </div>`;
}

/** Does what a key asks for; answers whether it was for this. */
export function takePlayKey(id: ShortcutId, playheads: Playheads): boolean {
  const step = stepOf(playheads.durationMs);
  const acts: Partial<Record<ShortcutId, () => void>> = {
    play: () => playheads.toggle(),
    playHere: () => playheads.toggle(),
    seekBack: () => playheads.seek(playheads.currentMs - step),
    seekOn: () => playheads.seek(playheads.currentMs + step),
    frameBack: () => playheads.step(-1),
    frameOn: () => playheads.step(1),
    slower: () => playheads.setRate(RATES.findLast((rate) => rate < playheads.rate)),
    faster: () => playheads.setRate(RATES.find((rate) => rate > playheads.rate)),
    loop: () => playheads.toggleLoop(),
    mute: () => playheads.toggleMute(),
  };
  if (playheads.isEmpty) return false;
  acts[id]?.();
  return acts[id] !== undefined;
}
