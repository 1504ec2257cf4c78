import type { LitElement, TemplateResult } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { MenuController, menuStyles } from '../../ui/menu.js';
import { tileMenu, type TileMenuOptions } from './tile-menu.js';

/** The menu of tiles: loaded when a tile is pointed at or focused, for the first picture does not need it. */
export class TileActions {
  readonly #menu: MenuController;

  constructor(host: LitElement) {
    this.#menu = new MenuController(host);
    adoptStyles(host, menuStyles);
  }

  /** Whether the menu is open. */
  get isOpen(): boolean {
    return this.#menu.anchor !== undefined;
  }

  render(): TemplateResult {
    return this.#menu.render();
  }

  /** @param opener what gets the focus back. */
  toggle(anchor: HTMLElement, opener: HTMLElement, options: TileMenuOptions): void {
    void this.#menu.toggle(anchor, options.localizer.t('tile.actions'), tileMenu(options), opener);
  }

  /** Closes the menu of a tile that has left; answers whether that was so. */
  closeOrphaned(): boolean {
    const { anchor } = this.#menu;
    if (!anchor || anchor.isConnected) return false;
    this.#menu.close();
    return true;
  }
}
