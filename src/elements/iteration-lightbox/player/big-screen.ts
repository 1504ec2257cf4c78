import type { ReactiveControllerHost } from 'lit';
import { fillsScreen } from '../../../internal/fills-screen.js';

/** Of older iPhones, which fill the screen with nothing but a film. */
interface FilmOfIphone extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/** Without a move of the pointer for this long (ms), a film that fills the screen is alone on it. */
const ALONE_MS = 3000;
const MOVES = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** A film on the whole screen, or in a window of its own above all others. */
export class BigScreen {
  readonly #host: ReactiveControllerHost;
  #film: HTMLVideoElement | undefined;
  #box: HTMLElement | undefined;
  #watching: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Follows a film, and what fills the screen with it: the stage, which stays when one goes on to something else.
   * @param box nothing where there is no film: what fills the screen then still does.
   */
  watch(film: HTMLVideoElement | undefined, box = this.#box): void {
    clearTimeout(this.#timer);
    this.#watching?.abort();
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    [this.#film, this.#box] = [film, box];
    this.#stir();
    for (const type of MOVES) box?.addEventListener(type, this.#stir, { signal });
    box?.addEventListener('fullscreenchange', this.#handleChange, { signal });
    for (const type of ['enterpictureinpicture', 'leavepictureinpicture'])
      film?.addEventListener(type, this.#handleChange, { signal });
  }

  get canFill(): boolean {
    const film: FilmOfIphone | undefined = this.#film;
    return Boolean(film && (film.ownerDocument.fullscreenEnabled || film.webkitEnterFullscreen));
  }

  get isFull(): boolean {
    return fillsScreen(this.#box);
  }

  get canFloat(): boolean {
    const film = this.#film;
    // Not every browser has it.
    return Boolean(film && 'requestPictureInPicture' in film && film.ownerDocument.pictureInPictureEnabled);
  }

  get isFloating(): boolean {
    const root = this.#film?.getRootNode();
    return root instanceof ShadowRoot && this.#film !== undefined && root.pictureInPictureElement === this.#film;
  }

  toggleFull(): void {
    const film: FilmOfIphone | undefined = this.#film;
    const box = this.#box;
    // Refused where the host's frame may not: then nothing changes.
    if (this.isFull) void box?.ownerDocument.exitFullscreen().catch(() => undefined);
    else if (!film || !box) return;
    else if (film.ownerDocument.fullscreenEnabled) void box.requestFullscreen().catch(() => undefined);
    else film.webkitEnterFullscreen?.();
  }

  toggleFloat(): void {
    const film = this.#film;
    if (!film || !this.canFloat) return;
    const done = this.isFloating ? film.ownerDocument.exitPictureInPicture() : film.requestPictureInPicture();
    void done.catch(() => undefined);
  }

  readonly #handleChange = (): void => {
    this.#stir();
    this.#host.requestUpdate();
  };

  readonly #stir = (): void => {
    clearTimeout(this.#timer);
    const box = this.#box;
    box?.classList.remove('alone');
    if (!box || !this.isFull) return;
    this.#timer = setTimeout(
      () => box.classList.toggle('alone', this.isFull && this.#film?.paused === false),
      ALONE_MS,
    );
  };
}
