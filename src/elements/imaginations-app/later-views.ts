import { needElement } from '../../internal/lazy-elements.js';
import type { ImaginationsStore } from '../../store/index.js';

/** Tags of the views that the app does not show at first: their code comes later. */
export const LATER_VIEWS = ['iteration-grid', 'imagination-session', 'iteration-timeline'] as const;

/** Loads what one output is looked at with, and at the same time its picture. */
export function needViewer(store: ImaginationsStore): void {
  if (customElements.get('iteration-lightbox')) return;
  void needElement('iteration-lightbox');
  // Where it cannot be had, the viewer asks for the picture itself.
  import('../media/first-picture.js').then(
    (part) => part.fetchFirstPicture(store),
    () => undefined,
  );
}
