import { decay, easeOut, Glide } from './glide.js';
import {
  between,
  closeUpOf,
  fillOf,
  FITTED,
  held,
  isEnlarged,
  looksLike,
  offsetOf,
  panned,
  settled,
  zoomedAbout,
  type Point,
  type ZoomRoom,
  type ZoomState,
} from './zoom-geometry.js';

const MOVE_MS = 220;
/** How long, and how far, in ms of its speed, a picture goes on that is let go. */
const THROW_MS = 900;
const THROWN_FOR_MS = 180;

const MIDDLE: Point = { x: 0, y: 0 };

/** Scales that have a name. */
export type ZoomStop = 'fit' | 'fill' | 'actual' | 'closeUp';

export interface ZoomPaneOptions {
  /** What is transformed, about its middle: laid out as the fitted medium is. */
  readonly target: HTMLElement;
  /** Looks at the sizes; asked once, and again after {@link ZoomPane.refresh}. */
  readonly measure: () => ZoomRoom | undefined;
  /** Whether a person wants no motion. */
  readonly isCalm: () => boolean;
}

/** Is told what a pane shows; `isSet` when it was {@link ZoomPane.set set}, not moved by somebody. */
export type ZoomWatcher = (state: ZoomState, isSet: boolean) => void;

/** Shows an element enlarged and moved. Its state is in parts of the medium, so several panes can show the same part. */
export class ZoomPane {
  readonly target: HTMLElement;
  readonly #measure: () => ZoomRoom | undefined;
  readonly #isCalm: () => boolean;
  readonly #watchers = new Set<ZoomWatcher>();
  readonly #glide = new Glide();
  #room: ZoomRoom | undefined;
  #state = FITTED;
  #aim = FITTED;

  constructor({ target, measure, isCalm }: ZoomPaneOptions) {
    this.target = target;
    this.#measure = measure;
    this.#isCalm = isCalm;
  }

  /** What is seen. */
  get state(): ZoomState {
    return this.#state;
  }

  /** What will be seen when nothing moves any more. */
  get aim(): ZoomState {
    return this.#aim;
  }

  /** The sizes; nothing while there are none. */
  get room(): ZoomRoom | undefined {
    return (this.#room ??= this.#measure());
  }

  /** Whether it can be moved. */
  get isEnlarged(): boolean {
    return isEnlarged(this.#aim);
  }

  get isMoving(): boolean {
    return this.#glide.isGoing;
  }

  /** Shows a state at once, as near as there is room for it. */
  set(state: ZoomState): void {
    this.#jumpTo(state, true);
  }

  /** Calls back with every state that is shown; returns how to stop that. */
  watch(watcher: ZoomWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** The scale of a stop. */
  scaleOf(stop: ZoomStop): number {
    const { room } = this;
    if (!room || stop === 'fit') return 1;
    return stop === 'fill' ? fillOf(room) : stop === 'actual' ? room.actual : closeUpOf(room);
  }

  /** Goes to a scale, with what lies at a point staying there. */
  zoomTo(scale: number, at: Point = MIDDLE): void {
    const { room } = this;
    if (!room) return;
    this.#goTo(scale === 1 ? FITTED : settled(zoomedAbout(this.#aim, scale, at, room), room));
  }

  /**
   * Larger or smaller; smaller than fitted only what was so before.
   * @param glides false for what follows a hand.
   * @param from where that began: what lay at the point then comes back to it as soon as there is room.
   */
  zoomBy(factor: number, at: Point = MIDDLE, glides = true, from = this.#aim): void {
    const { room } = this;
    if (!room) return;
    const scale = Math.min(Math.max(from.scale * factor, Math.min(1, this.#aim.scale)), room.most);
    const aim = settled(zoomedAbout(from, scale, at, room), room);
    if (glides) this.#goTo(aim);
    else this.#jumpTo(aim);
  }

  /** Moves by so many px. */
  panBy(by: Point, glides = false): void {
    const { room } = this;
    if (!room) return;
    const aim = settled(panned(this.#aim, by, room), room);
    if (glides) this.#goTo(aim);
    else this.#jumpTo(aim);
  }

  /** Shows what a hand holds: beyond the ends it gives. {@link letGo} ends it. */
  hold(from: ZoomState, factor: number, at: Point, by: Point): void {
    const { room } = this;
    if (!room) return;
    this.#glide.stop();
    const next = held(panned(zoomedAbout(from, from.scale * factor, at, room), by, room), room);
    this.#aim = settled(next, room);
    this.#show(next);
  }

  /** Goes on from what a hand held, by its speed in px a ms, and back to where it belongs. */
  letGo(speed: Point = MIDDLE): void {
    const { room } = this;
    if (!room) return;
    const isThrown = this.#isThrown(speed);
    const thrown = { x: speed.x * THROWN_FOR_MS, y: speed.y * THROWN_FOR_MS };
    const state = settled(isThrown ? panned(this.#state, thrown, room) : this.#state, room);
    // A medium whose px are smaller than fitted is shown so only when one asks for that.
    this.#goTo(state.scale < 1 ? FITTED : state, isThrown);
  }

  /** Stops where it is. */
  stop(): void {
    if (!this.#glide.isGoing) return;
    this.#jumpTo(this.#state);
  }

  /** Something has another size. */
  refresh(): void {
    this.#room = undefined;
    if (this.#aim !== FITTED) this.#jumpTo(this.#aim, true);
  }

  /** Leaves the element as it was. */
  release(): void {
    this.#glide.stop();
    this.#watchers.clear();
    this.#paint(FITTED);
  }

  #isThrown({ x, y }: Point): boolean {
    return this.isEnlarged && !this.#isCalm() && Math.hypot(x, y) > 0.15;
  }

  #jumpTo(state: ZoomState, isSet = false): void {
    this.#glide.stop();
    const { room } = this;
    this.#aim = room ? settled(state, room) : state;
    this.#show(this.#aim, isSet);
  }

  #goTo(aim: ZoomState, isThrown = false): void {
    const from = this.#state;
    this.#glide.stop();
    this.#aim = aim;
    if (this.#isCalm() || looksLike(from, aim)) {
      this.#show(aim);
      return;
    }
    this.#glide.start(isThrown ? THROW_MS : MOVE_MS, isThrown ? decay : easeOut, (share) => {
      const { room } = this;
      this.#show(room ? between(from, aim, share, room) : aim);
    });
  }

  #show(state: ZoomState, isSet = false): void {
    const isSame = looksLike(state, this.#state);
    this.#state = state;
    this.#paint(state);
    if (!isSame) for (const watcher of this.#watchers) watcher(state, isSet);
  }

  #paint(state: ZoomState): void {
    const { style, classList } = this.target;
    const { room } = this;
    const isPlain = !room || looksLike(state, FITTED);
    const { x, y } = isPlain ? MIDDLE : offsetOf(state, room);
    style.transform = isPlain ? '' : `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${state.scale.toFixed(5)})`;
    style.setProperty('--_zoom', isPlain ? '1' : state.scale.toFixed(5));
    classList.toggle('zoomed', !isPlain);
  }
}
