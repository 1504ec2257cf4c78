import type { Annotation } from '../../data/index.js';
import type { Localizer, MessageKey } from '../../i18n/index.js';
import type { Iteration } from '../../model/index.js';
import { archive, close, unarchive } from '../../ui/icon-shapes.js';
import type { IconShape } from '../../ui/icon.js';
import { compare } from '../../ui/icons/compare.js';
import { flag } from '../../ui/icons/flag.js';
import { reject } from '../../ui/icons/reject.js';
import { star } from '../../ui/icons/star.js';
import type { MenuItem } from '../../ui/menu.js';
import { verdictOf } from '../judging/judge.js';
import type { ShortcutId } from '../shortcuts/registry.js';
import { keyHint } from '../shortcuts/key-names.js';
import { shortcutKeysOf, type ShortcutKeys } from '../shortcuts/shortcut-keys.js';

interface JudgingMenu {
  readonly source: Element;
  readonly localizer: Localizer;
  /** What is judged has a star: all of it. */
  readonly starred: boolean;
  /** How it is flagged; nothing: not, or of many each in its way. */
  readonly flag: Iteration['flag'];
  /** Whether it is many. */
  readonly isMany: boolean;
  readonly judge: (patch: Annotation) => void;
}

/** The keys among the tiles of an element. */
const keysIn = (element: Element): ShortcutKeys => shortcutKeysOf(element, 'tiles');

/** Lines of a menu with which one judges: what has been said already is not offered again. */
export function judgingItems({ source, localizer, starred, flag: flagged, isMany, judge }: JudgingMenu): MenuItem[] {
  const line = (id: ShortcutId, icon: IconShape, label: MessageKey, isOffered = true): MenuItem[] => {
    const patch = id === 'star' ? { starred: !starred } : verdictOf(id, []);
    if (!patch || !(isMany || isOffered)) return [];
    const hint = keyHint(localizer, keysIn(source), id);
    return [{ id, label: localizer.t(label), icon, hint, separated: id === 'star', run: () => judge(patch) }];
  };
  return [
    ...line('star', star, starred ? 'action.unstar' : 'action.star'),
    ...line('pick', flag, 'action.pick', flagged !== 'pick'),
    ...line('reject', reject, 'action.reject', flagged !== 'reject'),
    ...line('unflag', close, 'action.unflag', flagged !== undefined),
  ];
}

/** The line that puts something away, or brings it back. */
export const putItem = (
  { source, localizer }: Pick<JudgingMenu, 'source' | 'localizer'>,
  put: 'archive' | 'unarchive',
  run: () => void,
): MenuItem => ({
  id: put,
  label: localizer.t(`action.${put}`),
  icon: put === 'archive' ? archive : unarchive,
  hint: keyHint(localizer, keysIn(source), 'archive'),
  separated: true,
  run,
});

/** The line that puts side by side what is selected. */
export const compareItem = (
  { source, localizer }: Pick<JudgingMenu, 'source' | 'localizer'>,
  run: () => void,
): MenuItem => ({
  id: 'compare',
  label: localizer.t('action.compare'),
  icon: compare,
  hint: keyHint(localizer, keysIn(source), 'compare'),
  run,
});
