const STOPS = 'button, a[href], video[controls], [tabindex="0"]';

/**
 * From the last control to the first and back: not every browser keeps Tab out of a dialog of the host's that is open
 * underneath.
 * @returns whether the key was used.
 */
export function loopTab(event: KeyboardEvent, dialog: HTMLElement): boolean {
  const stops = [...dialog.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
  );
  const [at] = event.composedPath();
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (!to || (at !== from && !(event.shiftKey && at === dialog))) return false;
  to.focus({ preventScroll: true });
  return true;
}
