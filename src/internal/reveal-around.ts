/**
 * Scrolls whatever is around `scroller`, the page and its frames too, until `item` shows; not `scroller` itself, and
 * nothing where it shows already.
 */
export function revealAround(scroller: HTMLElement, item: HTMLElement): void {
  const { scrollTop, scrollLeft } = scroller;
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (scroller.scrollTop !== scrollTop) scroller.scrollTop = scrollTop;
  if (scroller.scrollLeft !== scrollLeft) scroller.scrollLeft = scrollLeft;
}
