import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { reveal } from '../internal/reveal.js';
import { isRtl } from '../internal/is-rtl.js';

export interface RovingFocusOptions {
  /** The items in their order; those that are disabled or hidden must not be among them. */
  readonly items: () => Iterable<HTMLElement>;
  /** Which arrows move. Default `horizontal`. */
  readonly orientation?: 'horizontal' | 'vertical' | 'both' | undefined;
  /** Whether the last is followed by the first. Default true. */
  readonly wrap?: boolean | undefined;
  /** The item that Tab reaches before any was focused. Default: the checked, pressed, selected or current one, else the first. */
  readonly initial?: (() => HTMLElement | undefined) | undefined;
  /** Called after an arrow, Home or End moved the focus. */
  readonly onMove?: ((item: HTMLElement) => void) | undefined;
}

const CHOSEN =
  '[aria-checked="true"],[aria-pressed="true"],[aria-selected="true"],[aria-current]:not([aria-current="false"])';

/** One tab stop for a group of controls, arrows inside it: for toolbars, segmented controls and menus. */
export class RovingFocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: RovingFocusOptions;
  #current: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: RovingFocusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#handleKeydown);
    this.#host.addEventListener('focusin', this.#handleFocusin);
  }

  hostUpdated(): void {
    this.#sync([...this.#options.items()]);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#handleKeydown);
    this.#host.removeEventListener('focusin', this.#handleFocusin);
  }

  /** Focuses an item (default: the one Tab would reach) without scrolling the page. */
  focusItem(item?: HTMLElement): void {
    const items = [...this.#options.items()];
    if (item) this.#current = item;
    this.#sync(items);
    this.#current?.focus({ preventScroll: true });
  }

  /** Forgets which item was focused last. */
  reset(): void {
    this.#current = undefined;
  }

  #sync(items: readonly HTMLElement[]): void {
    if (!this.#current || !items.includes(this.#current)) {
      this.#current = this.#options.initial?.() ?? items.find((item) => item.matches(CHOSEN)) ?? items[0];
    }
    for (const item of items) {
      const tabIndex = item === this.#current ? 0 : -1;
      if (item.getAttribute('tabindex') !== String(tabIndex)) item.tabIndex = tabIndex;
    }
  }

  readonly #handleFocusin = (event: Event): void => {
    const items = [...this.#options.items()];
    const path = event.composedPath();
    const item = items.find((one) => path.includes(one));
    if (!item || item === this.#current) return;
    this.#current = item;
    this.#sync(items);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = [...this.#options.items()];
    const path = event.composedPath();
    const at = items.findIndex((one) => path.includes(one));
    const first = items[at];
    if (!first) return;
    const next = items[this.#target(event.key, at, items.length, isRtl(first))];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.focusItem(next);
    if (next.parentElement) reveal(next.parentElement, next);
    this.#options.onMove?.(next);
  };

  #target(key: string, at: number, count: number, rtl: boolean): number {
    const { orientation = 'horizontal', wrap = true } = this.#options;
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    const along = orientation !== 'vertical' && (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
    const down = orientation !== 'horizontal' && (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
    const step = along ? (rtl ? -along : along) : Number(down);
    if (step === 0) return -1;
    return wrap ? (at + step + count) % count : Math.min(count - 1, Math.max(0, at + step));
  }
}
