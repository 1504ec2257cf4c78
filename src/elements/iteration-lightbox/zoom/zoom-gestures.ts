import type { StageHand } from '../stage/stage-pointer.js';
import { isEnlarged, type Point, type ZoomState } from './zoom-geometry.js';
import type { ZoomPane } from './zoom-pane.js';
import { hasNotches, wheelMove } from './wheel.js';

/** A finger that moves less than that, in px, taps. */
const SLOP_PX = 8;
/** Two taps within that, in ms and px, are one double tap. */
const DOUBLE_MS = 300;
const DOUBLE_PX = 40;
/** Of what a hand did, so much is its speed, in ms. */
const SPEED_MS = 90;
/** Turns that follow one another within that, in ms, are one: what began as zooming does not end as panning. */
const SAME_TURN_MS = 160;
/** A pointer that has not moved further, in px, is where it was. */
const SAME_PX = 4;

interface Sample extends Point {
  readonly at: number;
}

interface Grip {
  readonly state: ZoomState;
  readonly middle: Point;
  /** How far the fingers are apart. */
  readonly apart: number;
}

/** Where turning a wheel began, and what came of it so far. */
interface Anchor {
  readonly from: ZoomState;
  readonly at: Point;
  aim: ZoomState;
}

const gapOf = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** What hands do with a picture: pinch, pan, double tap and double click, wheel. */
export class ZoomGestures implements StageHand {
  readonly #stage: HTMLElement;
  readonly #pane: () => ZoomPane | undefined;
  readonly #released = new AbortController();
  readonly #pointers = new Map<number, Point>();
  #grip: Grip | undefined;
  #pressed: Point | undefined;
  #hasMoved = false;
  #tap: Sample | undefined;
  #lastPointer = '';
  #samples: Sample[] = [];
  #turned = -Infinity;
  #notches = false;
  #turn: 'zoom' | 'pan' | 'none' = 'none';
  #pinch: ZoomState | undefined;
  #anchor: Anchor | undefined;

