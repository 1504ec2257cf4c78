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
 * Says what is about to happen.
 * @returns whether it may: `false` when a listener called `preventDefault()`.
 */
export const announceIntent = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);
