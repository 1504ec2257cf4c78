import { expect, waitFor } from 'storybook/test';

/** What is waited for may take longer than the second that is usual. */
export const LONGEST = { timeout: 10_000 };

function* rootsIn(root: ParentNode): Generator<ParentNode> {
  yield root;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* rootsIn(shadowRoot);
}

/** The first match below a node, shadow roots included. */
export function findDeep(root: ParentNode, selector: string): Element | null {
  for (const one of rootsIn(root)) {
    const found = one.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** Waits until something is on the screen; axe looks at a story when this is over. */
export const appears =
  (selector: string) =>
  ({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> =>
    waitFor(() => expect(findDeep(canvasElement, selector)).not.toBeNull(), LONGEST);

/** Waits for what is still on its way, shadow roots included: half seen, it has no contrast yet. */
export async function comesToRest({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const moving = [...rootsIn(canvasElement)]
    .flatMap((root) => [...root.querySelectorAll('*')])
    .flatMap((element) => element.getAnimations())
    .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}
