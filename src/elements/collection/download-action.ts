import type { LitElement } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { ImaginationsStore, StoreSelection, Target } from '../../store/index.js';
import { download } from '../../ui/icon-shapes.js';
import { hostActionsAround, hostActionsFor, isEnabled } from '../host/host-actions.js';
import { downloadAndTell } from '../download/download-messages.js';
import type { BatchButton } from './batch-pieces.js';

async function downloadAll(
  source: LitElement,
  store: ImaginationsStore,
  localizer: Localizer,
  targets: readonly Target[],
): Promise<void> {
  // Ids that stand beside everything are a zip of their own.
  for (const target of targets) await downloadAndTell({ source, store, localizer }, target);
}

/** The host's own actions that are for what is selected. */
function hostActions(
  source: LitElement,
  store: ImaginationsStore,
  selection: StoreSelection,
  localizer: Localizer,
): BatchButton[] {
  // To say which rows are meant goes through all that is selected.
  if (hostActionsAround(source).length === 0) return [];
  const place = { source, store, localizer };
  const offered = (): BatchButton[] => {
    const targets = selection.selections();
    const ids = targets.flatMap((target) => ('ids' in target ? target.ids : []));
    if (targets.some((target) => 'query' in target)) return hostActionsFor(place, [], targets, Infinity);
    const items = ids.flatMap((id) => store.iteration(id) ?? []);
    return hostActionsFor(place, items, targets, ids.length);
  };
  return offered().map((action) => {
    const run = (): void => {
      selection.finish();
      // What is meant is what is selected now; and that may be too much for it.
      offered()
        .find(({ id }) => id === action.id)
        ?.run();
    };
    return { ...action, run };
  });
}

/** What else can be done with what is selected: it stays selected, for nothing becomes of it here. */
export function downloadActions(
  source: LitElement,
  store: ImaginationsStore,
  selection: StoreSelection,
  localizer: Localizer,
): BatchButton[] {
  const run = (): void => {
    selection.finish();
    void downloadAll(source, store, localizer, selection.selections());
  };
  return [
    ...(isEnabled(store.capabilities, 'download')
      ? [{ id: 'download', label: localizer.t('action.download'), icon: download, run }]
      : []),
    ...hostActions(source, store, selection, localizer),
  ];
}
