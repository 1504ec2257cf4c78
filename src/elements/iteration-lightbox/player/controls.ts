import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerController } from '../../../controllers/player-controller.js';
import { durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import type { MediaSource } from '../../../model/index.js';
import { maximize, pause, play } from '../../../ui/icon-shapes.js';
import { captions } from '../../../ui/icons/captions.js';
import { frameBack } from '../../../ui/icons/frame-back.js';
import { frameOn } from '../../../ui/icons/frame-on.js';
import { loop } from '../../../ui/icons/loop.js';
import { minimize } from '../../../ui/icons/minimize.js';
import { muted } from '../../../ui/icons/muted.js';
import { pictureInPicture } from '../../../ui/icons/picture-in-picture.js';
import { volume } from '../../../ui/icons/volume.js';
import { peaksOf, waveform } from '../../../ui/waveform.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import type { BigScreen } from './big-screen.js';
import { tracksOf, trackName } from './captions.js';
import { button, positionSlider, timeNow } from './control-parts.js';
import type { FrameClock } from './frame-clock.js';
import { slider } from './slider.js';
import { RATES } from './sound-settings.js';
import { tip } from '../tip.js';

/** Bars of a waveform. */
const BARS = 96;
const VOLUME_STEP = 0.05;
const TRIFLE = 1e-6;
const MOST_NAME = 40;

/** What the controls show, and what they do. */
export interface ControlsContext {
  readonly player: PlayerController;
  readonly clock: FrameClock;
  readonly screen: BigScreen;
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
  readonly media: MediaSource;
  readonly isFilm: boolean;
  readonly act: (id: ShortcutId) => void;
  readonly setVolume: (volume: number) => void;
  readonly setRate: (rate: number) => void;
}

/** Length in ms; 0 where nobody knows it. */
export function totalOf({ durationMs = 0 }: MediaSource, player: PlayerController): number {
  return player.durationMs ?? (Number.isFinite(durationMs) && durationMs > 0 ? durationMs : 0);
}

function position(context: ControlsContext): TemplateResult {
  const { player, media, isFilm } = context;
  const peaks = peaksOf(media);
  const content = isFilm
    ? html`<span class="rail"></span>`
    : html`<span class="wave">${waveform(peaks, { bars: BARS })}</span>
        <span class="wave wave-played">${waveform(peaks, { bars: BARS, progress: 1 })}</span>`;
  return positionSlider(player, totalOf(media, player), content, context);
}

function frameButton(id: 'frameBack' | 'frameOn', context: ControlsContext): TemplateResult {
  const { clock, localizer } = context;
  const ms = String(Math.round(clock.frameMs));
  const note = localizer.t(clock.isMeasured ? 'player.frameMeasured' : 'player.frameAssumed', { ms });
  const shape = id === 'frameBack' ? frameBack : frameOn;
  return button({ name: id, label: localizer.t(`player.${id}`), shape, id, note }, context);
}

function speedField({ player, localizer, keys, setRate }: ControlsContext): TemplateResult {
  const { rate } = player;
  const rates = RATES.includes(rate) ? RATES : [...RATES, rate];
  const label = localizer.t('player.speed');
  const options = rates.map(
    (one) => html`<option value=${one} .selected=${one === rate}>${localizer.number(one)}×</option>`,
  );
  return html`<select
    class="input speed"
    aria-label=${label}
    aria-keyshortcuts=${ariaKeys([...keys.of('slower'), ...keys.of('faster')]) ?? nothing}
    ${tip(label)}
    @change=${(event: Event) => setRate(Number((event.currentTarget as HTMLSelectElement).value))}
  >
    ${options}
  </select>`;
}

function loudness(context: ControlsContext): TemplateResult {
  const { player, localizer, setVolume } = context;
  const isMuted = player.media?.muted ?? false;
  return html`${button(
    {
      name: 'mute',
      label: localizer.t('player.mute'),
      shape: isMuted ? muted : volume,
      id: 'mute',
      pressed: isMuted,
    },
    context,
  )}
  ${slider({
    player,
    name: 'loudness',
    label: localizer.t('player.volume'),
    keys: [],
    most: 1,
    step: VOLUME_STEP,
    unit: 0.01,
    at: () => (player.media?.muted ? 0 : (player.media?.volume ?? 1)),
    // Rounded upwards by a trifle: shares are cut off, and 0.29 is a little less than that.
    say: (at) => localizer.percent(Math.round(at * 100) / 100 + TRIFLE),
    set: setVolume,
    content: html`<span class="rail"></span>`,
  })}`;
}

function captionsButton(context: ControlsContext): TemplateResult | typeof nothing {
  const { player, localizer } = context;
  const tracks = tracksOf(player.media);
  if (tracks.length === 0) return nothing;
  const shown = tracks.find(({ mode }) => mode === 'showing');
  const note = shown && trackName(shown).slice(0, MOST_NAME);
  return button(
    {
      name: 'captions',
      label: localizer.t('player.captions'),
      shape: captions,
      id: 'captions',
      pressed: shown !== undefined,
      ...(note && { note }),
    },
    context,
  );
}

function screenButtons(context: ControlsContext): TemplateResult {
  const { screen, localizer } = context;
  return html`${
    screen.canFloat
      ? button(
          {
            name: 'float',
            label: localizer.t('player.pictureInPicture'),
            shape: pictureInPicture,
            pressed: screen.isFloating,
            act: () => screen.toggleFloat(),
          },
          context,
        )
      : nothing
  }
  ${
    screen.canFill
      ? button(
          {
            name: 'fill',
            label: localizer.t('player.fullScreen'),
            shape: screen.isFull ? minimize : maximize,
            id: 'fullScreen',
            pressed: screen.isFull,
          },
          context,
        )
      : nothing
  }`;
}

/** Everything one can do to a film or a sound. */
export function controls(context: ControlsContext): TemplateResult {
  const { player, localizer, media, isFilm } = context;
  const total = totalOf(media, player);
  const { playing } = player;
  return html`<div class="controls" role="group" aria-label=${localizer.t('player.controls')}>
    ${timeNow(context.player)} ${position(context)}
    <span class="time total">${total > 0 ? durationText(total) : nothing}</span>
    <div class="buttons">
      ${button(
        {
          name: 'play',
          label: localizer.t(playing ? 'player.pause' : 'player.play'),
          shape: playing ? pause : play,
          id: 'play',
          also: 'playHere',
        },
        context,
      )}
      ${isFilm ? html`${frameButton('frameBack', context)} ${frameButton('frameOn', context)}` : nothing}
      ${button(
        {
          name: 'loop',
          label: localizer.t('player.loop'),
          shape: loop,
          id: 'loop',
          pressed: player.media?.loop ?? false,
        },
        context,
      )}
      ${speedField(context)} ${loudness(context)}
      ${isFilm ? html`${captionsButton(context)} ${screenButtons(context)}` : nothing}
    </div>
  </div>`;
}
