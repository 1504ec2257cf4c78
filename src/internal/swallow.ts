/** How long after a pointer has been lifted its click may still come, in ms. */
const AFTER_MS = 50;

/**
 * Takes events before anything below hears of them: what a browser tells of a gesture that has already been understood.
 * @returns ends that, a moment later: when a pointer is lifted, its click is still to come.
 */
export function swallow(target: EventTarget, ...types: readonly string[]): () => void {
  const end = new AbortController();
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  for (const type of types) target.addEventListener(type, stop, { capture: true, signal: end.signal });
  return () => void setTimeout(() => end.abort(), AFTER_MS);
}
