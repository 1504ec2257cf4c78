import { html, render, type ReactiveController, type ReactiveElement } from 'lit';
import { PlayerController } from '../../controllers/player-controller.js';
import { durationText } from '../../i18n/amounts.js';
import type { Id, MediaSource } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { pause, play } from '../../ui/icon-shapes.js';
import { SOUND_BARS } from '../../ui/media-thumbnail.js';
import { troubleOf, type MediaTrouble } from '../../ui/media-trouble.js';
import { pressedShare } from '../../ui/pressed-share.js';
import { peaksOf, waveform } from '../../ui/waveform.js';
import { idOf } from './tile-dom.js';
import { TileMedium } from './tile-medium.js';
import { noteOn, troubleText, type TilePlayerContext } from './tile-note.js';

/** What is in hand, whether it plays or rests. */
interface Sound {
  readonly store: ImaginationsStore;
  readonly id: Id;
  readonly media: MediaSource;
  /** Drawn over the tile's picture. */
  readonly view: HTMLElement;
  isOpening: boolean;
  /** Where it goes on with a fresh address, in s. */
  from: number;
  trouble: MediaTrouble | undefined;
}

/**
 * Plays a sound and shows on its tile how far it is. It plays on when its tile is scrolled away, for whoever listens looks
 * for the next one meanwhile; it ends with itself, with its iteration, and with the element.
 */
