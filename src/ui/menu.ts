import { css, html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { RovingFocusController } from '../controllers/roving-focus-controller.js';
import { icon, type IconShape } from './icon.js';
import { isRtl } from '../internal/is-rtl.js';

/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconShape | undefined;
  /** E.g. a key. */
  readonly hint?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Draws a line above it. */
  readonly separated?: boolean | undefined;
  /** What it belongs to: lines are drawn between neighbours of different groups. */
  readonly group?: string | undefined;
  /** Says of one of a few whether it is the chosen one. */
  readonly checked?: boolean | undefined;
  readonly run: () => void;
}

/** A place in the window, in px. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

const ANCHOR = '--_imagination-menu-anchor';
const PLACED = ['inset', 'left', 'top'];

/** From the pointer on, as far as the window lets it. */
function placeAt(popover: HTMLElement, { x, y }: MenuPoint): void {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const start = isRtl(popover) ? x - width : x;
  const top = y + height <= innerHeight - 8 ? y : y - height;
  popover.style.setProperty('inset', 'auto');
  popover.style.setProperty('left', `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`);
  popover.style.setProperty('top', `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`);
}

/**
 * The one menu of an element, opened at any of its buttons: a native popover in the top layer, one tab stop, arrows
 * inside. Escape and a press outside close it; the focus returns to the button. Put `render()` in the host's template -
 * inside a modal dialog where its buttons are in one.
 */
export class MenuController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #roving: RovingFocusController;
  #anchor: HTMLElement | undefined;
  #opener: HTMLElement | undefined;
  #label = '';
  #items: readonly MenuItem[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#roving = new RovingFocusController(host, {
      items: () => this.#popover?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([disabled])') ?? [],
      orientation: 'vertical',
    });
    host.addController(this);
  }

  /** The button at which the menu is open. */
  get anchor(): HTMLElement | undefined {
    return this.#anchor;
  }

  /** Whether the menu is open at this button; for its `aria-expanded`. */
  isOpenAt(anchor: EventTarget | null | undefined): boolean {
    return this.#anchor !== undefined && this.#anchor === anchor;
  }

  /**
   * Opens at a button; pressed again, closes.
   * @param opener what gets the focus back; default the button.
   */
  async toggle(anchor: HTMLElement, label: string, items: readonly MenuItem[], opener = anchor): Promise<void> {
    if (this.isOpenAt(anchor)) this.close();
    else await this.open(anchor, label, items, opener);
  }

  /** @param at where it opens, in place of the button. */
  async open(
    anchor: HTMLElement,
    label: string,
    items: readonly MenuItem[],
    opener = anchor,
    at?: MenuPoint,
  ): Promise<void> {
    this.#release();
    [this.#anchor, this.#opener, this.#label, this.#items] = [anchor, opener, label, items];
    anchor.setAttribute('aria-expanded', 'true');
    this.#roving.reset();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popover = this.#popover;
    if (!popover?.isConnected || this.#anchor !== anchor) return;
    const isAnchored = !at && CSS.supports('position-area', 'block-end span-inline-start');
    popover.classList.toggle('at-point', at !== undefined);
    for (const name of PLACED) popover.style.removeProperty(name);
    // Before it shows: what is anchored later stays in the corner of the window.
    if (isAnchored) {
      anchor.style.setProperty('anchor-name', ANCHOR);
      popover.style.setProperty('position-anchor', ANCHOR);
    }
    if (!popover.matches(':popover-open')) popover.showPopover();
    if (at) placeAt(popover, at);
    else if (!isAnchored) this.#place(popover, anchor);
    this.#roving.focusItem();
  }

  /** Closes and gives the focus back to where it was opened from, if the menu had it. */
  close(): void {
    const [popover, opener] = [this.#popover, this.#opener];
    const focused = this.#host.shadowRoot?.activeElement;
    const hadFocus = Boolean(focused && popover?.contains(focused));
    this.#release();
    if (popover?.matches(':popover-open')) popover.hidePopover();
    if (hadFocus) opener?.focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    this.#release();
  }

  render(): TemplateResult {
    return html`<div
      class="menu"
      part="menu"
      popover="auto"
      role="menu"
      aria-label=${this.#label || nothing}
      @toggle=${this.#handleToggle}
      @keydown=${this.#handleKeydown}
      @contextmenu=${this.#handleContextmenu}
    >
      ${repeat(
        this.#items,
        (item) => item.id,
        (item, index) => this.#renderItem(item, this.#items[index - 1]),
      )}
    </div>`;
  }

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.menu[popover]');
  }

  #renderItem(item: MenuItem, above: MenuItem | undefined): TemplateResult {
    const isCut = item.separated || (above !== undefined && item.group !== above.group);
    return html`${isCut ? html`<div class="menu-line" role="separator"></div>` : nothing}
      <button
        type="button"
        class=${item.danger ? 'menu-item danger' : 'menu-item'}
        role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked=${item.checked ?? nothing}
        tabindex="-1"
        ?disabled=${item.disabled}
        @click=${() => this.#choose(item)}
      >
        ${item.icon ? icon(item.icon) : nothing}
        <span class="menu-label">${item.label}</span>
        ${item.hint ? html`<kbd class="menu-hint">${item.hint}</kbd>` : nothing}
      </button>`;
  }

  #choose(item: MenuItem): void {
    this.close();
    item.run();
  }

  #release(): void {
    this.#anchor?.setAttribute('aria-expanded', 'false');
    this.#anchor?.style.removeProperty('anchor-name');
    this.#anchor = undefined;
  }

  #place(popover: HTMLElement, anchor: HTMLElement): void {
    const button = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const below = button.bottom + 4 + height <= innerHeight || button.top < height;
    const start = isRtl(anchor) ? button.left : button.right - width;
    popover.style.setProperty('inset', 'auto');
    popover.style.setProperty('left', `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`);
    popover.style.setProperty('top', `${below ? button.bottom + 4 : button.top - height - 4}px`);
  }

  readonly #handleToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed' && this.#anchor) this.close();
  };

  /** The key that opened it may ask once more when it is let go. */
  readonly #handleContextmenu = (event: MouseEvent): void => {
    if (event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    // The key closes this alone, not the dialog around it.
    if (event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
    this.close();
  };
}

