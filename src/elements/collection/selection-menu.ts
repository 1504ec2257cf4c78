import { close } from '../../ui/icon-shapes.js';
import type { MenuItem } from '../../ui/menu.js';
import { compareSelected, putSelected, starred } from './batch-actions.js';
import { compareItem, judgingItems, putItem } from './judging-items.js';
import { judgeSelected } from './selected-actions.js';
import type { TileMenuOptions } from './tile-menu.js';

/** The menu of everything that is selected; nothing where the tile is no part of that. */
export function selectionMenu(
  options: TileMenuOptions,
): { readonly label: string; readonly items: readonly MenuItem[] } | undefined {
  const { source, store, selection, iteration, localizer } = options;
  const { now } = selection;
  if (!now || selection.isOwn) return undefined;
  now.finish();
  if (!now.has(iteration.id)) return undefined;
  const label = options.selectedText(now);
  const away = putSelected({ host: source, store, selection: now, query: selection.query });
  const compare = compareSelected(source, store, now);
  const items: MenuItem[] = [
    // Says what the others are about; nothing to choose.
    { id: 'selected', label, disabled: true, run: () => undefined },
    ...(compare ? [compareItem(options, compare)] : []),
    ...(store.capabilities.annotate
      ? judgingItems({
          source,
          localizer,
          starred: starred({ store, selection: now }) === true,
          flag: undefined,
          isMany: true,
          judge: (patch) => void judgeSelected(source, store, now, selection.query, patch),
        })
      : []),
    ...(away ? [putItem(options, away.put, away.run)] : []),
    {
      id: 'clear',
      label: localizer.t('action.clearSelection'),
      icon: close,
      separated: true,
      run: () => void selection.clear(),
    },
  ];
  return { label, items };
}
