import { releaseMedia } from '../../internal/release-media.js';
import { takeTurn } from '../../internal/take-turn.js';
import { wantsNoMotion } from '../../internal/wants-no-motion.js';
import type { Id, MediaSource } from '../../model/index.js';
import { troubleOf } from '../../ui/media-trouble.js';
import { idOf } from './tile-dom.js';
import { TileMedium } from './tile-medium.js';
import { noteOn, type TilePlayerContext } from './tile-note.js';

/** How long a pointer rests on a tile before its film begins, in ms: one that only passes loads nothing. */
const REST_MS = 250;

/** What shows best what is in a film: the short clip that was made for it, where there is one. */
const sourceOf = ({ preview, url, mime }: MediaSource): { readonly url: string; readonly mime: string } => ({
  url: preview?.url ?? url,
  mime: preview?.mime ?? mime,
});

/** Whether films may begin by themselves. */
function areWelcome(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return !connection?.saveData && !wantsNoMotion();
}

/** Shows what is in a film, on its tile: one at a time, silent, again and again, as long as a pointer is there. */
export class TileFilm {
  readonly #context: TilePlayerContext;
  readonly #medium = new TileMedium();
  #tile: HTMLElement | undefined;
  #id: Id | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: HTMLVideoElement | HTMLImageElement | undefined;
  #note: HTMLElement | undefined;
  #until = new AbortController();
  #observer: IntersectionObserver | undefined;

  constructor(context: TilePlayerContext) {
    this.#context = context;
  }

  /** A pointer has come to a tile: its film begins when it stays. */
  rest(tile: HTMLElement): void {
    this.stop();
    if (!areWelcome()) return;
    this.#take(tile, 'pointerleave');
    this.#timer = setTimeout(() => this.#begin(), REST_MS);
  }

  /** Begins the film of a tile that has the focus, or ends it. */
  toggle(tile: HTMLElement): void {
    const isOn = this.#tile === tile && this.#shown !== undefined;
    this.stop();
    if (isOn) return;
    this.#take(tile, 'focusout');
    this.#begin();
  }

  /** Takes it off its tile, and lets go of what it was loading. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#until.abort();
    this.#observer?.disconnect();
    this.#medium.close();
    this.#note?.remove();
    this.#drop();
    this.#tile = this.#id = this.#note = this.#observer = undefined;
  }

  /** Ends it where its tile has left, or stands for another iteration. */
  check(): void {
    const tile = this.#tile;
    if (tile && (!tile.isConnected || idOf(tile) !== this.#id)) this.stop();
    else this.#medium.check();
  }

  #take(tile: HTMLElement, end: 'pointerleave' | 'focusout'): void {
    this.#tile = tile;
    this.#id = idOf(tile);
    this.#until = new AbortController();
    tile.addEventListener(end, () => this.stop(), { signal: this.#until.signal });
  }

  #begin(): void {
    const [tile, id] = [this.#tile, this.#id];
    const store = this.#context.store();
    if (!tile?.isConnected || id === undefined || idOf(tile) !== id || !store) {
      this.stop();
      return;
    }
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => !isIntersecting)) this.stop();
    });
    this.#observer.observe(tile);
    this.#medium.open({
      store,
      id,
      base: tile.baseURI,
      addressOf: (media) => sourceOf(media).url,
      onUrl: (url) => this.#show(tile, store.iteration(id)?.media, url),
      onTrouble: (trouble) => {
        this.#drop();
        this.#note ??= noteOn(tile, this.#context.localizer(), trouble);
      },
      onChange: () => this.stop(),
    });
  }

  #show(tile: HTMLElement, media: MediaSource | undefined, url: string): void {
    this.#drop();
    this.#note?.remove();
    this.#note = undefined;
    const mime = media ? sourceOf(media).mime : '';
    const shown = (this.#shown = mime.startsWith('image/') ? pictureOf(url) : this.#filmOf(url));
    shown.className = 'tile-film';
    shown.setAttribute('aria-hidden', 'true');
    shown.addEventListener('error', (event) => {
      if (this.#shown === shown) this.#medium.fail(troubleOf(event, mime));
    });
    for (const type of ['load', 'playing']) shown.addEventListener(type, () => (shown.dataset['state'] = 'shown'));
    tile.querySelector('.thumb')?.append(shown);
  }

  #filmOf(url: string): HTMLVideoElement {
    const video = document.createElement('video');
    video.muted = video.loop = video.playsInline = video.disableRemotePlayback = true;
    video.addEventListener('play', () => takeTurn(video, 'seen'));
    // By another one's turn, or by the browser: a picture that stands still is no film.
    video.addEventListener('pause', () => {
      if (this.#shown === video && !video.error) this.stop();
    });
    video.src = url;
    // Refused where the browser saves energy; the still stays.
    video.play().catch(() => undefined);
    return video;
  }

  #drop(): void {
    const shown = this.#shown;
    this.#shown = undefined;
    if (!shown) return;
    shown.remove();
    if (shown instanceof HTMLVideoElement) releaseMedia(shown);
    else shown.removeAttribute('src');
  }
}

function pictureOf(url: string): HTMLImageElement {
  const picture = document.createElement('img');
  picture.alt = '';
  picture.referrerPolicy = 'no-referrer';
  picture.decoding = 'async';
  picture.src = url;
  return picture;
}
