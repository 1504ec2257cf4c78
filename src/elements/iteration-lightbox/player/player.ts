import type { LitElement, TemplateResult } from 'lit';
import type { PlayerController } from '../../../controllers/player-controller.js';
import type { Localizer } from '../../../i18n/index.js';
import { addEnglish } from '../../../i18n/registry.js';
import { playerControlTexts } from '../../../i18n/texts/player-controls.js';
import type { Id, Iteration, MediaSource } from '../../../model/index.js';
import type { MediaOpener } from '../../../store/index.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { waveformStyles } from '../../../ui/waveform.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import { shortcutKeysOf } from '../../shortcuts/shortcut-keys.js';
import { BigScreen } from './big-screen.js';
import { showTrack, trackElements, trackIn, tracksOf } from './captions.js';
import { stepOf } from './control-parts.js';
import { controls, totalOf } from './controls.js';
import { FrameClock } from './frame-clock.js';
import { keepPlace, placeOf, resumeMs, type Place } from './places.js';
import { playerStyles } from './player.styles.js';
import { keepSettings, rateBeside, soundSettings } from './sound-settings.js';

/** Films shorter than this (ms) begin again by themselves. */
const LOOP_BELOW_MS = 10_000;

/** What plays, and where it is from. */
export interface Played {
  readonly row: Iteration;
  readonly media: MediaSource;
  readonly localizer: Localizer;
  readonly opener: MediaOpener;
}

/** What a player adds to a bare `<video>` or `<audio>`. */
export interface PlayerParts {
  /** What can be read along, for inside the element. */
  readonly tracks: readonly TemplateResult[];
  readonly controls: TemplateResult;
}

/** The controls of film and sound, and what is remembered of them. */
export class Player {
  readonly #host: LitElement;
  readonly #player: PlayerController;
  readonly #clock: FrameClock;
  readonly #screen: BigScreen;
  #played: Played | undefined;
  /** What is followed, and of which iteration of which store it is. */
  #current: { readonly element: HTMLMediaElement; readonly id: Id; readonly opener: MediaOpener } | undefined;
  #isResumed = false;
  /** What is read along. */
  #track: TextTrack | undefined;

