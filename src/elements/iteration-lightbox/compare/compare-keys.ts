import type { LitElement } from 'lit';
import { isEditable } from '../../../internal/composed-tree.js';
import { isComposing } from '../../../internal/is-composing.js';
import { isRtl } from '../../../internal/is-rtl.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { hasScrollFor, isInScroller } from '../scroll-guard.js';
import { panOnKey } from '../zoom/pan-keys.js';
import type { ZoomPane } from '../zoom/zoom-pane.js';

export interface CompareKeyTargets {
  readonly isOn: () => boolean;
  readonly keys: ShortcutKeys;
  /** The picture that is acted on. */
  readonly pane: () => ZoomPane | undefined;
  readonly columns: () => number;
  /** To another, by so many places. */
  readonly move: (by: number) => void;
  readonly goTo: (end: 'first' | 'last') => void;
  readonly take: (id: ShortcutId) => boolean;
  /** Compares again after the last step has ended that; answers whether it was what was done last. */
  readonly reopen: () => boolean;
}

/** Keys of the viewer that mean nothing here: they must not change what lies behind. */
const NOT_HERE: ReadonlySet<ShortcutId> = new Set(['strip', 'fullScreen', 'captions', 'play', 'playHere']);

/** Shift is for more of the same; with anything else a key is the browser's, or a shortcut. */
const isPlain = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => !altKey && !ctrlKey && !metaKey;

/** Moves among those that are compared; answers whether the key was for that. */
function moveOnKey(event: KeyboardEvent, dialog: HTMLElement, targets: CompareKeyTargets): boolean {
  const along = isRtl(dialog) ? -1 : 1;
  const columns = targets.columns();
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -along,
    ArrowRight: along,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  const step = by[event.key];
  if (step !== undefined) targets.move(step);
  else if (event.key === 'Home' || event.key === 'End') targets.goTo(event.key === 'Home' ? 'first' : 'last');
  else return false;
  return true;
}

/** Keys while comparing: those that it does not take are the viewer's, and act on the one with the focus. */
export function listenToKeys(host: LitElement, targets: CompareKeyTargets): void {
  const dialog = host.renderRoot.querySelector<HTMLElement>('dialog.shell');
  dialog?.addEventListener('keydown', (event) => {
    const [at] = event.composedPath();
    if (event.defaultPrevented || isComposing(event) || isEditable(at)) return;
    if (!targets.isOn()) {
      if (targets.keys.find(event) !== 'undo' || !targets.reopen()) return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // Whoever reads how they differ scrolls there.
    if (isPlain(event) && /^(?:Arrow|Page|Home|End)/.test(event.key) && isInScroller(event, dialog)) {
      event.stopPropagation();
      if (!/^(?:Home|End)/.test(event.key) && !hasScrollFor(event, dialog)) event.preventDefault();
      return;
    }
    if (event.key === ' ' && at instanceof Element && at.closest('button')) return;
    if (!takes(event, dialog, targets)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function takes(event: KeyboardEvent, dialog: HTMLElement, targets: CompareKeyTargets): boolean {
  const pane = targets.pane();
  if (pane?.isEnlarged && panOnKey(event, pane)) return true;
  // Page keys lead to other sessions in the viewer.
  if (isPlain(event) && !event.shiftKey && (moveOnKey(event, dialog, targets) || event.key.startsWith('Page')))
    return true;
  const id = targets.keys.find(event);
  return id !== undefined && (targets.take(id) || NOT_HERE.has(id));
}
