import { nextFrame, expect } from '@open-wc/testing';

/**
 * Has a list fly past and checks that the focus stays where it is, and that there is one tab stop.
 * @param stop selects what Tab reaches.
 */
export async function expectFocusKeptInFlight(
  element: HTMLElement & { readonly updateComplete: Promise<unknown> },
  scroller: HTMLElement,
  stop: string,
): Promise<void> {
  const root = element.shadowRoot!;
  const held = root.activeElement;
  const end = scroller.scrollHeight - scroller.clientHeight;
  for (const share of [0.1, 0.11, 0.35, 0.36, 0.8, 0.2, 1, 0.5]) {
    scroller.scrollTop = end * share;
    await nextFrame();
    await element.updateComplete;
    expect(root.activeElement).to.equal(held);
    expect(root.querySelectorAll(stop)).to.have.length(1);
  }
}
