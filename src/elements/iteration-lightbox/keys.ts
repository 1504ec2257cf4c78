import type { KeyBindings, KeyHandler } from '../../controllers/key-bindings-controller.js';
import type { Pager } from './pager.js';
import { hasScrollFor, isInScroller } from './scroll-guard.js';
import { loopTab } from './tab-loop.js';

/** What keys do; those that answer say whether they did anything. */
export interface KeyTargets {
  readonly dialog: () => HTMLElement;
  /** Whether nothing behind it is meant by a key. */
  readonly isModal: () => boolean;
  readonly pager: Pager;
  /** To the previous (-1) or next (1) across the session. */
  readonly step: (by: 1 | -1) => void;
  readonly close: () => boolean;
  readonly togglePlay: () => boolean;
}

const targetOf = (event: KeyboardEvent): EventTarget | undefined => event.composedPath()[0];

/** A focused player, and a choice of one among few, have these keys themselves. */
function hasOwnKeys(event: KeyboardEvent): boolean {
  const at = targetOf(event);
  return (at instanceof HTMLMediaElement && at.controls) || (at instanceof HTMLInputElement && at.type === 'radio');
}

const unlessOwn =
  (act: () => void): KeyHandler =>
  (event) => {
    if (hasOwnKeys(event)) return false;
    act();
    return true;
  };

/** The keys of the lightbox that are always the same. */
export function lightboxKeys(targets: KeyTargets): KeyBindings {
  const { dialog, isModal, pager, step, close, togglePlay } = targets;
  // A key nothing here scrolls by must not scroll the page behind.
  const scroll: KeyHandler = (event) => isModal() && !hasOwnKeys(event) && !hasScrollFor(event, dialog());
  const loop: KeyHandler = (event) => isModal() && loopTab(event, dialog());
  // Who reads to the end of a text does not want to be elsewhere.
  const across =
    (by: 1 | -1): KeyHandler =>
    (event) => {
      if (!scroll(event)) return false;
      if (!isInScroller(event, dialog())) step(by);
      return true;
    };
  const space: KeyHandler = (event) => {
    const at = targetOf(event);
    if (hasOwnKeys(event) || (at instanceof Element && at.closest('button'))) return false;
    return togglePlay() || scroll(event);
  };
  return {
    arrowleft: unlessOwn(() => pager.turnVisually(-1)),
    arrowright: unlessOwn(() => pager.turnVisually(1)),
    home: unlessOwn(() => pager.goTo('first')),
    end: unlessOwn(() => pager.goTo('last')),
    arrowup: across(-1),
    arrowdown: across(1),
    pageup: across(-1),
    pagedown: across(1),
    space,
    tab: loop,
    'shift+tab': loop,
    escape: close,
  };
}
