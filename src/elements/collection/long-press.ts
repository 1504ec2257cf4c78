import { swallow } from '../../internal/swallow.js';

/** How long a finger rests until that means something else than a tap, in ms: what Android and iOS wait. */
const REST_MS = 500;
/** How far it may move meanwhile, in px: a finger trembles. */
const TREMBLE = 10;

/** Tells a finger that rests on something from one that taps or scrolls. */
export class LongPress {
  #end: AbortController | undefined;

  /**
   * A pointer has come down.
   * @param target what it came down on.
   * @param rested called once, when it has rested there.
   */
  begin(event: PointerEvent, target: HTMLElement, rested: () => void): void {
    this.cancel();
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const { clientX, clientY } = event;
    const end = (this.#end = new AbortController());
    const { signal } = end;
    const cancel = (): void => end.abort();
    const timer = setTimeout(() => {
      cancel();
      // What follows when the finger is lifted, and the menu of the browser, mean nothing any more.
      const release = swallow(target, 'click', 'contextmenu');
      for (const type of ['pointerup', 'pointercancel']) target.addEventListener(type, release, { once: true });
      rested();
    }, REST_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'])
      target.addEventListener(type, cancel, { signal });
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      if (Math.hypot(x - clientX, y - clientY) > TREMBLE) cancel();
    };
    target.addEventListener('pointermove', move, { signal });
  }

  cancel(): void {
    this.#end?.abort();
  }
}