export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    /* Not as narrow as what is left beside a button at the edge: it opens to the other side then. */
    inline-size: max-content;
    min-inline-size: 180px;
    max-inline-size: min(320px, 100vw - 16px);
    max-block-size: min(420px, 100vh - 16px);
    margin: 0;
    padding: 4px;
    overflow: auto;
    border: 1px solid transparent;
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  @supports (position-area: block-end span-inline-start) {
    .menu {
      /* Where there is room for more, a long one shows whole. */
      max-block-size: min(480px, max(420px, 100% - 8px), 100vh - 16px);
      margin-block: 4px;
      position-area: block-end span-inline-start;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }

    .menu.at-point {
      margin: 0;
      position-area: none;
      position-try-fallbacks: none;
    }
  }

  .menu-item {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: max(32px, var(--_control));
    padding: 0 10px;
    border: 0;
    border-radius: var(--_radius-control);
    background: transparent;
    font-size: var(--_size-m);
    text-align: start;
    cursor: pointer;
  }

  .menu-item:hover,
  .menu-item:focus {
    background: var(--_hover);
  }

  .menu-item:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }

  .menu-item:disabled {
    background: none;
    color: var(--_text-quiet);
    opacity: 0.6;
    cursor: default;
  }

  .menu-item .icon-shape {
    color: var(--_text-quiet);
  }

  .menu-item.danger,
  .menu-item.danger .icon-shape {
    color: var(--_danger);
  }

  .menu-line {
    margin: 4px;
    border-block-start: 1px solid var(--_line);
  }

  .menu-label {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .menu-hint {
    color: var(--_text-quiet);
    font: inherit;
    font-size: 0.857em;
  }

  /* There are no keys under a finger. */
  @media (pointer: coarse) {
    .menu-hint {
      display: none;
    }
  }
`;
