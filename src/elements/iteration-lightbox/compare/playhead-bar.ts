import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import type { IconShape } from '../../../ui/icon.js';
import { frameBack } from '../../../ui/icons/frame-back.js';
import { frameOn } from '../../../ui/icons/frame-on.js';
import { loop } from '../../../ui/icons/loop.js';
import { muted } from '../../../ui/icons/muted.js';
import { pause } from '../../../ui/icons/pause.js';
import { play } from '../../../ui/icons/play.js';
import { volume } from '../../../ui/icons/volume.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { button, positionSlider, stepOf, timeNow } from '../player/control-parts.js';
import { rateBeside } from '../player/sound-settings.js';
import type { Playheads } from './playheads.js';
import { tip } from '../tip.js';

export interface PlayheadBarContext {
  readonly playheads: Playheads;
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
  /** Whether what is heard, one at a time, is a film. */
  readonly hasFilm: boolean;
  /** Those of which one is heard: A/B. */
  readonly voices: readonly { readonly letter: string; readonly isHeard: boolean; readonly hear: () => void }[];
}

/** The one playhead of everything that is compared, and who is heard. */
export function playheadBar(context: PlayheadBarContext): TemplateResult {
  const { playheads, localizer, keys, hasFilm, voices } = context;
  const act = (id: ShortcutId): unknown => takePlayKey(id, playheads);
  const one = (id: ShortcutId, label: string, shape: IconShape, pressed?: boolean): TemplateResult =>
    button({ name: id, id, label, shape, ...(pressed !== undefined && { pressed }) }, { keys, localizer, act });
  const { playing, durationMs } = playheads;
  const total = durationText(durationMs);
  const choices = voices.map(
    ({ letter, isHeard, hear }) =>
      html`<button
        type="button"
        aria-pressed=${isHeard}
        aria-label=${localizer.t('compare.hear', { letter })}
        ${tip(localizer.t('compare.hear', { letter }))}
        @click=${hear}
      >
        ${letter}
      </button>`,
  );
  return html`<div class="playheads controls" role="group" dir="ltr" aria-label=${localizer.t('player.controls')}>
    ${timeNow(playheads)} ${positionSlider(playheads, durationMs, html`<span class="rail"></span>`, context)}
    <span class="time total">${durationMs > 0 ? total : nothing}</span>
    <div class="buttons">
      ${one('play', localizer.t(playing ? 'player.pause' : 'player.play'), playing ? pause : play)}
      ${
        hasFilm
          ? html`${one('frameBack', localizer.t('player.frameBack'), frameBack)}
            ${one('frameOn', localizer.t('player.frameOn'), frameOn)}`
          : nothing
      }
      ${one('loop', localizer.t('player.loop'), loop, playheads.loops)}
      ${one('mute', localizer.t('player.mute'), playheads.muted ? muted : volume, playheads.muted)}
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
    slower: () => playheads.setRate(rateBeside(playheads.rate, -1)),
    faster: () => playheads.setRate(rateBeside(playheads.rate, 1)),
    loop: () => playheads.toggleLoop(),
    mute: () => playheads.toggleMute(),
  };
  if (playheads.isEmpty) return false;
  acts[id]?.();
  return acts[id] !== undefined;
}
