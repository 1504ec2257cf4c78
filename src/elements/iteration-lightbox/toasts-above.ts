import type { LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { raisedToastStyles, raiseToasts } from '../../ui/raised-toasts.js';

/** What is said shows above what fills the screen, too: there it is not seen but in the top layer. */
export function raiseAboveFull(host: LitElement): void {
  const { renderRoot: root } = host;
  adoptStyles(host, raisedToastStyles);
  root.addEventListener('fullscreenchange', () => {
    const toasts = root.querySelector<HTMLElement>('.toasts');
    if (toasts) raiseToasts(toasts, root instanceof ShadowRoot && root.fullscreenElement !== null);
  });
}
