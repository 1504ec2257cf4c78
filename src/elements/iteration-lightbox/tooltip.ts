import { css, LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';

/** How long one stays at a button before it says what it is, in ms; from one to the next it is told at once. */
const DELAY_MS = 300;
/** How long it takes to come from the button to its tooltip, in ms. */
const GRACE_MS = 150;
/** Between both, and to the edge of the window, in px. */
const GAP = 4;
const EDGE = 8;

const styles = css`
  .tooltip {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(280px, 100vw - 16px);
    margin: 0;
    padding: 4px 8px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }
`;

/** The one tooltip of a dialog: a popover above it, as only what is inside can be pointed at while the dialog is modal. */
class Tooltip {
  readonly #home: Element;
  readonly #box = document.createElement('div');
  #anchor: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open: AbortController | undefined;

  constructor(home: Element) {
    this.#home = home;
    this.#box.className = 'tooltip';
    this.#box.popover = 'manual';
    // The button says the same by its name.
    this.#box.ariaHidden = 'true';
    this.#box.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#box.addEventListener('pointerleave', this.#leave);
    home.append(this.#box);
    const root = home.getRootNode();
    if (root instanceof ShadowRoot && root.host instanceof LitElement) adoptStyles(root.host, styles);
  }

  ask(anchor: HTMLElement): void {
    clearTimeout(this.#timer);
    for (const type of ['pointerleave', 'blur']) anchor.addEventListener(type, this.#leave);
    anchor.addEventListener('pointerdown', this.#hide);
    if (this.#anchor === anchor) return;
    this.#timer = setTimeout(() => this.#show(anchor), this.#anchor ? 0 : DELAY_MS);
  }

  #show(anchor: HTMLElement): void {
    this.#hide();
    if (!anchor.isConnected || anchor.ariaExpanded === 'true' || !isAt(anchor)) return;
    this.#anchor = anchor;
    const { signal } = (this.#open = new AbortController());
    const home = this.#home;
    const box = this.#box;
    home.addEventListener('keydown', this.#handleKeydown, { capture: true, signal });
    const scrolled = ({ target }: Event): void => {
      if (target instanceof Node && target.contains(anchor)) this.#hide();
    };
    home.addEventListener('scroll', scrolled, { capture: true, signal });
    const place = (): void => this.#place();
    // What is taken out of the page has no size.
    const size = new ResizeObserver(() => (anchor.checkVisibility() ? place() : this.#hide()));
    size.observe(anchor);
    const words = new MutationObserver(place);
    words.observe(anchor, { attributeFilter: ['data-tip'] });
    signal.addEventListener('abort', () => {
      size.disconnect();
      words.disconnect();
    });
    box.showPopover();
    place();
  }

  /** Below the middle of the button, above it where there is no room, and within the window. */
  #place(): void {
    const box = this.#box;
    box.textContent = this.#anchor?.dataset.tip ?? '';
    const button = this.#anchor?.getBoundingClientRect();
    if (!button) return;
    const { width, height } = box.getBoundingClientRect();
    const left = Math.min((button.left + button.right - width) / 2, innerWidth - width - EDGE);
    const below = button.bottom + GAP;
    const top = below + height <= innerHeight - EDGE ? below : button.top - height - GAP;
    box.style.setProperty('left', `${Math.max(EDGE, left)}px`);
    box.style.setProperty('top', `${Math.max(EDGE, top)}px`);
  }

  readonly #hide = (): void => {
    clearTimeout(this.#timer);
    this.#open?.abort();
    this.#open = this.#anchor = undefined;
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
  };

  /** Who goes to the tooltip itself may read it there; who points elsewhere may still have the focus at the button. */
  readonly #leave = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!(this.#anchor && isAt(this.#anchor)) && !this.#box.matches(':hover')) this.#hide();
    }, GRACE_MS);
  };

  /** The key closes this alone, not the dialog around it. */
  readonly #handleKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#hide();
  };
}

const isAt = (anchor: Element): boolean => anchor.matches(':hover, :focus-visible');

const tooltips = new WeakMap<Element, Tooltip>();

/**
 * Shows a moment later what is in a button's `data-tip`, while one points at it or has come to it by key.
 * @param from where the pointer or the focus was before.
 * @param pointer what one points with; nothing where one does not.
 */
export function askForTip(button: HTMLElement, from: EventTarget | null, pointer: string | undefined): void {
  const home = button.closest('dialog');
  // A finger presses; and who closes a menu knows where it was opened.
  const isMeant = pointer === undefined ? !(from instanceof Element && from.closest('.menu')) : pointer !== 'touch';
  if (!home || !isMeant || !isAt(button)) return;
  const tooltip = tooltips.get(home) ?? new Tooltip(home);
  tooltips.set(home, tooltip);
  tooltip.ask(button);
}
