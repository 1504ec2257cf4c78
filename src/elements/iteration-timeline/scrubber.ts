import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { scrubberTexts } from '../../i18n/texts/scrubber.js';
import { railDensity, railMarks } from '../../layouts/geometry/rail-marks.js';
import { TimeRail } from '../../layouts/geometry/time-rail.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import type { IdOrder, SectionKey } from '../collection/collection-model.js';
import type { CollectionRest } from '../collection/collection-rest.js';
import { ScrollListener } from '../collection/scroll-listener.js';
import { dayKeys } from './day-keys.js';
import { Landing, type Goal } from './landing.js';
import { railDate, railMarksView, spokenDate, type RailView } from './scrubber-view.js';
import { scrubberStyles } from './scrubber.styles.js';
import { itemAt, spotOf } from './spots.js';
import { runsOf, timeOf } from './time-search.js';
import { sessionGoal } from './session-steps.js';
import { stepFrom, stepOf, type TimeStep } from './time-steps.js';

/** In heights of the viewport, how high rows must be for a rail to be of use. */
const LEAST_VIEWS = 3;
/** In px: a lower viewport has no room for it. */
const LEAST_HEIGHT = 160;
/** Least distance of labels, in px. */
const LABEL_PX = 18;
/** Height of a step of the density, in px. */
const DENSITY_PX = 3;
/** From this width on a day has room beside the rail, in px. */
const DAY_ROOM = 600;
/** Space above and below the rail, in px, as the styles say; it holds half a label. */
const PADDING = 32;
/** The same where the thumb is as high as a finger. */
const NARROW_PADDING = 56;
/** For how long it shows after somebody has scrolled, in ms. */
const SHOW_MS = 1200;

const DAY_MS = 86_400_000;

/** The rail as it is, and what it was made of. */
interface Made extends RailView {
  readonly rail: TimeRail;
  readonly of: readonly unknown[];
}

/**
 * The rail beside the timeline: a slider over its days, with what was made when. Also what leads through time by keys
 * on tiles, and to a date.
 */
export class Scrubber implements ReactiveController {
  readonly #host: LitElement;
  readonly #rest: CollectionRest;
  readonly #landing: Landing;
  #made: Made | undefined;
  #order: IdOrder | undefined;
  readonly #scrolling = new ScrollListener(() => this.#scrolled());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isActive = false;
  /** What holds the thumb, how far from its middle, and where that is now. */
  #held: { readonly pointer: number; readonly grip: number; place: number } | undefined;
  /** Where the pointer is above the rail. */
  #hover: number | undefined;

  constructor(host: LitElement, rest: CollectionRest) {
    addEnglish(scrubberTexts);
    adoptStyles(host, scrubberStyles);
    this.#host = host;
    this.#rest = rest;
    this.#landing = new Landing(host, rest);
    rest.renderAside = () => this.#render();
    rest.input.timeKey = (event, item) => this.#tileKey(event, item);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
    this.#isActive = false;
    this.#held = this.#hover = undefined;
  }

  /** Everything is drawn, and the viewport is where it belongs. */
  settled(): void {
    this.#landing.settled();
    this.#follow(this.#host.renderRoot.querySelector<HTMLElement>('.scroller') ?? undefined);
    this.#draw();
  }

  /** Goes to the first iteration of a day, `YYYY-MM-DD`, or before it; or to the first at a time or before it. */
  goTo(date: string | number): void {
    const day = this.#dayOf;
    this.#landing.go({ isReached: typeof date === 'string' ? (time) => day(time) <= date : (time) => time <= date });
  }

