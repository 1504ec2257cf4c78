import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { RowWindow } from '../../layouts/row-window.js';
import { SCROLL_ROUNDING } from '../../layouts/scroll-rounding.js';
import type { CollectionModel } from './collection-model.js';
import { place } from './place.js';
import { ScrollListener } from './scroll-listener.js';

/** How long after the last far step somebody still flies, in ms: a few frames, also of a slow screen. */
const LANDING_MS = 100;
/** How long what shows may take to come before more is drawn all the same, in ms. */
const PATIENCE_MS = 400;
/** As much of the width as the words of a heading take, and where they stand in it, in px. */
const [NAME, LINE, ABOVE] = [0.2, 16, 14];
/**
 * Notices when a list flies past: two steps of more than a viewport, one soon after the other. Then nobody can see a picture,
 * and what is drawn is only where they would be; one far step by itself is a jump, which wants its tiles at once.
 */
export class Flight {
  readonly #host: LitElement;
  readonly #window: RowWindow;
  readonly #model: () => CollectionModel;
  // Before the window hears of it, and draws.
  readonly #scrolling = new ScrollListener(() => this.#scrolled(), true);
  #top = 0;
  #isFar = false;
  #widening: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(host: LitElement, window: RowWindow, model: () => CollectionModel) {
    this.#host = host;
    this.#window = window;
    this.#model = model;
  }

  /** Listens to a scroller, or to none. */
  follow(scroller: HTMLElement | undefined): void {
    if (this.#isNear && scroller) this.#look(scroller);
    if (!scroller) this.#callOff();
    if (!this.#scrolling.follow(scroller)) return;
    this.#top = scroller?.scrollTop ?? 0;
    this.#land();
  }

  /** Draws what is beyond the viewport once all that shows is there. */
  #look(scroller: HTMLElement): void {
    const isThere = this.#window.range.end > 0 && !scroller.querySelector('.skeleton');
    if (isThere) requestAnimationFrame(this.#widen);
    else this.#widening ??= setTimeout(this.#widen, PATIENCE_MS);
  }

  #callOff(): void {
    clearTimeout(this.#widening);
    this.#widening = undefined;
  }

  readonly #widen = (): void => {
    this.#callOff();
    if (!this.#isNear || this.#window.isFlying) return;
    this.#window.ahead = 1;
    this.#host.requestUpdate();
  };

  /** What shows is still to come, and what is beyond it waits. */
  get #isNear(): boolean {
    return this.#window.ahead === 0;
  }

  /** Where the tiles would be. */
  render(): TemplateResult | typeof nothing {
    const { range, space, isFlying } = this.#window;
    if (!isFlying) return nothing;
    const { rows } = this.#model();
    const boxes = [];
    for (let row = range.firstRow; row < range.endRow; row++) {
      const isHeading = rows.isHeading(row);
      for (let item = rows.rowFirst(row); item < rows.rowEnd(row); item++) {
        const box = rows.box(item);
        const y = box.y - space.origin;
        const shown = isHeading ? { x: 0, y: y + ABOVE, width: box.width * NAME, height: LINE } : { ...box, y };
        boxes.push(html`<div class="skeleton flying" ${place(shown)}></div>`);
        // Of what is folded there is a heading only.
        if (isHeading) break;
      }
    }
    return html`${boxes}`;
  }

  #scrolled(): void {
    const top = this.#scrolling.scroller?.scrollTop ?? 0;
    const moved = Math.abs(top - this.#top);
    this.#top = top;
    const { viewport, putAt } = this.#window;
    // What only stands elsewhere, for rows above it have another height, has not been scrolled.
    if (moved === 0 || Math.abs(top - putAt) <= SCROLL_ROUNDING) return;
    const wasFar = this.#isFar;
    this.#isFar = moved > viewport.height;
    if (this.#isFar) this.#window.ahead = 0;
    this.#stay();
    if (!this.#isFar) {
      this.#land();
      return;
    }
    this.#window.isFlying ||= wasFar;
    // Where a frame takes longer than that, the next step may be due: it comes before what is drawn in its frame.
    const land = (): void => this.#land();
    this.#timer = setTimeout(() => (this.#frame = requestAnimationFrame(land)), LANDING_MS);
  }

  /** Does not land yet. */
  #stay(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #land(): void {
    this.#stay();
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
