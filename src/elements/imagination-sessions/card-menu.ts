import type { LitElement, TemplateResult } from 'lit';
import { isEditable } from '../../internal/composed-tree.js';
import { MenuController, type MenuItem, type MenuPoint } from '../../ui/menu.js';
import { wantsOwnMenu, whenReleased } from '../../ui/wants-own-menu.js';

const cardOf = (element: Element): Element | undefined => element.closest('li.card') ?? undefined;

/** The menu of a card, by its button, by right click and by keys. */
export class CardMenu {
  readonly #menu: MenuController;
  readonly #root: ShadowRoot | null;
  /** Where the menu that is about to open belongs, if not at its button. */
  #at: MenuPoint | undefined;

  constructor(host: LitElement) {
    this.#menu = new MenuController(host);
    this.#root = host.shadowRoot;
    this.#root?.addEventListener('contextmenu', (event) => this.#handleContextmenu(event as MouseEvent));
    this.#root?.addEventListener('keydown', (event) => this.#handleKeydown(event as KeyboardEvent));
  }

  render(): TemplateResult {
    return this.#menu.render();
  }

  /** Opens it, or closes it. */
  toggle(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
    const at = this.#at;
    const focused = this.#root?.activeElement;
    const opener = focused instanceof HTMLElement && cardOf(focused)?.contains(anchor) ? focused : anchor;
    if (at) void this.#menu.open(anchor, label, items, opener, at);
    else void this.#menu.toggle(anchor, label, items, opener);
  }

  /** The button of the menu of the card that an event came from; the event goes no further where there is one. */
  #buttonOf(event: Event): HTMLElement | null | undefined {
    const [target] = event.composedPath();
    const card = target instanceof Element ? cardOf(target) : undefined;
    const button = card?.querySelector<HTMLElement>('[data-control=more]');
    if (!button) return undefined;
    event.preventDefault();
    event.stopPropagation();
    return button;
  }

  #handleContextmenu(event: MouseEvent): void {
    const button = wantsOwnMenu(event) ? this.#buttonOf(event) : undefined;
    if (!button) return;
    const at = { x: event.clientX, y: event.clientY };
    void whenReleased(event).then(() => {
      this.#at = at;
      button.click();
      this.#at = undefined;
    });
  }

  #handleKeydown(event: KeyboardEvent): void {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (isMenuKey && !event.defaultPrevented && !isEditable(event.composedPath()[0])) this.#buttonOf(event)?.click();
  }
}
