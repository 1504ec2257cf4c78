import type { Mounted } from './mounted.js';

/** Ids of the tiles that are selected. */
export const selected = ({ tiles }: Mounted): string[] =>
  tiles.filter((tile) => tile.getAttribute('aria-selected') === 'true').map((tile) => tile.dataset['id'] ?? '');

/** Tiles from the first that shows on, whether they show or are only drawn. */
export const fromEye = ({ ids, visible }: Mounted): string[] =>
  ids.slice(ids.indexOf(visible[0])).flatMap((id) => id ?? []);

/** Presses a checkbox. */
export const check = (mounted: Mounted, id: string, init: MouseEventInit = {}): void => {
  const button = mounted.tile(id)!.querySelector('[data-tile-action=select]')!;
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...init }));
};
