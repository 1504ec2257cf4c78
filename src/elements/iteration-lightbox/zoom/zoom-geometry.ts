/** A size in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place, or a way, in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a medium is looked at, whatever the size of what it is looked at in: several can be looked at alike. */
export interface ZoomState {
  /** 1: fitted. */
  readonly scale: number;
  /** What lies in the middle, as parts of the width and height of the medium. */
  readonly x: number;
  readonly y: number;
}

/** From where to where a medium is seen, in px from the middle of the fitted one: `from` is not above 0, `to` not below. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A medium and what it is looked at in. */
export interface ZoomRoom {
  /** The fitted medium in px. */
  readonly fitted: Size;
  readonly x: Span;
  readonly y: Span;
  /** The scale at which a px of the medium is a px of the device. */
  readonly actual: number;
  readonly most: number;
}

export const FITTED: ZoomState = { scale: 1, x: 0.5, y: 0.5 };

/** How large a px of the medium may become in px of the device. */
const MOST_ACTUAL = 8;
/** A small medium can be enlarged by that at least. */
const MOST_FITTED = 4;
/** What is pulled beyond an end goes along by this part at first. */
const GIVE = 0.55;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
const lengthOf = ({ from, to }: Span): number => to - from;

/** By what a medium is enlarged to be seen whole. */
export const fitScale = (medium: Size, view: Size): number =>
  Math.min(view.width / medium.width, view.height / medium.height);

/** By what a medium is enlarged to leave nothing of the view empty. */
export const fillScale = (medium: Size, view: Size): number =>
  Math.max(view.width / medium.width, view.height / medium.height);

/**
 * The room of a medium.
 * @param medium its own size; where it has none, what it is shown in.
 * @param fitted its size when it is fitted.
 * @param ratio px of the device to one of CSS.
 * @returns nothing where there is no room at all.
 */
export function zoomRoom(medium: Size, fitted: Size, x: Span, y: Span, ratio: number): ZoomRoom | undefined {
  const isRoom = [fitted.width, fitted.height, lengthOf(x), lengthOf(y)].every(
    (one) => one > 0 && Number.isFinite(one),
  );
  if (!isRoom) return undefined;
  const found = medium.width / fitted.width / ratio;
  const actual = Number.isFinite(found) && found > 0 ? found : 1;
  return { fitted, x, y, actual, most: Math.max(MOST_FITTED, actual * MOST_ACTUAL) };
}

/** The scale at which nothing of the room is empty. */
export const fillOf = ({ fitted, x, y, most }: ZoomRoom): number =>
  clamp(fillScale(fitted, { width: lengthOf(x), height: lengthOf(y) }), 1, most);

/** What a double tap enlarges to: the medium's own px, unless those are hardly larger than what is seen. */
export const closeUpOf = ({ actual, most }: ZoomRoom): number => Math.min(actual > 1.25 ? actual : 2.5, most);

/** Where the middle of the medium lies, in px from where it lies when it is fitted. */
export const offsetOf = ({ scale, x, y }: ZoomState, { fitted }: ZoomRoom): Point => ({
  x: (0.5 - x) * fitted.width * scale,
  y: (0.5 - y) * fitted.height * scale,
});

const stateAt = (scale: number, offset: Point, { fitted }: ZoomRoom): ZoomState => ({
  scale,
  x: 0.5 - offset.x / (fitted.width * scale),
  y: 0.5 - offset.y / (fitted.height * scale),
});

/** What a medium of this length may be moved by. */
function reach(length: number, { from, to }: Span): Span {
  if (length > to - from) return { from: to - length / 2, to: from + length / 2 };
  const rest = clamp(0, from + length / 2, to - length / 2);
  return { from: rest, to: rest };
}

const reaches = (scale: number, { fitted, x, y }: ZoomRoom): { readonly x: Span; readonly y: Span } => ({
  x: reach(fitted.width * scale, x),
  y: reach(fitted.height * scale, y),
});

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

/** Where a state is, at another scale; where it says nothing, in the middle. */
const middleOf = ({ x, y }: ZoomState, scale: number, room: ZoomRoom): Point =>
  offsetOf({ scale, x: finite(x, 0.5), y: finite(y, 0.5) }, room);

/** The nearest state that leaves no gap beside a medium that is larger than its room, and puts a smaller one in the middle. */
export function settled(state: ZoomState, room: ZoomRoom): ZoomState {
  const scale = clamp(finite(state.scale, 1), Math.min(1, room.actual), room.most);
  const offset = middleOf(state, scale, room);
  const { x, y } = reaches(scale, room);
  return stateAt(scale, { x: clamp(offset.x, x.from, x.to), y: clamp(offset.y, y.from, y.to) }, room);
}

/** What is left of a pull beyond an end: ever less, and never as much as there is room. */
export const damped = (pull: number, length: number): number =>
  Math.sign(pull) * (1 - 1 / ((Math.abs(pull) * GIVE) / length + 1)) * length;

function pulled(offset: number, { from, to }: Span, length: number): number {
  // What cannot be moved that way at all does not give.
  if (from === to) return from;
  const end = clamp(offset, from, to);
  return end + damped(offset - end, length);
}

/** The same as {@link settled} for what a finger still holds: beyond the ends it gives. */
export function held(state: ZoomState, room: ZoomRoom): ZoomState {
  const least = Math.min(1, room.actual);
  const asked = finite(state.scale, 1);
  const end = clamp(asked, least, room.most);
  const scale = end * Math.sqrt(Math.max(asked, least / 8) / end);
  const offset = middleOf(state, scale, room);
  const { x, y } = reaches(scale, room);
  return stateAt(scale, { x: pulled(offset.x, x, lengthOf(room.x)), y: pulled(offset.y, y, lengthOf(room.y)) }, room);
}

/** Another scale, with what lies at a point staying there; `at` is in px from the middle. Not settled. */
export function zoomedAbout(state: ZoomState, scale: number, at: Point, room: ZoomRoom): ZoomState {
  const by = scale / state.scale;
  const offset = offsetOf(state, room);
  return stateAt(scale, { x: at.x - (at.x - offset.x) * by, y: at.y - (at.y - offset.y) * by }, room);
}

/** Moved by so many px. Not settled. */
export function panned(state: ZoomState, by: Point, room: ZoomRoom): ZoomState {
  const offset = offsetOf(state, room);
  return stateAt(state.scale, { x: offset.x + by.x, y: offset.y + by.y }, room);
}

/** What is seen on the way from one state to another: growing evenly, and with one point that stays. */
export function between(from: ZoomState, to: ZoomState, share: number, room: ZoomRoom): ZoomState {
  if (share >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** share;
  const way = to.scale - from.scale;
  const part = Math.abs(way) < 1e-6 ? share : (scale - from.scale) / way;
  const [start, end] = [offsetOf(from, room), offsetOf(to, room)];
  return stateAt(scale, { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }, room);
}

/** Whether a medium is larger than fitted: then it can be moved. */
export const isEnlarged = ({ scale }: ZoomState): boolean => scale > 1.001;

/** Whether two states are the same, but for what reckoning adds. */
export const looksLike = (one: ZoomState, other: ZoomState): boolean =>
  Math.abs(one.scale / other.scale - 1) < 1e-9 && Math.abs(one.x - other.x) < 1e-9 && Math.abs(one.y - other.y) < 1e-9;
