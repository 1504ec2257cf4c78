/** How long one that has only begun to load is left to it, in ms: by then its request has been made. */
const BEGINNING_MS = 500;

/**
 * Ends a video or sound that is not needed any more: else a detached element keeps its connection and its decoder until it is
 * collected. One that has just begun to load is ended a moment later: WebKitGTK (2.50) stops for good when a medium goes
 * while its request is being made.
 */
export function releaseMedia(media: HTMLMediaElement): void {
  const end = (): void => {
    media.removeAttribute('src');
    media.load();
  };
  media.pause();
  const begins =
    media.networkState === HTMLMediaElement.NETWORK_LOADING && media.readyState === HTMLMediaElement.HAVE_NOTHING;
  // In a page again by then, it has been given something else, or the same once more.
  if (begins) setTimeout(() => media.isConnected || end(), BEGINNING_MS);
  else end();
}
