import { wantsOwnMenu, whenReleased } from '../../ui/wants-own-menu.js';
import { tileOf } from './tile-dom.js';
import type { TileInput } from './tile-input.js';

/** The menu that a right click on a tile opens, at the pointer. */
export class TileContextMenu {
  readonly #input: TileInput;
  readonly #isTouch: () => boolean;
  #scroller: HTMLElement | undefined;

  constructor(input: TileInput, isTouch: () => boolean) {
    this.#input = input;
    this.#isTouch = isTouch;
  }

  /** Follows the scroller that is shown. */
  follow(scroller: HTMLElement | undefined): void {
    if (scroller === this.#scroller) return;
    this.#scroller?.removeEventListener('contextmenu', this.#handle);
    this.#scroller = scroller;
    scroller?.addEventListener('contextmenu', this.#handle);
  }

  readonly #handle = (event: MouseEvent): void => {
    const tile = tileOf(event);
    // Not every browser says of this event what caused it.
    if (!tile || this.#isTouch() || !wantsOwnMenu(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const at = { x: event.clientX, y: event.clientY };
    void whenReleased(event).then(() => tile.isConnected && this.#input.openMenu(tile, at));
  };
}
