/** Whether something between the event's target and `end` can scroll up (-1) or down (1), or at all (0). */
function scrolls(event: Event, end: EventTarget | null, by: number): boolean {
  for (const at of event.composedPath()) {
    if (at === end) return false;
    if (!(at instanceof HTMLElement) || at.scrollHeight <= at.clientHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    const isLeft = at.scrollTop + at.clientHeight < at.scrollHeight - 1;
    if ((by <= 0 && at.scrollTop > 0) || (by >= 0 && isLeft)) return true;
  }
  return false;
}

/** Keeps a wheel that nothing in the dialog uses from scrolling the page behind it; zooming is the browser's. */
export function guardWheel(event: WheelEvent): void {
  if (!event.ctrlKey && !scrolls(event, event.currentTarget, Math.sign(event.deltaY))) event.preventDefault();
}

/** Whether an event is in something inside `end` that can scroll, if not in the wanted direction any more. */
export const isInScroller = (event: Event, end: EventTarget): boolean => scrolls(event, end, 0);

/** Whether a key that scrolls has something to scroll inside `end`. */
export const hasScrollFor = (event: KeyboardEvent, end: EventTarget): boolean =>
  scrolls(event, end, /^(?:ArrowUp|PageUp)$/.test(event.key) || (event.key === ' ' && event.shiftKey) ? -1 : 1);
