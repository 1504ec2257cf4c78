/** Scrolls `scroller`, and nothing around it, until `item` shows with `margin` px to spare. */
export function reveal(scroller: HTMLElement, item: HTMLElement, margin = 8): void {
  const outer = scroller.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  scroller.scrollLeft += nudge(outer.left, outer.right, inner.left, inner.right, margin);
  scroller.scrollTop += nudge(outer.top, outer.bottom, inner.top, inner.bottom, margin);
}

function nudge(outerStart: number, outerEnd: number, start: number, end: number, margin: number): number {
  if (start - margin < outerStart) return start - margin - outerStart;
  return end + margin > outerEnd ? Math.min(end + margin - outerEnd, start - margin - outerStart) : 0;
}
