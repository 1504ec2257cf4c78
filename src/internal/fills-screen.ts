/** Whether an element of a shadow root, and no other, is what fills the screen. */
export function fillsScreen(element: Element | null | undefined): boolean {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot && root.fullscreenElement === element;
}
