import type { LitElement } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { close } from '../../../ui/icon-shapes.js';
import type { MenuItem } from '../../../ui/menu.js';
import { judgingItems } from '../../collection/judging-items.js';
import { annotateIterations } from '../../intents/edit-intents.js';
import type { ActionRunner } from '../action-runner.js';
import { menuItems } from '../actions.js';
import type { DrawnPane } from './compare-layout.js';

interface PaneMenu {
  readonly host: LitElement;
  readonly store: ImaginationsStore;
  readonly localizer: Localizer;
  readonly actions: ActionRunner;
  readonly remove: () => void;
}

/** What can be done to one of those that are compared: the same as to what the viewer shows. */
export function paneItems(
  { view, pane }: DrawnPane,
  { host, store, localizer, actions, remove }: PaneMenu,
): readonly MenuItem[] {
  const { row } = view;
  const out: MenuItem = {
    id: 'remove',
    label: localizer.t('compare.remove', { letter: pane.letter }),
    icon: close,
    separated: true,
    run: remove,
  };
  if (!row) return [out];
  const offered = actions.offered(view, store).filter(({ id }) => id !== 'compare');
  const items = menuItems(offered, (id) => actions.run(id, view, store));
  if (!store.capabilities.annotate || row.can?.annotate === false) return [...items, out];
  const judge = judgingItems({
    source: host,
    localizer,
    starred: Boolean(row.starred),
    flag: row.flag,
    isMany: false,
    judge: (patch) => void annotateIterations(host, store, [row.id], patch),
  });
  return [...items, ...judge, out];
}
