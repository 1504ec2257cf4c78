import type { Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { MediaTrouble } from '../../../ui/media-trouble.js';
import type { LightboxView } from '../sequence.js';
import { PictureChoice } from './picture-choice.js';

/** Whether the shown medium could be loaded, and how often that has been tried. */
export class MediaState {
  readonly pictures: PictureChoice;
  readonly #onChange: () => void;
  #url: string | undefined;
  #trouble: MediaTrouble | undefined;
  #attempt = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.pictures = new PictureChoice(onChange);
  }

  get attempt(): number {
    return this.#attempt;
  }

  reset(): void {
    this.#url = this.#trouble = undefined;
    this.#attempt = 0;
    this.pictures.reset();
  }

  /** What is wrong with a medium; a fresh address is another medium. */
  troubleOf({ row }: LightboxView): MediaTrouble | undefined {
    return row?.media?.url === this.#url ? this.#trouble : undefined;
  }

  /** An address of an iteration did not load: asks for a fresh one. */
  fail(store: ImaginationsStore, row: Iteration | undefined, url: string, trouble: MediaTrouble): void {
    // The failure of what was shown before is no news any more.
    if (!row || row.media?.url !== url || (this.#url === url && this.#trouble !== undefined)) return;
    this.#url = url;
    this.#trouble = trouble;
    store.healMedia(row.id);
    this.#onChange();
  }

  tryAgain(): void {
    this.#trouble = undefined;
    this.#attempt += 1;
    this.pictures.reset();
    this.#onChange();
  }
}
