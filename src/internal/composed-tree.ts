/** The nearest element up the tree, through shadow roots and slots, for which `test` holds; `node` itself included. */
export function closestComposed(node: Node | null, test: (element: Element) => boolean): Element | undefined {
  for (let at: Node | null = node; at; at = parentComposed(at)) {
    if (at instanceof Element && test(at)) return at;
  }
  return undefined;
}

function parentComposed(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode;
}

/** Whether what was typed went into a field: of an event that may come out of a shadow root. */
export function isEditable(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** What has the focus, inside whatever shadow root that is. */
export function deepActive({ activeElement }: DocumentOrShadowRoot): Element | null {
  return (activeElement?.shadowRoot && deepActive(activeElement.shadowRoot)) ?? activeElement;
}
