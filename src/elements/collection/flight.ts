import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { RowWindow } from '../../layouts/row-window.js';
import type { CollectionModel } from './collection-model.js';
import { place } from './place.js';

/** How long after the last far step somebody still flies, in ms: a few frames, also of a slow screen. */
const LANDING_MS = 100;
/** A scroller that stands within this is where it was put, in px: they round. */
const ROUNDING = 1.5;

/**
 * Notices when a list flies past: two steps of more than a viewport, one soon after the other. Then nobody can see a picture,
 * and what is drawn is only where they would be; one far step by itself is a jump, which wants its tiles at once.
 */
export class Flight {
  readonly #host: LitElement;
  readonly #window: RowWindow;
  readonly #model: () => CollectionModel;
  #scroller: HTMLElement | undefined;
  #top = 0;
  #isFar = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, window: RowWindow, model: () => CollectionModel) {
    this.#host = host;
    this.#window = window;
    this.#model = model;
  }

  /** Listens to a scroller, or to none. */
  follow(scroller: HTMLElement | undefined): void {
    if (scroller === this.#scroller) return;
    // Before the window hears of it, and draws.
    this.#scroller?.removeEventListener('scroll', this.#handleScroll, { capture: true });
    scroller?.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    this.#scroller = scroller;
    this.#top = scroller?.scrollTop ?? 0;
    this.#land();
  }

  /** Where the tiles would be. */
  render(): TemplateResult | typeof nothing {
    const { range, space, isFlying } = this.#window;
    if (!isFlying) return nothing;
    const { rows } = this.#model();
    const boxes = [];
    const end = rows.rowEnd(range.endRow - 1);
    for (let item = range.first; item < end; item++) {
      const box = rows.box(item);
      boxes.push(html`<div class="skeleton flying" ${place({ ...box, y: box.y - space.origin })}></div>`);
    }
    return html`${boxes}`;
  }

  readonly #handleScroll = (): void => {
    const top = this.#scroller?.scrollTop ?? 0;
    const moved = Math.abs(top - this.#top);
    this.#top = top;
    const { viewport, putAt } = this.#window;
    // What only stands elsewhere, for rows above it have another height, has not been scrolled.
    if (moved === 0 || Math.abs(top - putAt) <= ROUNDING) return;
    const wasFar = this.#isFar;
    this.#isFar = moved > viewport.height;
    clearTimeout(this.#timer);
    if (!this.#isFar) {
      this.#land();
      return;
    }
    this.#window.isFlying ||= wasFar;
    this.#timer = setTimeout(() => this.#land(), LANDING_MS);
  };

  #land(): void {
    clearTimeout(this.#timer);
    this.#isFar = false;
    if (!this.#window.isFlying) return;
    this.#window.isFlying = false;
    this.#host.requestUpdate();
  }
}

export const flightStyles = css`
  .skeleton.flying {
    position: absolute;
    contain: strict;
  }

  .skeleton.flying::before {
    content: none;
  }
`;
