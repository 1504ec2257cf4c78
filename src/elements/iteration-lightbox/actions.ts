import type { Localizer } from '../../i18n/index.js';
import { isFinal, promptOf, type Action, type Iteration } from '../../model/index.js';
import { archive, copy, download, image, link, regenerate, remix, unarchive } from '../../ui/icon-shapes.js';
import { share } from '../../ui/icons/share.js';
import type { IconShape } from '../../ui/icon.js';
import type { MenuItem } from '../../ui/menu.js';
import { compare } from '../../ui/icons/compare.js';
import { ariaKeys, keyHint } from '../shortcuts/key-names.js';
import type { ShortcutId } from '../shortcuts/registry.js';
import type { ShortcutKeys } from '../shortcuts/shortcut-keys.js';
import type { BuiltInAction } from '../../store/index.js';
import { isEnabled } from '../host/host-actions.js';
import type { HandingOn } from './handing-on.js';
import type { LightboxView } from './sequence.js';

export type BuiltInId =
  | 'regenerate'
  | 'retry'
  | 'remix'
  | 'compare'
  | 'archive'
  | 'unarchive'
  | 'download'
  | 'copyPrompt'
  | 'copyMedia'
  | 'copyUrl'
  | 'share';

/** What is built in, and what the host offers. */
export type LightboxActionId = BuiltInId | `host:${string}`;

/** Something that can be done to what is shown. */
export interface LightboxAction {
  readonly id: LightboxActionId;
  readonly label: string;
  readonly icon: IconShape;
  /** Whose keys do it; the same for what excludes one another. */
  readonly shortcut?: ShortcutId;
  /** The first of these keys as it is called, and all as `aria-keyshortcuts` has them. */
  readonly key?: string | undefined;
  readonly ariaKeys?: string | undefined;
}

const KEYS: Partial<Record<BuiltInId, ShortcutId>> = {
  regenerate: 'regenerate',
  retry: 'regenerate',
  remix: 'remix',
  compare: 'compare',
  archive: 'archive',
  unarchive: 'archive',
  download: 'download',
  copyPrompt: 'copyPrompt',
};

const SHAPES: Readonly<Record<BuiltInId, IconShape>> = {
  regenerate,
  retry: regenerate,
  remix,
  compare,
  archive,
  unarchive,
  download,
  copyPrompt: copy,
  copyMedia: image,
  copyUrl: link,
  share,
};

const may = (row: Iteration, action: Action): boolean => row.can?.[action] !== false;

/** What can be had of the shown file, and be done with it. */
export interface Offer {
  readonly canDownload: boolean;
  readonly hasLink: boolean;
  readonly handingOn: HandingOn | undefined;
}

function idsOf(
  { row, session, list, capabilities }: LightboxView,
  { canDownload, hasLink, handingOn }: Offer,
): BuiltInId[] {
  if (!row) return [];
  const ended = isFinal(row.status);
  const succeeded = row.status === 'succeeded';
  const has = (action: BuiltInAction): boolean => isEnabled(capabilities, action);
  const regenerates = capabilities.generate && has('regenerate') && ended && may(row, 'regenerate');
  const put = row.archivedAt ? 'unarchive' : 'archive';
  const when = (offered: boolean, id: BuiltInId): BuiltInId[] => (offered ? [id] : []);
  return [
    ...when(regenerates && succeeded, 'regenerate'),
    ...when(regenerates && !succeeded && row.error?.retryable !== false, 'retry'),
    ...when(capabilities.generate && has('remix') && succeeded && may(row, 'remix'), 'remix'),
    ...when(canDownload && has('download') && succeeded && may(row, 'download'), 'download'),
    ...when(capabilities.archive && ended && may(row, put), put),
    ...when((list?.ids.length ?? 0) > 1, 'compare'),
    ...when(has('copy') && promptOf(row, session) !== '', 'copyPrompt'),
    ...when(has('copy') && handingOn?.canCopyMedia === true && may(row, 'download'), 'copyMedia'),
    ...when(has('copy') && hasLink, 'copyUrl'),
    ...when(handingOn?.shares !== undefined && has(handingOn.shares === 'url' ? 'copy' : 'download'), 'share'),
  ];
}

/** The same as lines of a menu. */
export const menuItems = (
  actions: readonly LightboxAction[],
  act: (id: LightboxActionId) => void,
): readonly MenuItem[] =>
  actions.map(({ id, label, icon, key }) => ({ id, label, icon, hint: key, run: () => act(id) }));

/** What can be done to what is shown, most used first; what cannot be done is not there. */
export const actionsFor = (
  view: LightboxView,
  localizer: Localizer,
  keys: ShortcutKeys,
  offer: Offer,
): readonly LightboxAction[] =>
  idsOf(view, offer).map((id) => {
    const shortcut = KEYS[id];
    const named = { id, label: localizer.t(`action.${id}`), icon: SHAPES[id] };
    if (shortcut === undefined) return named;
    const own = keys.of(shortcut);
    return { ...named, shortcut, key: keyHint(localizer, keys, shortcut), ariaKeys: ariaKeys(own) };
  });
