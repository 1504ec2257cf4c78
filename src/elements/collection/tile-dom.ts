import type { Id } from '../../model/index.js';

/** The tile that an event came from. */
export const tileOf = (event: Event): HTMLElement | undefined =>
  event.composedPath().find((target): target is HTMLElement => target instanceof HTMLElement && isTile(target));

const isTile = (element: HTMLElement): boolean => element.classList.contains('tile');

/** The id a tile stands for. */
export const idOf = (tile: HTMLElement | undefined): Id | undefined => tile?.dataset['id'];

/** The tile of an id, where it is in the document. */
export function tileWith(canvas: Element | null | undefined, id: Id | undefined): HTMLElement | undefined {
  if (id === undefined || !canvas) return undefined;
  for (const tile of canvas.querySelectorAll<HTMLElement>('.tile')) if (idOf(tile) === id) return tile;
  return undefined;
}

/** The buttons inside a tile that are drawn, in their order. */
export const buttonsOf = (tile: HTMLElement): HTMLElement[] =>
  [...tile.querySelectorAll<HTMLElement>('[data-tile-action]')].filter((button) => button.offsetParent);

/** Focuses without scrolling anything. */
export const focusQuietly = (element: HTMLElement | null | undefined): void => element?.focus({ preventScroll: true });
