import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { ResizeController } from '../../../controllers/resize-controller.js';
import type { Localizer } from '../../../i18n/index.js';
import { wantsNoMotion } from '../../../internal/wants-no-motion.js';
import type { Id, Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { TileNames } from '../../collection/tile-names.js';
import { placeOf, type LightboxView } from '../sequence.js';
import { cellPlace } from './cell-place.js';
import { CELL_PX, stripPicture } from './strip-picture.js';

/** From one to the next. */
const STEP_PX = CELL_PX + 6;
/** Cells that are drawn beyond what shows, on either side. */
const BEYOND = 4;
/** What is further away than this many times the strip's width is gone to at once. */
const FAR = 3;
/** How long it takes to go along. */
const GLIDE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
/** How many times the window's area is kept as a picture of its own, to glide without being painted anew; of 3, Firefox complains. */
const MOST_HELD = 2;
/** Wider than this no browser can scroll. */
const MOST_CELLS = 200_000;

export interface StripContext {
  readonly open: (id: Id) => void;
  /** Reads further siblings. */
  readonly more: () => void;
}

/** The session as a strip of small pictures, with the state of each: only those that show are in the document. */
export class Strip {
  readonly #host: LitElement;
  readonly #context: StripContext;
  readonly #names = new TileNames();
  readonly #size: ResizeController;
  #isOpen = true;
  /** Cells that may be kept as a picture. */
  #held = 0;
  #ids: readonly Id[] = [];
  /** What is drawn. */
  #first = 0;
  #end = 0;
  /** Where it stands, from its start. */
  #left = 0;
  #shown: Id | undefined;
  #glide: Animation | undefined;
  /** How far the glide began from where it ends, in px. */
  #glidesBy = 0;
  /** Where that is; -1 where it is not known. */
  #at = -1;

  constructor(host: LitElement, context: StripContext) {
    this.#host = host;
    this.#context = context;
    this.#size = new ResizeController(
      host,
      () => this.#scroller,
      () => {
        this.#held = (MOST_HELD * innerWidth * innerHeight) / (STEP_PX * CELL_PX);
        // What was in the middle is to be there again.
        this.#shown = undefined;
        host.requestUpdate();
      },
    );
  }

  /** Whether somebody wants to see it. */
  get shows(): boolean {
    return this.#isOpen;
  }

  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#shown = undefined;
    this.#host.requestUpdate();
  };

  /** What is drawn, as it is. */
  rows(store: ImaginationsStore): readonly (Iteration | undefined)[] {
    return this.#isOpen ? this.#ids.slice(this.#first, this.#end).map((id) => store.iteration(id)) : [];
  }

  render(view: LightboxView, store: ImaginationsStore, localizer: Localizer): TemplateResult | typeof nothing {
    const { list } = view;
    const known = placeOf(view);
    if (!list) return nothing;
    this.#ids = list.ids;
    const total = known?.total ?? list.ids.length;
    const count = Math.min(MOST_CELLS, total);
    const at = known ? known.index - 1 : -1;
    // One alone is seen above.
    if (count < 2 && list.complete) return nothing;
    this.#choose(view.id, at, count);
    const items = Array.from({ length: this.#end - this.#first }, (_, index) => this.#first + index);
    // What has the focus stays, wherever one has scrolled.
    if (at >= 0 && at < count && !items.includes(at)) items.push(at);
    return html`<div class="film-strip" tabindex="-1" @scroll=${this.#look} @wheel=${this.#wheel}>
      <div
        class=${count > this.#held ? 'cells' : 'cells held'}
        role="listbox"
        aria-orientation="horizontal"
        aria-label=${localizer.t('strip.label')}
        ${cellPlace(0, count * STEP_PX - (STEP_PX - CELL_PX))}
      >
        ${repeat(
          items,
          (item) => list.ids[item] ?? item,
          (item) => this.#cell(item, item === at, { view, store, localizer, total }),
        )}
      </div>
    </div>`;
  }

  /** Brings what is shown into view, when everything is drawn. */
  settle(view: LightboxView): void {
    const scroller = this.#scroller;
    if (!scroller || this.#width === 0) return;
    const at = (placeOf(view)?.index ?? 0) - 1;
    const id = view.id ?? undefined;
    if (at >= 0 && (id !== this.#shown || at !== this.#at)) {
      const glides = id !== this.#shown && !this.#isFar(at) && !wantsNoMotion();
      const left = id === this.#shown ? this.#left + (at - this.#at) * STEP_PX : this.#leftFor(at);
      this.#go(scroller, left, glides);
      this.#shown = id;
      this.#at = at;
    }
    this.#keepFocus(scroller);
    const { list } = view;
    const isShort = list && this.#end > list.ids.length;
    if (isShort && list.status === 'ready' && !list.complete && !list.loadingMore) this.#context.more();
  }

  /**
   * Goes there at once, and lets it look like a glide: a browser's own smooth scrolling works on the page's thread in each
   * frame, and tells of each.
   */
  #go(scroller: HTMLElement, to: number, glides: boolean): void {
    const timing = this.#glide?.effect?.getComputedTiming();
    const left = typeof timing?.progress === 'number' ? this.#glidesBy * (1 - timing.progress) : 0;
    // No further than cells are drawn.
    const rest = Math.max(-BEYOND * STEP_PX, Math.min(BEYOND * STEP_PX, left));
    this.#glide?.cancel();
    this.#glide = undefined;
    const before = this.#left;
    if (to !== before || this.#shown === undefined) scroller.scrollLeft = to * sign(scroller);
    this.#left = Math.abs(scroller.scrollLeft);
    const by = (this.#left - before) * sign(scroller) + rest;
    if (!glides || by === 0) return;
    this.#glidesBy = by;
    const keyframes = [{ transform: `translateX(${by}px)` }, { transform: 'none' }];
    this.#glide = scroller.firstElementChild?.animate(keyframes, GLIDE);
  }

  get #width(): number {
    return this.#size.size?.width ?? 0;
  }

  /** Where the strip stands when a place is in its middle. */
  #leftFor(at: number): number {
    return Math.max(0, at * STEP_PX - (this.#width - CELL_PX) / 2);
  }

  #isFar(at: number): boolean {
    return this.#shown === undefined || Math.abs(this.#left - this.#leftFor(at)) > FAR * this.#width;
  }

  /** Decides what is drawn: what shows, and what is on the way to what is shown now. */
  #choose(id: Id | null, at: number, count: number): void {
    const width = this.#width;
    const isMoved = at >= 0 && (id !== this.#shown || at !== this.#at);
    const to = isMoved ? this.#leftFor(at) : this.#left;
    const from = isMoved && this.#isFar(at) ? to : this.#left;
    const beyond = width === 0 ? 0 : BEYOND;
    const first = Math.floor(Math.min(from, to) / STEP_PX) - beyond;
    const end = Math.ceil((Math.max(from, to) + width) / STEP_PX) + beyond;
    this.#end = Math.max(0, Math.min(count, end));
    this.#first = Math.min(this.#end, Math.max(0, first));
  }

  get #scroller(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.film-strip');
  }

  #cell(
    item: number,
    isCurrent: boolean,
    shared: {
      readonly view: LightboxView;
      readonly store: ImaginationsStore;
      readonly localizer: Localizer;
      readonly total: number;
    },
  ): unknown {
    const { view, store, localizer, total } = shared;
    const id = view.list?.ids[item];
    const row = id === undefined ? undefined : store.iteration(id);
    const prompt = view.session?.brief.prompt;
    // Most of them stay as they are when one goes on.
    return guard([row, item, isCurrent, total, prompt, localizer, store], () => {
      const box = cellPlace(item * STEP_PX, CELL_PX);
      if (!row) return html`<span class="cell skeleton" aria-hidden="true" ${box}></span>`;
      const name = this.#names.get(localizer, row, prompt);
      return html`<button
        type="button"
        role="option"
        class="cell ${row.status}"
        data-id=${row.id}
        tabindex=${isCurrent ? 0 : -1}
        aria-selected=${isCurrent}
        aria-setsize=${total}
        aria-posinset=${item + 1}
        aria-label=${row.archivedAt ? `${name}, ${localizer.t('view.archived')}` : name}
        @click=${() => this.#context.open(row.id)}
        ${box}
      >
        ${stripPicture(row, store)}
      </button>`;
    });
  }

  readonly #look = (event: Event): void => {
    const before = this.#left;
    this.#left = Math.abs((event.currentTarget as HTMLElement).scrollLeft);
    if (Math.floor(before / STEP_PX) !== Math.floor(this.#left / STEP_PX)) this.#host.requestUpdate();
  };

  /** A focus in the strip goes along with what is shown. */
  #keepFocus(scroller: HTMLElement): void {
    const active = this.#host.shadowRoot?.activeElement;
    const current = scroller.querySelector<HTMLElement>('[aria-selected=true]');
    if (active && active !== current && active !== scroller && scroller.contains(active)) {
      current?.focus({ preventScroll: true });
    }
  }

  /** Any wheel goes along the strip. */
  readonly #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey) return;
    const scroller = event.currentTarget as HTMLElement;
    const { deltaX, deltaY, deltaMode } = event;
    const isTilted = Math.abs(deltaX) > Math.abs(deltaY);
    const by = (isTilted ? deltaX : deltaY * sign(scroller)) * (deltaMode === 0 ? 1 : STEP_PX / 2);
    scroller.scrollLeft += by;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Right-to-left, a scroller begins at 0 and goes below. */
const sign = (scroller: HTMLElement): 1 | -1 => (scroller.closest('[dir]')?.getAttribute('dir') === 'rtl' ? -1 : 1);
