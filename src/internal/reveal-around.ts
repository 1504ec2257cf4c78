/**
 * Brings what a key leads to into the window, also where it gets the focus only when it has been read: but nobody who has
 * scrolled the page since the key is called back.
 */
export class KeyReveal {
  readonly #host: () => Element | undefined;
  /** Where the element stood in the window when the key was pressed, in px; nothing: no key leads anywhere. */
  #top: number | undefined;

  /** @param host the element that the page scrolls. */
  constructor(host: () => Element | undefined) {
    this.#host = host;
  }

  /** A key leads somewhere. */
  begin(): void {
    this.#top = this.#host()?.getBoundingClientRect().top;
  }

  /** What leads somewhere is no key. */
  drop(): void {
    this.#top = undefined;
  }

  /** What the key has led to gets the focus. Scrolls what is around `scroller`, the page and its frames too, and not itself. */
  arrive(scroller: HTMLElement | null | undefined, item: HTMLElement): void {
    const isThere = this.#top !== undefined && this.#top === this.#host()?.getBoundingClientRect().top;
    this.#top = undefined;
    if (scroller && isThere) revealAround(scroller, item);
  }
}

/** Does nothing where `item` shows already. */
function revealAround(scroller: HTMLElement, item: HTMLElement): void {
  const { scrollTop, scrollLeft } = scroller;
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (scroller.scrollTop !== scrollTop) scroller.scrollTop = scrollTop;
  if (scroller.scrollLeft !== scrollLeft) scroller.scrollLeft = scrollLeft;
}
