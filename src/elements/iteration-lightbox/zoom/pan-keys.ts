import type { ZoomPane } from './zoom-pane.js';

/** The part of what is seen that an arrow moves by; with Shift, more. */
const STEP = 0.15;
const FAR_STEP = 0.5;

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows in the details, a menu or a field are theirs. */
function isForPicture(event: KeyboardEvent): boolean {
  const [at] = event.composedPath();
  return at instanceof Element && (at === event.currentTarget || at.closest('.stage, .bar, .pane') !== null);
}

/** Moves an enlarged picture by an arrow; answers whether it can be moved that way at all. */
export function panOnKey(event: KeyboardEvent, pane: ZoomPane): boolean {
  const way = WAYS[event.key];
  const { room, aim } = pane;
  if (!way || !room || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (!isForPicture(event)) return false;
  const step = event.shiftKey ? FAR_STEP : STEP;
  const [x, y] = way;
  const [width, height] = [room.x.to - room.x.from, room.y.to - room.y.from];
  const { fitted } = room;
  if ((x ? fitted.width * aim.scale - width : fitted.height * aim.scale - height) < 1) return false;
  pane.panBy({ x: -x * step * width, y: -y * step * height }, true);
  return true;
}
