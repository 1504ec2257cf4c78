import { expect, waitFor } from 'storybook/test';

/** The first match below a node, shadow roots included. */
export function findDeep(root: ParentNode, selector: string): Element | null {
  const own = root.querySelector(selector);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const found = shadowRoot && findDeep(shadowRoot, selector);
    if (found) return found;
  }
  return null;
}

/** Waits until something is on the screen; axe looks at a story when this is over. */
export const appears =
  (selector: string) =>
  ({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> =>
    waitFor(() => expect(findDeep(canvasElement, selector)).not.toBeNull(), { timeout: 10_000 });
