/** What a button of a tile does. */
export type TileAction = 'menu' | 'cancel' | 'retry' | 'play' | 'select';

const ACTIONS: readonly TileAction[] = ['menu', 'cancel', 'retry', 'play', 'select'];

/** The button of a tile that an event came from, and what it does: one listener serves all tiles of a list. */
export function tileActionOf(event: Event): { readonly action: TileAction; readonly button: HTMLElement } | undefined {
  for (const target of event.composedPath()) {
    if (target === event.currentTarget) return undefined;
    if (!(target instanceof HTMLElement)) continue;
    const action = ACTIONS.find((one) => one === target.dataset['tileAction']);
    if (action) return { action, button: target };
  }
  return undefined;
}
