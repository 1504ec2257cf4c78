/** How long, in ms, a page that draws nothing - in the background - is waited for. */
const AT_LATEST_MS = 200;

/** Calls back once, when the next frame has been painted. */
export function afterPaint(callback: () => void): void {
  const done = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  let timer = setTimeout(done, AT_LATEST_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    // A task of its own: what is called in the frame comes before it is painted.
    timer = setTimeout(done);
  });
}
