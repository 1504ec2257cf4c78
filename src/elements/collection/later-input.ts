const isReplayed = (event: Event): boolean =>
  event.type === 'click' || (event instanceof KeyboardEvent && !event.ctrlKey && !event.metaKey && !event.altKey);

/**
 * Keeps what a person does before the code for it is there.
 * @returns does it again where it happened: a press or a key for everybody, anything else for the element alone.
 */
export function keepForLater(event: Event): () => void {
  const [target] = event.composedPath();
  const { constructor: Kind } = event as { constructor: new (type: string, init: EventInit) => Event } & Event;
  const again = isReplayed(event) ? new Kind(event.type, event) : new Event(event.type, { bubbles: true });
  if (isReplayed(event)) event.stopPropagation();
  return () => target?.dispatchEvent(again);
}
