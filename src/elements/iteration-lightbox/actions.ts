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
import { remixesFor, type OfferedRemix } from '../remix/offered-remixes.js';
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

/** What is built in, the verbs of the adapter, and what the host offers. */
export type LightboxActionId = BuiltInId | `verb:${string}` | `host:${string}`;

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
  /** What it is a choice of; it opens a menu. */
  readonly choices?: readonly LightboxAction[];
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
  remixes: readonly OfferedRemix[],
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
    ...when(remixes.length > 0, 'remix'),
    ...when(canDownload && has('download') && succeeded && may(row, 'download'), 'download'),
    ...when(capabilities.archive && ended && may(row, put), put),
    ...when((list?.ids.length ?? 0) > 1, 'compare'),
    ...when(has('copy') && promptOf(row, session) !== '', 'copyPrompt'),
    ...when(has('copy') && handingOn?.canCopyMedia === true && may(row, 'download'), 'copyMedia'),
    ...when(has('copy') && hasLink, 'copyUrl'),
    ...when(handingOn?.shares !== undefined && has(handingOn.shares === 'url' ? 'copy' : 'download'), 'share'),
  ];
}

/** The same as lines of a menu, what is a choice of several as a group. */
export const menuItems = (
  actions: readonly LightboxAction[],
  act: (id: LightboxActionId) => void,
): readonly MenuItem[] =>
  actions.flatMap((action) =>
    (action.choices ?? [action]).map(({ id, label, icon, key }) => ({
      id,
      label,
      icon,
      hint: key,
      ...(action.choices && { group: action.id }),
      run: () => act(id),
    })),
  );

/** How one builds on what is shown: at once, or by a menu. */
function asRemix(action: LightboxAction, [first, ...others]: readonly OfferedRemix[]): LightboxAction {
  if (!first) return action;
  const { label, icon } = first;
  return others.length === 0 ? { ...action, label, icon } : { ...action, choices: [first, ...others] };
}

/** What can be done to what is shown, most used first; what cannot be done is not there. */
export const actionsFor = (
  view: LightboxView,
  localizer: Localizer,
  keys: ShortcutKeys,
  offer: Offer,
): readonly LightboxAction[] => {
  const { row, capabilities } = view;
  const remixes = row ? remixesFor(capabilities, localizer, row) : [];
  return idsOf(view, offer, remixes).map((id) => {
    const shortcut = KEYS[id];
    const named = { id, label: localizer.t(`action.${id}`), icon: SHAPES[id] };
    if (shortcut === undefined) return named;
    const own = keys.of(shortcut);
    const action = { ...named, shortcut, key: keyHint(localizer, keys, shortcut), ariaKeys: ariaKeys(own) };
    return id === 'remix' ? asRemix(action, remixes) : action;
  });
};