export class TileSound implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #context: TilePlayerContext;
  readonly #player: PlayerController;
  readonly #medium = new TileMedium();
  #sound: Sound | undefined;
  /** Where it is shown at the moment. */
  #tile: HTMLElement | undefined;
  #note: HTMLElement | undefined;
  /** What was written there last. */
  #time = '';

  constructor(host: ReactiveElement, context: TilePlayerContext) {
    this.#host = host;
    this.#context = context;
    this.#player = new PlayerController(host, () => this.#paint());
    host.addController(this);
  }

  /** Whether something is heard, or is about to be. */
  get isOn(): boolean {
    return this.#sound !== undefined && !this.#sound.trouble && (this.#sound.isOpening || this.#player.playing);
  }

  /** Plays the sound of an iteration, or pauses it. */
  toggle(id: Id): void {
    const sound = this.#sound;
    if (sound?.id !== id || sound.trouble) this.#begin(id);
    else if (sound.isOpening) this.stop();
    else this.#player.toggle();
  }

  pause(): void {
    if (this.#sound?.isOpening) this.stop();
    else this.#player.pause();
  }

  /** Ends it, and lets go of what it was loading. */
  stop(): void {
    this.#leaveTile();
    this.#sound = undefined;
    this.#medium.close();
    this.#player.attach(undefined);
  }

  hostUpdated(): void {
    if (this.#sound && this.#sound.store !== this.#context.store()) this.stop();
    this.#medium.check();
    this.#show();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #begin(id: Id): void {
    this.stop();
    const store = this.#context.store();
    const media = store?.iteration(id)?.media;
    if (!store || !media) return;
    const view = document.createElement('span');
    const sound: Sound = (this.#sound = { store, id, media, view, isOpening: true, from: 0, trouble: undefined });
    this.#draw(sound);
    this.#medium.open({
      store,
      id,
      base: this.#host.baseURI,
      addressOf: ({ url }) => url,
      onUrl: (url) => this.#play(sound, url),
      onTrouble: (trouble) => this.#fail(sound, trouble),
      onChange: (change) => (change === 'gone' ? this.stop() : this.pause()),
      isListed: () => this.#context.isListed(id),
    });
    this.#show();
  }

  #play(sound: Sound, url: string): void {
    this.#note?.remove();
    this.#note = sound.trouble = undefined;
    const audio = document.createElement('audio');
    audio.addEventListener('error', (event) => {
      if (this.#sound !== sound || !audio.hasAttribute('src')) return;
      sound.isOpening = true;
      sound.from = audio.currentTime;
      this.#medium.fail(troubleOf(event, sound.media.mime));
    });
    audio.addEventListener('ended', () => this.stop());
    this.#player.attach(audio);
    audio.src = url;
    if (sound.from > 0) audio.currentTime = sound.from;
    sound.isOpening = false;
    // Refused where the browser wants a gesture first: the next press finds it ready.
    audio.play().catch(() => this.#show());
    this.#show();
  }

  #fail(sound: Sound, trouble: MediaTrouble): void {
    sound.trouble = trouble;
    sound.isOpening = false;
    this.#player.attach(undefined);
    this.#context.announce(troubleText(this.#context.localizer(), trouble));
    this.#show();
  }

  get #totalMs(): number {
    const { durationMs = 0 } = this.#sound?.media ?? {};
    return this.#player.durationMs ?? (Number.isFinite(durationMs) ? durationMs : 0);
  }

  #draw({ view, media }: Sound): void {
    view.className = 'tile-sound';
    // Only its waveform takes the pointer: beside it, a press opens the tile as ever.
    view.addEventListener('click', (event) => event.stopPropagation());
    const seek = (event: PointerEvent): void => {
      const share = pressedShare(event);
      if (share !== undefined) this.#player.seek(share * this.#totalMs);
    };
    const peaks = peaksOf(media);
    render(
      html`<span class="sound-wave" @pointerdown=${seek} @pointermove=${seek}
        >${waveform(peaks, { bars: SOUND_BARS })}<span class="sound-played"
          >${waveform(peaks, { bars: SOUND_BARS, progress: 1 })}</span
        ></span
      >`,
      view,
    );
  }

  /** Finds its tile, and shows there how it stands. */
  #show(): void {
    const sound = this.#sound;
    if (!sound) return;
    if (!this.#tile?.isConnected || idOf(this.#tile) !== sound.id) {
      this.#leaveTile();
      this.#tile = this.#context.tile(sound.id);
    }
    const tile = this.#tile;
    const thumb = tile?.querySelector('.thumb');
    if (!tile || !thumb) return;
    tile.toggleAttribute('data-sound', !sound.trouble);
    if (sound.trouble) {
      sound.view.remove();
      if (this.#note?.parentElement !== thumb) {
        this.#note?.remove();
        this.#note = noteOn(tile, this.#context.localizer(), sound.trouble);
      }
    } else if (sound.view.parentElement !== thumb) thumb.append(sound.view);
    this.#label(tile, this.isOn);
    this.#paint();
  }

  /** How far it is; more often than the host is rendered. */
  #paint(): void {
    const [sound, tile] = [this.#sound, this.#tile];
    if (!sound || !tile?.isConnected) return;
    const total = this.#totalMs;
    const at = sound.isOpening || sound.trouble ? 0 : this.#player.currentMs;
    const share = total > 0 ? Math.min(1, at / total) : 0;
    const played = sound.view.querySelector<HTMLElement>('.sound-played');
    played?.style.setProperty('clip-path', `inset(-20% ${(100 - share * 100).toFixed(2)}% -20% 0)`);
    this.#time = durationText(at > 0 ? Math.floor(at / 1000) * 1000 : total);
    writeTime(buttonOf(tile), this.#time);
  }

  #leaveTile(): void {
    const [sound, tile] = [this.#sound, this.#tile];
    sound?.view.remove();
    this.#note?.remove();
    this.#tile = this.#note = undefined;
    if (!tile || !sound) return;
    tile.removeAttribute('data-sound');
    this.#label(tile, false);
    const { durationMs } = sound.media;
    const button = buttonOf(tile);
    // Else the tile has been drawn for another iteration by now.
    if (button?.dataset['time'] === this.#time)
      writeTime(button, durationMs === undefined ? '' : durationText(durationMs));
  }

  /** The button is the tile's own, so that it keeps the focus. */
  #label(tile: HTMLElement, isOn: boolean): void {
    const button = buttonOf(tile);
    if (!button) return;
    const label = this.#context.localizer().t(isOn ? 'player.pause' : 'player.play');
    if (button.ariaLabel !== label) {
      button.setAttribute('aria-label', label);
      button.title = label;
    }
    button.querySelector('path')?.setAttribute('d', isOn ? pause : play);
  }
}

const buttonOf = (tile: HTMLElement): HTMLElement | null => tile.querySelector<HTMLElement>('[data-tile-action=play]');

function writeTime(button: HTMLElement | null, time: string): void {
  if (button && button.dataset['time'] !== time) button.dataset['time'] = time;
}
