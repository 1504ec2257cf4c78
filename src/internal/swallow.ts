/** How long after a pointer has been lifted its click may still come, in ms. */
const AFTER_MS = 50;

/**
 * Takes events before anything below hears of them: what a browser tells of a gesture that has already been understood.
 * @returns ends that, a moment later: when a pointer is lifted, its click is still to come. Not for what is pressed next: on a
 * busy page that may be there before the moment is over.
 */
export function swallow(target: EventTarget, ...types: readonly string[]): () => void {
  const end = new AbortController();
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  const { signal } = end;
  for (const type of types) target.addEventListener(type, stop, { capture: true, signal });
  return () => {
    const abort = (): void => end.abort();
    setTimeout(abort, AFTER_MS);
    target.addEventListener('pointerdown', abort, { capture: true, signal });
  };
}
