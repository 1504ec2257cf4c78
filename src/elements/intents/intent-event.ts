import { closestComposed } from '../../internal/composed-tree.js';

/**
 * Something a person wants (a verb; cancelable, about to happen) or got (a past participle). Crosses shadow roots and
 * bubbles, so that a host hears of everything at one place.
 */
export class IntentEvent<T> extends CustomEvent<T> {
  constructor(type: string, detail: T, cancelable = false) {
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}

/**
 * Where to say what came of an intent: at its source - or, where that has left the page before the answer, at the nearest
 * of its ancestors that has not, for an event bubbles out of the page alone.
 */
export function lastingTarget(source: EventTarget): () => EventTarget {
  const path: Element[] = [];
  if (source instanceof Element) closestComposed(source, (element) => path.push(element) === 0);
  return () => path.find((element) => element.isConnected) ?? source;
}

/**
 * Says what is about to happen.
 * @returns whether it may: `false` when a listener called `preventDefault()`.
 */
export const announceIntent = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);