  constructor(stage: HTMLElement, pane: () => ZoomPane | undefined) {
    this.#stage = stage;
    this.#pane = pane;
    const { signal } = this.#released;
    stage.addEventListener('wheel', this.#handleWheel, { passive: false, signal });
    stage.addEventListener('dblclick', this.#handleDoubleClick, { signal });
    for (const type of ['gesturestart', 'gesturechange', 'gestureend'])
      stage.addEventListener(type, this.#handlePinch, { passive: false, signal });
  }

  /** Whether a hand holds the picture. */
  get isHeld(): boolean {
    return this.#grip !== undefined;
  }

  release(): void {
    this.#forget();
    this.#released.abort();
  }

  down(event: PointerEvent): boolean {
    const pane = this.#pane();
    this.#lastPointer = event.pointerType;
    if (!pane || event.button > 0) return false;
    const isMouse = event.pointerType === 'mouse';
    // What was missed - it was taken by the system, or its picture went - is over.
    if (event.isPrimary || isMouse) this.#forget();
    if (isMouse && !pane.isEnlarged) return false;
    this.#pointers.set(event.pointerId, this.#pointOf(event));
    const isFirst = this.#pointers.size === 1;
    if (isFirst) {
      this.#pressed = this.#pointOf(event);
      this.#hasMoved = false;
    }
    if (isFirst && !pane.isEnlarged) return false;
    this.#hold(pane);
    return true;
  }

  move(event: PointerEvent): boolean {
    const pane = this.#pane();
    if (!pane || !this.#pointers.has(event.pointerId)) return false;
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    if (this.#pressed && gapOf(point, this.#pressed) > SLOP_PX) this.#hasMoved = true;
    const grip = this.#grip;
    if (!grip) return false;
    if (!this.#hasMoved && this.#pointers.size === 1) return false;
    this.#capture(event.pointerId);
    const { middle, apart } = this.#fingers();
    this.#sample(middle, event.timeStamp);
    const factor = grip.apart > 0 && apart > 0 ? apart / grip.apart : 1;
    pane.hold(grip.state, factor, grip.middle, { x: middle.x - grip.middle.x, y: middle.y - grip.middle.y });
    return true;
  }

  up(event: PointerEvent): boolean {
    const pane = this.#pane();
    if (!pane || !this.#pointers.delete(event.pointerId)) return false;
    const wasHeld = this.#grip !== undefined;
    if (this.#pointers.size > 0) {
      if (wasHeld) this.#hold(pane);
      return wasHeld;
    }
    const speed = this.#speed(event.timeStamp);
    const isTap = !this.#hasMoved && event.pointerType !== 'mouse';
    this.#grip = undefined;
    if (isTap && this.#isSecond(event)) {
      this.#toggle(pane, this.#pointOf(event));
      return true;
    }
    if (wasHeld) pane.letGo(this.#hasMoved ? speed : undefined);
    return wasHeld;
  }

  cancel(): void {
    const wasHeld = this.isHeld;
    this.#forget();
    if (wasHeld) this.#pane()?.letGo();
  }

  /** Takes hold of the picture where it is now, with the fingers that are down. */
  #hold(pane: ZoomPane): void {
    if (this.#pointers.size > 1) this.#hasMoved = true;
    pane.stop();
    this.#samples = [];
    this.#grip = { state: pane.state, ...this.#fingers() };
  }

  #fingers(): Omit<Grip, 'state'> {
    const [first = { x: 0, y: 0 }, second] = this.#pointers.values();
    if (!second) return { middle: first, apart: 0 };
    return { middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 }, apart: gapOf(first, second) };
  }

  #forget(): void {
    this.#pointers.clear();
    this.#grip = this.#pressed = undefined;
    this.#samples = [];
    this.#hasMoved = false;
  }

  /** Beyond the stage, and out of the window, it goes on. */
  #capture(pointer: number): void {
    try {
      if (!this.#stage.hasPointerCapture(pointer)) this.#stage.setPointerCapture(pointer);
    } catch {
      // It has just gone.
    }
  }

  /** In px from the middle of the fitted picture. */
  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const room = this.#pane()?.room;
    const { left, top, width } = this.#stage.getBoundingClientRect();
    // While the viewer opens, it is smaller than it is laid out.
    const by = width > 0 ? this.#stage.clientWidth / width : 1;
    return { x: (clientX - left) * by + (room?.x.from ?? 0), y: (clientY - top) * by + (room?.y.from ?? 0) };
  }

  #sample({ x, y }: Point, at: number): void {
    this.#samples = [...this.#samples.filter((one) => at - one.at < SPEED_MS), { x, y, at }];
  }

  #speed(now: number): Point | undefined {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last === first || now - last.at > SPEED_MS) return undefined;
    const ms = Math.max(1, last.at - first.at);
    return { x: (last.x - first.x) / ms, y: (last.y - first.y) / ms };
  }

  #isSecond(event: PointerEvent): boolean {
    const tap = { ...this.#pointOf(event), at: event.timeStamp };
    const before = this.#tap;
    const isSecond = before !== undefined && tap.at - before.at < DOUBLE_MS && gapOf(tap, before) < DOUBLE_PX;
    this.#tap = isSecond ? undefined : tap;
    return isSecond;
  }

  #toggle(pane: ZoomPane, at: Point): void {
    if (isEnlarged(pane.aim)) pane.zoomTo(1);
    else pane.zoomTo(pane.scaleOf('closeUp'), at);
  }

  readonly #handleDoubleClick = (event: MouseEvent): void => {
    const pane = this.#pane();
    const [at] = event.composedPath();
    // Two taps have been seen as such before; browsers tell them as clicks too.
    if (!pane || this.#lastPointer === 'touch' || this.#lastPointer === 'pen') return;
    if (!(at instanceof Element) || at.closest('button')) return;
    event.preventDefault();
    this.#toggle(pane, this.#pointOf(event));
  };

  readonly #handleWheel = (event: WheelEvent): void => {
    const pane = this.#pane();
    if (!pane || event.altKey) return;
    const isSame = event.timeStamp - this.#turned < SAME_TURN_MS;
    this.#turned = event.timeStamp;
    if (!isSame) this.#notches = hasNotches(event);
    const move = wheelMove(event, pane.isEnlarged, this.#notches);
    if (!isSame || event.ctrlKey) this.#turn = move.kind;
    if (move.kind === 'none') return;
    event.preventDefault();
    if (move.kind !== this.#turn) return;
    if (move.kind === 'zoom') this.#zoom(pane, move.factor, this.#pointOf(event), move.glides);
    else pane.panBy(move);
  };

  /** Turned back, a wheel leads back: all turns at one place count from where the first began. */
  #zoom(pane: ZoomPane, factor: number, at: Point, glides: boolean): void {
    const before = this.#anchor;
    const isSame = before?.aim === pane.aim && gapOf(before.at, at) < SAME_PX;
    const anchor = isSame ? before : (this.#anchor = { from: pane.aim, at, aim: pane.aim });
    pane.zoomBy((pane.aim.scale / anchor.from.scale) * factor, anchor.at, glides, anchor.from);
    anchor.aim = pane.aim;
  }

  /** Safari tells two fingers on a trackpad in its own way. */
  readonly #handlePinch = (event: Event): void => {
    const pane = this.#pane();
    if (!pane || this.isHeld) return;
    event.preventDefault();
    const scale: unknown = Reflect.get(event, 'scale');
    if (event.type === 'gesturestart') this.#pinch = pane.state;
    const from = this.#pinch;
    if (!from || typeof scale !== 'number' || !(scale > 0)) return;
    const at = this.#pointOf(event as MouseEvent);
    if (event.type === 'gesturechange') pane.hold(from, scale, at, { x: 0, y: 0 });
    else if (event.type === 'gestureend') pane.letGo();
  };
}
