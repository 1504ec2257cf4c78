import type { Iteration, MediaSource } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { MediaTrouble } from '../../../ui/media-trouble.js';
import type { LightboxView } from '../sequence.js';
import { isSameFile, PictureChoice } from './picture-choice.js';

/** Trouble that lasts so long, in ms, is read out: a fresh address may mend it before. */
const LASTS_MS = 1500;

/** Whether the shown medium could be loaded, and how often that has been tried. */
export class MediaState {
  readonly pictures: PictureChoice;
  readonly #onChange: () => void;
  #url: string | undefined;
  #trouble: MediaTrouble | undefined;
  #attempt = 0;
  #played: MediaSource | undefined;
  #goesOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lasts = false;

  /** @param isAhead whether a picture has been loaded ahead. */
  constructor(onChange: () => void, isAhead?: (url: string) => boolean) {
    this.#onChange = onChange;
    this.pictures = new PictureChoice(onChange, isAhead);
  }

  get attempt(): number {
    return this.#attempt;
  }

  reset(): void {
    this.#over();
    this.#url = undefined;
    this.#attempt = 0;
    this.#played = undefined;
    this.#goesOn = false;
    this.pictures.reset();
  }

  /** What to play from: as at first, for as long as it is the same file, since with another address it would begin anew. */
  played(media: MediaSource): MediaSource {
    if (!this.#played || !isSameFile(this.#played, media)) this.#played = media;
    return this.#played;
  }

  /** Whether what broke off was playing: the next one goes on by itself. */
  get goesOn(): boolean {
    return this.#goesOn;
  }

  /** It plays: from now on, whoever pauses it is obeyed. */
  readonly plays = (): void => {
    this.#goesOn = false;
  };

  /** What plays has failed. */
  breakOff({ currentTarget: media }: Event): void {
    if (!(media instanceof HTMLMediaElement)) return;
    this.#goesOn = !media.paused || (media.autoplay && media.readyState === HTMLMediaElement.HAVE_NOTHING);
  }

  /** What is wrong with a medium; a fresh address is another medium. */
  troubleOf({ row }: LightboxView): MediaTrouble | undefined {
    return row?.media?.url === this.#url ? this.#trouble : undefined;
  }

  /** The same, once it has lasted for a while. */
  lastingTroubleOf(view: LightboxView): MediaTrouble | undefined {
    return this.#lasts ? this.troubleOf(view) : undefined;
  }

  /** An address of an iteration did not load: asks for a fresh one. */
  fail(store: ImaginationsStore, row: Iteration | undefined, url: string, trouble: MediaTrouble): void {
    const isPlayed = url === this.#played?.url;
    if (isPlayed) this.#played = undefined;
    if (isPlayed && row?.media && row.media.url !== url) {
      // It has been signed anew meanwhile. In another element: that goes on from where this one was.
      this.#attempt += 1;
      this.#onChange();
      return;
    }
    // The failure of what was shown before is no news any more.
    if (!row || row.media?.url !== url || (this.#url === url && this.#trouble !== undefined)) return;
    this.#over();
    this.#url = url;
    this.#trouble = trouble;
    this.#timer = setTimeout(() => {
      this.#lasts = true;
      this.#onChange();
    }, LASTS_MS);
    store.healMedia(row.id);
    this.#onChange();
  }

  tryAgain(): void {
    this.#over();
    this.#attempt += 1;
    this.pictures.reset();
    this.#onChange();
  }

  #over(): void {
    clearTimeout(this.#timer);
    this.#lasts = false;
    this.#trouble = undefined;
  }
}
