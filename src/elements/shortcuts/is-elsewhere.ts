/** Whether a key was pressed in what has keys of its own, a menu or a dialog of an element: the whole of that may stand in one. */
export function isElsewhere(event: Event, host: Element): boolean {
  const path = event.composedPath();
  return path
    .slice(0, path.indexOf(host))
    .some((target) => target instanceof Element && target.matches('[role=menu], dialog'));
}