  get #localizer(): Localizer {
    return this.#rest.localizer;
  }

  get #dayOf(): SectionKey {
    return dayKeys(this.#localizer);
  }

  get #slider(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.scrubber');
  }

  /** The item that stands below the heading that sticks, or that somebody went to. */
  get #item(): number {
    const { rows, count } = this.#rest.model();
    const { top } = this.#rest.window;
    const { item } = this.#landing;
    return item ?? Math.max(0, Math.min(count - 1, itemAt(rows, top)));
  }

  #follow(scroller: HTMLElement | undefined): void {
    if (this.#scrolling.follow(scroller)) clearTimeout(this.#timer);
  }

  /** Makes the rail anew where the rows are others. */
  #make(): Made | undefined {
    const model = this.#rest.model();
    const { viewport } = this.#rest.window;
    const { rows, order, count } = model;
    const isUseful = viewport.height >= LEAST_HEIGHT && rows.height > viewport.height * LEAST_VIEWS && count > 1;
    if (!isUseful) return (this.#made = undefined);
    const of = [order, rows.height, viewport.height, this.#localizer];
    if (this.#made?.of.every((one, index) => one === of[index])) return this.#made;
    const rail = new TimeRail(runsOf(model), rows.height, rows.height - viewport.height);
    const length = viewport.height - PADDING;
    return (this.#made = {
      rail,
      marks: railMarks(rail, { length, least: LABEL_PX, dayOf: this.#dayOf }),
      density: railDensity(rail, Math.floor(length / DENSITY_PX)),
      of,
    });
  }

  #render(): TemplateResult | typeof nothing {
    const made = this.#make();
    if (!made) {
      // With it goes the pointer that held it.
      this.#held = this.#hover = undefined;
      return nothing;
    }
    const { count } = this.#rest.model();
    return html`<div
      class="scrubber"
      part="scrubber"
      role="slider"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.#localizer.t('timeline.scrubber')}
      aria-valuemin="0"
      aria-valuemax=${this.#daysTo(count - 1)}
      aria-valuenow=${this.#daysTo(this.#item)}
      @keydown=${this.#handleKeydown}
      @pointerdown=${this.#handlePointerdown}
      @pointermove=${this.#handlePointermove}
      @pointerup=${this.#handlePointerend}
      @pointercancel=${this.#handlePointerend}
      @lostpointercapture=${this.#handlePointerend}
      @pointerleave=${this.#handlePointerleave}
    >
      <div class="rail">
        ${guard([made], () => railMarksView(made, this.#localizer))}
        <div class="grip"></div>
        <div class="bubble"></div>
      </div>
    </div>`;
  }

  /** Days from the first item to another. */
  #daysTo(item: number): number {
    const model = this.#rest.model();
    const day = (one: number): number => Date.parse(this.#dayOf(timeOf(model, one))) / DAY_MS;
    return day(0) - day(item);
  }

  /** What changes with every px that is scrolled: written to the elements, without drawing anything anew. */
  #draw(): void {
    const slider = this.#slider;
    const made = this.#made;
    if (!slider || !made) return;
    const { window } = this.#rest;
    const model = this.#rest.model();
    const item = this.#item;
    const time = timeOf(model, item);
    const thumb = this.#held?.place ?? made.rail.placeOf(window.top);
    const shown = this.#held ? thumb : (this.#hover ?? thumb);
    const shownTime = shown === thumb ? time : made.rail.timeAt(made.rail.offsetOf(shown));
    const isWide = this.#host.clientWidth >= DAY_ROOM;
    const length = window.viewport.height - (isWide ? PADDING : NARROW_PADDING);
    const { style } = slider;
    style.blockSize = `${window.viewport.height}px`;
    const { scroller } = this.#scrolling;
    const bar = scroller ? scroller.offsetWidth - scroller.clientWidth : 0;
    style.insetInlineEnd = `${bar}px`;
    slider.setAttribute('aria-valuenow', String(this.#daysTo(item)));
    slider.setAttribute('aria-valuetext', spokenDate(this.#localizer, time));
    slider.classList.toggle('active', this.#isActive);
    slider.classList.toggle('held', this.#held !== undefined);
    const move = (selector: string, place: number): HTMLElement | null => {
      const element = slider.querySelector<HTMLElement>(selector);
      if (element) element.style.translate = `0 ${place * length}px`;
      return element;
    };
    move('.grip', thumb);
    const bubble = move('.bubble', shown);
    const text = railDate(this.#localizer, shownTime, isWide);
    if (bubble && bubble.textContent !== text) bubble.textContent = text;
  }

  #scrolled(): void {
    this.#landing.scrolled();
    const order = this.#rest.model().order;
    // What only moves because something above it has another height is no scrolling.
    this.#isActive ||= order === this.#order;
    this.#order = order;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isActive = false;
      this.#draw();
    }, SHOW_MS);
    this.#draw();
  }

  /** Shows what is at a place of the rail. */
  #goToPlace(place: number): void {
    const made = this.#made;
    const model = this.#rest.model();
    if (!made || model.count === 0) return;
    const { rows } = model;
    this.#goToItem(Math.min(model.count - 1, itemAt(rows, made.rail.offsetOf(place))), true);
  }

  /** @param isLoose where it is folded, its heading will do. */
  #goToItem(item: number, isLoose = false): void {
    const model = this.#rest.model();
    const at = timeOf(model, item);
    this.#landing.go({
      isReached: (time) => time <= at,
      isPassed: (time) => time < at,
      spot: spotOf(model, item),
      isLoose,
    });
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const model = this.#rest.model();
    const step = stepOf(event);
    if (step) {
      const goal = this.#goalOf(step, this.#item);
      if (goal) this.#landing.go(goal);
    } else if (key === 'Home') this.#goToItem(0);
    else if (key === 'End') this.#goToItem(model.count - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #tileKey(event: KeyboardEvent, item: number): boolean {
    const step = stepOf(event);
    if (!step || item < 0) return false;
    // Pressed again before the focus could follow, it goes on from there.
    const from = (this.#landing.isTaking ? this.#landing.item : undefined) ?? item;
    const goal = this.#goalOf(step, from);
    if (goal) this.#landing.go({ ...goal, skips: step.direction, takesFocus: true });
    return true;
  }

  #goalOf({ unit, direction }: TimeStep, item: number): Goal | undefined {
    const rest = this.#rest;
    if (unit === 'session') return sessionGoal(rest.model, (one) => rest.sessionOf(one), item, direction);
    const isReached = stepFrom(rest.model(), this.#dayOf, item, unit, direction);
    return isReached && { isReached };
  }

  /** The place of the rail at a height of the window. */
  #placeAt(y: number): number {
    const rail = this.#slider?.querySelector('.rail')?.getBoundingClientRect();
    return rail && rail.height > 0 ? Math.max(0, Math.min(1, (y - rail.top) / rail.height)) : 0;
  }

  readonly #handlePointerdown = (event: PointerEvent): void => {
    const { button, pointerId, clientY, target } = event;
    if (button !== 0 || this.#held) return;
    const thumb = target instanceof Element && target.classList.contains('grip') ? target : undefined;
    const box = thumb?.getBoundingClientRect();
    const grip = box ? clientY - (box.top + box.bottom) / 2 : 0;
    this.#held = { pointer: pointerId, grip, place: this.#placeAt(clientY - grip) };
    this.#slider?.setPointerCapture(pointerId);
    // Grasped where it is, it stays there.
    if (!thumb) this.#goToPlace(this.#held.place);
    this.#draw();
  };

  readonly #handlePointermove = ({ pointerId, clientY, pointerType }: PointerEvent): void => {
    if (!this.#held) {
      this.#hover = pointerType === 'mouse' ? this.#placeAt(clientY) : undefined;
      this.#draw();
      return;
    }
    if (pointerId !== this.#held.pointer) return;
    const place = this.#placeAt(clientY - this.#held.grip);
    if (place === this.#held.place) return;
    this.#held.place = place;
    this.#goToPlace(place);
    this.#draw();
  };

  readonly #handlePointerend = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== this.#held?.pointer) return;
    this.#held = this.#hover = undefined;
    this.#draw();
  };

  readonly #handlePointerleave = (): void => {
    this.#hover = undefined;
    this.#draw();
  };
}
