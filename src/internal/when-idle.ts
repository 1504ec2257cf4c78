/** How long, in ms, a page that is never idle is left alone. */
const AT_LATEST_MS = 2000;

/** Calls back once, when the page has nothing else to do; browsers that cannot tell when that is wait a moment. */
export function whenIdle(callback: () => void): void {
  // Not in WebKit.
  const request = Reflect.get(globalThis, 'requestIdleCallback') as typeof requestIdleCallback | undefined;
  if (request) request(callback, { timeout: AT_LATEST_MS });
  else setTimeout(callback, AT_LATEST_MS / 4);
}
