import type { Localizer } from '../../i18n/index.js';
import type { Session } from '../../model/index.js';
import { archive, maximize, pencil, unarchive } from '../../ui/icon-shapes.js';
import type { MenuItem } from '../../ui/menu.js';

export interface SessionMenuOptions {
  readonly localizer: Localizer;
  readonly session: Session;
  readonly canRename: boolean;
  readonly canArchive: boolean;
  readonly open: () => void;
  readonly rename: () => void;
  readonly archive: () => void;
  readonly unarchive: () => void;
}

/** What can be done to a session from its card. */
export function sessionMenu(options: SessionMenuOptions): readonly MenuItem[] {
  const { localizer, session, canRename, canArchive } = options;
  const { can = {} } = session;
  const items: MenuItem[] = [{ id: 'open', label: localizer.t('action.open'), icon: maximize, run: options.open }];
  if (canRename) {
    items.push({ id: 'rename', label: localizer.t('action.rename'), icon: pencil, hint: 'F2', run: options.rename });
  }
  if (!canArchive) return items;
  if (session.archivedAt) {
    if (can.unarchive === false) return items;
    const label = localizer.t('action.unarchive');
    items.push({ id: 'unarchive', label, icon: unarchive, separated: true, run: options.unarchive });
  } else if (can.archive !== false) {
    const label = localizer.t('action.archive');
    items.push({ id: 'archive', label, icon: archive, separated: true, run: options.archive });
  }
  return items;
}
