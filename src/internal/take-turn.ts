/** What plays one at a time, all over the page: what is heard, and films that only show what is in them. */
export type Turn = 'heard' | 'seen';

/**
 * Pauses what another part of the page plays, whichever copy of this library it belongs to, for something begins. What
 * plays is kept at the document, where each copy finds it.
 */
export function takeTurn(media: HTMLMediaElement, turn: Turn): void {
  const place = Symbol.for(`imaginations.${turn}`);
  const last: unknown = Reflect.get(document, place);
  const other: unknown = last instanceof WeakRef ? last.deref() : undefined;
  if (other !== media && other instanceof HTMLMediaElement) other.pause();
  Reflect.set(document, place, new WeakRef(media));
}