  constructor(host: LitElement, player: PlayerController) {
    this.#host = host;
    this.#player = player;
    this.#clock = new FrameClock(() => host.requestUpdate());
    this.#screen = new BigScreen(host);
    player.observe(() => this.#look());
  }

  /** What to show of an iteration. */
  parts(played: Played): PlayerParts {
    this.#played = played;
    this.#look();
    const { row, media, localizer, opener } = played;
    const { captions: lang } = soundSettings();
    return {
      tracks: row.kind === 'video' ? trackElements(media, opener, lang) : [],
      controls: controls({
        player: this.#player,
        clock: this.#clock,
        screen: this.#screen,
        localizer,
        keys: shortcutKeysOf(this.#host, 'viewer'),
        media,
        isFilm: row.kind === 'video',
        act: (id) => this.take(id),
        setVolume: (volume) => this.#setVolume(volume),
        setRate: (rate) => this.#setRate(rate),
      }),
    };
  }

  /** Does what a key asks for, where that is for a player; answers whether it was. */
  take(id: ShortcutId): boolean {
    const { element } = this.#current ?? {};
    const [player, clock] = [this.#player, this.#clock];
    if (!element) return id === 'fullScreen' && this.#leaveFull();
    const step = this.#played ? stepOf(totalOf(this.#played.media, player)) : 0;
    const film: Partial<Record<ShortcutId, () => void>> = {
      frameBack: () => this.#step(clock.stepFrom(player.currentMs, -1)),
      frameOn: () => this.#step(clock.stepFrom(player.currentMs, 1)),
      captions: () => this.#nextCaptions(element),
      fullScreen: () => this.#screen.toggleFull(),
    };
    const acts: Partial<Record<ShortcutId, () => void>> = {
      play: () => player.toggle(),
      seekBack: () => player.seek(player.currentMs - step),
      seekOn: () => player.seek(player.currentMs + step),
      slower: () => this.#setRate(rateBeside(player.rate, -1)),
      faster: () => this.#setRate(rateBeside(player.rate, 1)),
      loop: () => this.#toggleLoop(element),
      mute: () => this.#mute(element),
      ...(element instanceof HTMLVideoElement && film),
    };
    acts[id]?.();
    return acts[id] !== undefined;
  }

  /** What is no film may fill the screen too, when one came to it from a film. */
  #leaveFull(): boolean {
    const { isFull } = this.#screen;
    if (isFull) this.#screen.toggleFull();
    return isFull;
  }

  /** Notices what is followed now, and where it is. */
  #look(): void {
    const { media } = this.#player;
    if (media !== this.#current?.element) this.#begin(media);
    const { id, opener } = this.#current ?? {};
    // What has broken off is where it was before.
    if (!media || id === undefined || !opener || media.readyState === 0 || media.error) return;
    if (!this.#isResumed) this.#resume(media, id, opener);
    const atMs = this.#player.currentMs;
    if (atMs > 0 || placeOf(opener, id)) keepPlace(opener, id, { atMs });
  }

  #begin(element: HTMLMediaElement | undefined): void {
    const { row, media, opener } = this.#played ?? {};
    this.#current = element && row && opener && { element, id: row.id, opener };
    this.#isResumed = false;
    const film = element instanceof HTMLVideoElement ? element : undefined;
    this.#clock.watch(film);
    this.#screen.watch(film, film?.closest<HTMLElement>('.stage') ?? undefined);
    queueMicrotask(() => this.#settle(element));
    if (!element || !row || !opener) return;
    const { volume, muted, rate } = soundSettings();
    element.volume = volume;
    element.muted = muted;
    // Both: another source begins at the default.
    element.defaultPlaybackRate = element.playbackRate = rate;
    element.textTracks.addEventListener('addtrack', () => {
      this.#findCaptions(element);
      this.#host.requestUpdate();
    });
    // Browsers choose some by themselves, after what was read before.
    element.textTracks.addEventListener('change', () => {
      if (element === this.#current?.element) showTrack(element, this.#track);
    });
    this.#track = undefined;
    this.#findCaptions(element);
    this.#loop(element, placeOf(opener, row.id), media?.durationMs);
  }

  #loop(element: HTMLMediaElement, place: Place | undefined, durationMs: number | undefined): void {
    const isShort = element instanceof HTMLVideoElement && durationMs !== undefined && durationMs < LOOP_BELOW_MS;
    element.loop = place?.loops ?? isShort;
  }

  /** When everything has been drawn: the controls were, before what they are of. */
  #settle(element: HTMLMediaElement | undefined): void {
    const root = this.#host.shadowRoot;
    // The browser's controls have gone: the focus would go with them.
    if (element && root?.activeElement === element)
      root.querySelector<HTMLElement>('.controls .play')?.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }

  #resume(element: HTMLMediaElement, id: Id, opener: MediaOpener): void {
    this.#isResumed = true;
    const { durationMs } = this.#player;
    this.#loop(element, placeOf(opener, id), durationMs);
    const from = resumeMs(opener, id, durationMs);
    // It may have been played before this was there.
    if (from > 0 && element.currentTime === 0) this.#player.seek(from);
    if (element.autoplay) this.#player.play();
  }

  #step(toMs: number): void {
    this.#player.pause();
    this.#player.seek(toMs);
  }

  #setRate(rate: number | undefined): void {
    if (rate === undefined) return;
    this.#player.rate = rate;
    keepSettings({ rate });
  }

  #setVolume(volume: number): void {
    const { element } = this.#current ?? {};
    if (!element) return;
    element.volume = volume;
    element.muted = volume === 0;
    keepSettings({ volume, muted: volume === 0 });
    this.#host.requestUpdate();
  }

  #mute(element: HTMLMediaElement): void {
    element.muted = !element.muted;
    // Else nothing would be heard.
    if (!element.muted && element.volume === 0) element.volume = 1;
    keepSettings({ muted: element.muted, volume: element.volume });
    this.#host.requestUpdate();
  }

  #toggleLoop(element: HTMLMediaElement): void {
    element.loop = !element.loop;
    if (this.#current) keepPlace(this.#current.opener, this.#current.id, { loops: element.loop });
    this.#host.requestUpdate();
  }

  /** Shows the captions in the language that is remembered. */
  #findCaptions(element: HTMLMediaElement): void {
    if (element !== this.#current?.element) return;
    const { captions } = soundSettings();
    if (captions !== undefined) this.#track ??= trackIn(tracksOf(element), captions);
    showTrack(element, this.#track);
  }

  /** The next track; after the last, none. */
  #nextCaptions(element: HTMLMediaElement): void {
    const tracks = tracksOf(element);
    if (tracks.length === 0) return;
    this.#track = tracks[tracks.findIndex((track) => track === this.#track) + 1];
    keepSettings({ captions: this.#track?.language });
    showTrack(element, this.#track);
    this.#host.requestUpdate();
  }
}

/** The player of a lightbox, with its texts and styles. */
export function playerOf(host: LitElement, player: PlayerController): Player {
  addEnglish(playerControlTexts);
  adoptStyles(host, waveformStyles, playerStyles);
  return new Player(host, player);
}
