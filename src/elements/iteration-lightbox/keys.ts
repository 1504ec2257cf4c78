import type { KeyBindings, KeyHandler } from '../../controllers/key-bindings-controller.js';
import type { Pager } from './pager.js';
import { hasScrollFor } from './scroll-guard.js';
import { loopTab } from './tab-loop.js';

/** What keys do; those that answer say whether they did anything. */
export interface KeyTargets {
  readonly dialog: () => HTMLElement;
  readonly pager: Pager;
  readonly close: () => void;
  readonly togglePanel: () => void;
  readonly act: (key: string) => boolean;
  readonly togglePlay: () => boolean;
}

const targetOf = (event: KeyboardEvent): EventTarget | undefined => event.composedPath()[0];

/** A focused player has these keys itself. */
const unlessPlayer =
  (act: () => void): KeyHandler =>
  (event) => {
    if (targetOf(event) instanceof HTMLMediaElement) return false;
    act();
    return true;
  };

/** The keys of the lightbox. */
export function lightboxKeys(targets: KeyTargets): KeyBindings {
  const { dialog, pager, close, togglePanel, act, togglePlay } = targets;
  // A key nothing here scrolls by must not scroll the page behind.
  const scroll: KeyHandler = (event) =>
    !(targetOf(event) instanceof HTMLMediaElement) && !hasScrollFor(event, dialog());
  const space: KeyHandler = (event) => {
    const at = targetOf(event);
    if (at instanceof HTMLMediaElement || (at instanceof Element && at.closest('button'))) return false;
    return togglePlay() || scroll(event);
  };
  const letters = Object.fromEntries(['r', 'm', 'e', 'd', 'c'].map((key) => [key, () => act(key)]));
  return {
    ...letters,
    arrowleft: unlessPlayer(() => pager.turnVisually(-1)),
    arrowright: unlessPlayer(() => pager.turnVisually(1)),
    home: unlessPlayer(() => pager.goTo('first')),
    end: unlessPlayer(() => pager.goTo('last')),
    arrowup: scroll,
    arrowdown: scroll,
    pageup: scroll,
    pagedown: scroll,
    space,
    tab: (event) => loopTab(event, dialog()),
    'shift+tab': (event) => loopTab(event, dialog()),
    escape: close,
    i: togglePanel,
  };
}
