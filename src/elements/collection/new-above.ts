import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { RowWindow } from '../../layouts/row-window.js';
import type { Id } from '../../model/index.js';
import { icon } from '../../ui/icon.js';
import { arrowUp } from '../../ui/icon-shapes.js';
import type { CollectionModel, IdOrder } from './collection-model.js';
import { ScrollListener } from './scroll-listener.js';

/** Between the edge of what scrolls, or its heading, and the button, in px. */
const DISTANCE = 8;

/** What it needs of its element. */
export interface NewAboveContext {
  localizer(): Localizer;
  announce(text: string): void;
  /** Leads to the first item, with the focus. */
  goToStart(isByKey: boolean): void;
}

/** Counts what has come above the viewport since it left the start, and offers the way there: nothing moves by itself. */
export class NewAbove {
  readonly #host: LitElement;
  readonly #model: () => CollectionModel;
  readonly #window: RowWindow;
  readonly #context: NewAboveContext;
  #count = 0;
  #said = 0;
  #before: IdOrder | undefined;
  #first: Id | undefined;
  readonly #scrolling = new ScrollListener(() => this.#scrolled());

  constructor(host: LitElement, model: () => CollectionModel, window: RowWindow, context: NewAboveContext) {
    this.#host = host;
    this.#model = model;
    this.#window = window;
    this.#context = context;
  }

  beforeChange(): void {
    this.#before = this.#model().order;
    this.#first = this.#before.id(0);
  }

  /** @param isOther whether another list has come. */
  afterChange(isOther: boolean): void {
    const model = this.#model();
    // Without room nobody is at the start.
    const isAtStart = this.#window.viewport.height > 0 && this.#window.isAtStart;
    if (isOther || model.count === 0 || isAtStart) this.#count = 0;
    else if (this.#before && this.#before !== model.order && this.#before.count > 0) {
      const isRead = this.#first !== undefined;
      this.#count += Math.max(0, isRead ? model.indexOf(this.#first) : (model.comeBefore?.(this.#before) ?? 0));
    }
  }

  /** Follows the scroller as long as there is something to tell, and puts the button where it belongs. */
  settle(shown: HTMLElement): void {
    const scroller = this.#count > 0 ? shown : undefined;
    this.#scrolling.follow(scroller);
    const button = this.#host.shadowRoot?.querySelector<HTMLElement>('.new-above');
    if (scroller && button) {
      const top = scroller.offsetTop + this.#model().rows.metrics.headingHeight + DISTANCE;
      button.style.insetBlockStart = `${top}px`;
    }
    if (this.#count > this.#said) {
      this.#context.announce(this.#context.localizer().t('grid.newAbove', { count: this.#count }));
    }
    this.#said = this.#count;
  }

  disconnect(): void {
    this.#scrolling.follow(undefined);
  }

  render(): TemplateResult | typeof nothing {
    if (this.#count === 0) return nothing;
    const text = this.#context.localizer().t('grid.newAbove', { count: this.#count });
    return html`<button type="button" class="btn small new-above" part="new" @click=${this.#handleClick}>
      ${icon(arrowUp)}${text}
    </button>`;
  }

  #scrolled(): void {
    if (!this.#window.isAtStart) return;
    this.#count = 0;
    this.#host.requestUpdate();
  }

  readonly #handleClick = ({ detail }: MouseEvent): void => {
    this.#count = 0;
    // Clicks of a pointer are counted.
    this.#context.goToStart(detail === 0);
  };
}

export const newAboveStyles = css`
  .new-above {
    position: absolute;
    inset-inline: 0;
    z-index: 3;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 999px;
    box-shadow: var(--_shadow);
  }
`;
