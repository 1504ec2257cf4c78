/** What browsers call the pointer of a mouse. */
const MOUSE = 1;
const KEEPS = 'a[href], input, textarea, select, [contenteditable], dialog, .toasts';

/** Whether the browser's menu has something to offer where somebody asks for one that ours has not. */
function keepsBrowsers(event: MouseEvent): boolean {
  const path = event.composedPath();
  const end = path.findIndex((one) => one === event.currentTarget);
  if (path.slice(0, Math.max(0, end)).some((one) => one instanceof Element && one.matches(KEEPS))) return true;
  const [target] = path;
  const selected = document.getSelection();
  return target instanceof Node && Boolean(selected && !selected.isCollapsed && selected.containsNode(target, true));
}

/**
 * Whether a right click asks for our menu: with Shift it asks for the browser's, as it does where there is text to copy, a link or a
 * field. A finger that rests means something else.
 */
export function wantsOwnMenu(event: MouseEvent): boolean {
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  return !event.defaultPrevented && !event.shiftKey && !isTouch && !keepsBrowsers(event);
}

/**
 * Resolves when the button that asked for a menu has been let go. Where a press asks, and not a release, a popover that opens
 * before that would be closed by it: the browser takes it for a press beside.
 */
export function whenReleased(event: MouseEvent): Promise<void> {
  const [target] = event.composedPath();
  if (event.buttons === 0 || !(target instanceof Element)) return Promise.resolve();
  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = (): void => {
      ended.abort();
      // The browser looks at the release after everybody else has heard of it.
      setTimeout(resolve);
    };
    // Where its own menu is refused, WebKit tells of the release by its mouse event alone.
    for (const type of ['pointerup', 'mouseup', 'pointercancel', 'lostpointercapture']) {
      target.addEventListener(type, end, { signal: ended.signal });
    }
    try {
      // Let go anywhere.
      target.setPointerCapture(event instanceof PointerEvent ? event.pointerId : MOUSE);
    } catch {
      // Then only where it was pressed.
    }
  });
}
