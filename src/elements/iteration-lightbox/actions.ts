import type { Localizer } from '../../i18n/index.js';
import { isFinal, promptOf, type Action, type Iteration } from '../../model/index.js';
import { archive, copy, download, link, regenerate, remix, unarchive } from '../../ui/icon-shapes.js';
import type { IconShape } from '../../ui/icon.js';
import type { LightboxView } from './sequence.js';

export type LightboxActionId =
  'regenerate' | 'retry' | 'remix' | 'archive' | 'unarchive' | 'download' | 'copyPrompt' | 'copyUrl';

/** Something that can be done to what is shown. */
export interface LightboxAction {
  readonly id: LightboxActionId;
  readonly label: string;
  readonly icon: IconShape;
  /** The key that does it; the same for what excludes one another. */
  readonly key?: string;
}

const KEYS: Partial<Record<LightboxActionId, string>> = {
  regenerate: 'r',
  retry: 'r',
  remix: 'm',
  archive: 'e',
  unarchive: 'e',
  download: 'd',
  copyPrompt: 'c',
};

const SHAPES: Readonly<Record<LightboxActionId, IconShape>> = {
  regenerate,
  retry: regenerate,
  remix,
  archive,
  unarchive,
  download,
  copyPrompt: copy,
  copyUrl: link,
};

const may = (row: Iteration, action: Action): boolean => row.can?.[action] !== false;

function idsOf(
  { row, session, capabilities }: LightboxView,
  canDownload: boolean,
  hasLink: boolean,
): LightboxActionId[] {
  if (!row) return [];
  const ended = isFinal(row.status);
  const succeeded = row.status === 'succeeded';
  const regenerates = capabilities.generate && ended && may(row, 'regenerate');
  const put = row.archivedAt ? 'unarchive' : 'archive';
  const when = (offered: boolean, id: LightboxActionId): LightboxActionId[] => (offered ? [id] : []);
  return [
    ...when(regenerates && succeeded, 'regenerate'),
    ...when(regenerates && !succeeded && row.error?.retryable !== false, 'retry'),
    ...when(capabilities.generate && succeeded && may(row, 'remix'), 'remix'),
    ...when(canDownload && succeeded && may(row, 'download'), 'download'),
    ...when(capabilities.archive && ended && may(row, put), put),
    ...when(promptOf(row, session) !== '', 'copyPrompt'),
    ...when(hasLink, 'copyUrl'),
  ];
}

/** What can be done to what is shown, most used first; what cannot be done is not there. */
export const actionsFor = (
  view: LightboxView,
  localizer: Localizer,
  { canDownload, hasLink }: { readonly canDownload: boolean; readonly hasLink: boolean },
): readonly LightboxAction[] =>
  idsOf(view, canDownload, hasLink).map((id) => {
    const key = KEYS[id];
    return { id, label: localizer.t(`action.${id}`), icon: SHAPES[id], ...(key !== undefined && { key }) };
  });
