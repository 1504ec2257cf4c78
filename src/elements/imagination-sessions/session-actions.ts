import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../i18n/registry.js';
import { actionTexts } from '../../i18n/texts/actions.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { MenuController, menuStyles } from '../../ui/menu.js';
import { sessionMenu, type SessionMenuOptions } from './session-menu.js';

/** The menu of cards: loaded when a card is pointed at or focused, for the first picture does not need it. */
export class SessionActions {
  readonly #menu: MenuController;

  constructor(host: LitElement) {
    this.#menu = new MenuController(host);
    addEnglish(actionTexts);
    adoptStyles(host, menuStyles);
  }

  render(): TemplateResult {
    return this.#menu.render();
  }

  toggle(anchor: HTMLElement, options: SessionMenuOptions): void {
    void this.#menu.toggle(anchor, options.localizer.t('app.more'), sessionMenu(options));
  }
}
