/** What a turn of a wheel is on a picture. */
export type WheelMove =
  | { readonly kind: 'zoom'; readonly factor: number; readonly glides: boolean }
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  /** Not for the picture. */
  | { readonly kind: 'none' };

/** Of a wheel that counts in lines or pages. */
const LINE_PX = 33;
const PAGE_PX = 300;
/** Per px: a notch of 100 px is about a fifth, as is a pinch of 20. */
const PER_PX = 0.002;
const PER_PINCHED_PX = 0.01;
/** However fast a wheel is turned. */
const MOST_PX = 300;
/** Browsers tell notches in multiples of that. */
const NOTCH = 120;

/** No trackpad begins as fast as that, in px. */
const SUDDEN_PX = 100;

/** Whether what begins with this turn is of a wheel with notches: a trackpad goes any way, by any amount. */
export function hasNotches(event: WheelEvent): boolean {
  // Asked first: Firefox then counts in lines where it is a wheel.
  if (event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return true;
  if (event.deltaX !== 0 && event.deltaY !== 0) return false;
  const told: unknown = Reflect.get(event, 'wheelDeltaY');
  const isTold = typeof told === 'number' && told !== 0;
  if (isTold && told % NOTCH === 0 && told !== -3 * event.deltaY) return true;
  return Math.abs(event.deltaY) >= SUDDEN_PX && Number.isInteger(event.deltaY);
}

const zoom = (px: number, per: number, glides: boolean): WheelMove => ({
  kind: 'zoom',
  factor: Math.exp(-Math.min(Math.max(px, -MOST_PX), MOST_PX) * per),
  glides,
});

/**
 * A wheel enlarges, and so do two fingers that spread on a trackpad (with Ctrl, as browsers tell it); two that move pan what
 * is enlarged.
 * @param notches whether it is a wheel.
 */
export function wheelMove(event: WheelEvent, isEnlarged: boolean, notches: boolean): WheelMove {
  const { deltaMode } = event;
  const unit =
    deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE_PX : 1;
  const [x, y] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey) return zoom(y, notches ? PER_PX : PER_PINCHED_PX, notches);
  // On a fitted picture it pages, where anybody wants that.
  const isSideways = event.shiftKey || Math.abs(x) > Math.abs(y);
  if (notches && !isSideways) return zoom(y, PER_PX, true);
  if (!isEnlarged) return { kind: 'none' };
  return notches && event.shiftKey && x === 0 ? { kind: 'pan', x: -y, y: 0 } : { kind: 'pan', x: -x, y: -y };
}
