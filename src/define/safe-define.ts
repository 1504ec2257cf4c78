/** Any of our element classes. */
export type ElementClass = CustomElementConstructor;

/**
 * Registers an element under a tag name, unless the name is taken: the first definition wins, whoever's it is, and the
 * host's page never sees an error.
 * @param name any valid name; a class that already has one is registered under a further one as a subclass.
 * @returns whether the name stands for this class now.
 */
export function safeDefine(name: string, element: ElementClass): boolean {
  // Without a DOM there is nothing to register with: the module can still be imported on a server.
  if (typeof customElements === 'undefined') return false;
  const taken = customElements.get(name);
  if (taken) return taken === element;
  try {
    customElements.define(name, element);
  } catch (error) {
    // The class has a name already, and may have only one.
    if (!(error instanceof DOMException) || error.name !== 'NotSupportedError') throw error;
    customElements.define(name, class extends element {});
  }
  return true;
}
