/**
 * Where along an element, 0 to 1 from its left edge, it is pressed: by `pointerdown` and, until it is let go, by
 * `pointermove`; nothing for any other.
 */
export function pressedShare(event: PointerEvent): number | undefined {
  const element = event.currentTarget;
  if (!(element instanceof HTMLElement) || event.button > 0) return undefined;
  if (event.type === 'pointerdown') element.setPointerCapture(event.pointerId);
  else if (!element.hasPointerCapture(event.pointerId)) return undefined;
  const { left, width } = element.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - left) / width));
}
