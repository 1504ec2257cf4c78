import type { LitElement, TemplateResult } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { addEnglish } from '../../i18n/registry.js';
import { copiedTexts } from '../../i18n/texts/copied.js';
import { judgingTexts } from '../../i18n/texts/judging.js';
import { shortcutTexts } from '../../i18n/texts/shortcuts.js';
import { verbTexts } from '../../i18n/texts/verbs.js';
import { MenuController, menuStyles, type MenuItem, type MenuPoint } from '../../ui/menu.js';
import { selectionMenu } from './selection-menu.js';
import { tileMenu, type TileMenuOptions } from './tile-menu.js';

/** Where a menu opens, and what gets the focus back. */
export interface TileMenuPlace {
  readonly anchor: HTMLElement;
  readonly opener: HTMLElement;
  readonly at?: MenuPoint | undefined;
}

/** The menu of tiles: loaded when a tile is pointed at or focused, for the first picture does not need it. */
export class TileActions {
  readonly #menu: MenuController;

  constructor(host: LitElement) {
    this.#menu = new MenuController(host);
    addEnglish(copiedTexts);
    addEnglish(judgingTexts);
    addEnglish(shortcutTexts);
    addEnglish(verbTexts);
    adoptStyles(host, menuStyles);
  }

  /** Whether the menu is open. */
  get isOpen(): boolean {
    return this.#menu.anchor !== undefined;
  }

  render(): TemplateResult {
    return this.#menu.render();
  }

  /** Opens the menu of a tile or, at the pointer, that of all that is selected if the tile is. */
  toggle({ anchor, opener, at }: TileMenuPlace, options: TileMenuOptions): void {
    const { localizer } = options;
    const { label, items } = (at && selectionMenu(options)) ?? {
      label: localizer.t('tile.actions'),
      items: tileMenu(options),
    };
    if (at) void this.#menu.open(anchor, label, items, opener, at);
    else void this.#menu.toggle(anchor, label, items, opener);
  }

  /** The same menu at another button. */
  open(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
    void this.#menu.toggle(anchor, label, items);
  }

  /** Closes the menu of a tile that has left; answers whether that was so. */
  closeOrphaned(): boolean {
    const { anchor } = this.#menu;
    if (!anchor || anchor.isConnected) return false;
    this.#menu.close();
    return true;
  }
}
