import type { LitElement } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { isFinal, promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore, StoreSelection } from '../../store/index.js';
import { check, copy, download, maximize, move, regenerate, stop } from '../../ui/icon-shapes.js';
import type { MenuItem } from '../../ui/menu.js';
import { annotateIterations } from '../intents/edit-intents.js';
import { downloadAndTell } from '../download/download-messages.js';
import { canSave } from '../download/file-address.js';
import {
  archiveIterations,
  cancelIteration,
  regenerateIteration,
  unarchiveIterations,
} from '../intents/iteration-intents.js';
import { remixIteration } from '../intents/remix-intents.js';
import { hostActionsFor, isEnabled } from '../host/host-actions.js';
import { remixesFor } from '../remix/offered-remixes.js';
import { openIteration } from '../intents/open-iteration.js';
import { compareSelected } from './batch-actions.js';
import { compareItem, judgingItems, putItem } from './judging-items.js';
import { allows, mayJudge, putOf } from './allows.js';
import type { TileSelection } from './tile-selection.js';

export interface TileMenuOptions {
  /** Where the events of what is chosen come from. */
  readonly source: LitElement;
  readonly store: ImaginationsStore;
  readonly iteration: Iteration;
  readonly localizer: Localizer;
  /** Opens it; default the intent alone. */
  readonly open?: (() => void) | undefined;
  /** Selects it, or takes it out of the selection; absent where nothing can be selected. */
  readonly select?: { readonly isSelected: boolean; readonly run: () => void } | undefined;
  /** What is selected in all. */
  readonly selection: TileSelection;
  /** How much that is, in words. */
  readonly selectedText: (selection: StoreSelection) => string;
  /** Asks where it goes; absent where it cannot be moved. */
  readonly move?: (() => void) | undefined;
  /** Says how copying went. */
  readonly announce: (text: string) => void;
}

/** What can be done with an iteration: only what the adapter offers and the row allows. */
export function tileMenu(options: TileMenuOptions): MenuItem[] {
  const { source, store, iteration, localizer, open } = options;
  const { capabilities } = store;
  const { status } = iteration;
  const session = store.session(iteration.sessionId);
  const prompt = promptOf(iteration, session);
  const items: (MenuItem | false)[] = [
    {
      id: 'open',
      label: localizer.t('action.open'),
      icon: maximize,
      run: open ?? (() => openIteration(source, store, iteration)),
    },
    options.select !== undefined && {
      id: 'select',
      label: localizer.t(options.select.isSelected ? 'tile.deselect' : 'tile.select'),
      icon: check,
      run: options.select.run,
    },
    ...compareItems(options),
    capabilities.cancel &&
      !isFinal(status) &&
      status !== 'canceling' &&
      allows(iteration, 'cancel') && {
        id: 'cancel',
        label: localizer.t('tile.cancel'),
        icon: stop,
        run: () => void cancelIteration(source, store, iteration),
      },
    capabilities.generate &&
      isEnabled(capabilities, 'regenerate') &&
      isFinal(status) &&
      allows(iteration, 'regenerate') && {
        id: 'regenerate',
        label: localizer.t('action.regenerate'),
        icon: regenerate,
        run: () => void regenerateIteration(source, store, iteration),
      },
    ...remixItems(options),
    prompt !== '' &&
      isEnabled(capabilities, 'copy') && {
        id: 'copy',
        label: localizer.t('action.copyPrompt'),
        icon: copy,
        run: () => void copyPrompt(prompt, options),
      },
    isEnabled(capabilities, 'download') &&
      canSave(iteration, store.media, document.baseURI) && {
        id: 'download',
        label: localizer.t('action.download'),
        icon: download,
        run: () => void downloadAndTell({ source, store, localizer }, [iteration.id]),
      },
    ...(mayJudge(store, iteration)
      ? judgingItems({
          source,
          localizer,
          starred: Boolean(iteration.starred),
          flag: iteration.flag,
          isMany: false,
          judge: (patch) => void annotateIterations(source, store, [iteration.id], patch),
        })
      : []),
    options.move !== undefined &&
      isFinal(status) &&
      allows(iteration, 'reassign') && {
        id: 'move',
        label: localizer.t('action.move'),
        icon: move,
        run: options.move,
      },
    ...hostActionsFor({ source, store, localizer }, [iteration], [{ ids: [iteration.id] }]),
    ...archiveItems(options),
  ];
  return items.filter((item) => item !== false);
}

function remixItems({ source, store, localizer, iteration }: TileMenuOptions): readonly MenuItem[] {
  const remixes = remixesFor(store.capabilities, localizer, iteration);
  return remixes.map(({ id, label, icon, verb }) => ({
    id,
    label,
    icon,
    ...(remixes.length > 1 && { group: 'remix' }),
    run: () => remixIteration(source, store, iteration, verb),
  }));
}

/** Of what is selected with it. */
function compareItems(options: TileMenuOptions): readonly MenuItem[] {
  const { source, store, selection, iteration } = options;
  const { now } = selection;
  const run = now && !selection.isOwn && now.has(iteration.id) ? compareSelected(source, store, now) : undefined;
  return run ? [compareItem(options, run)] : [];
}

function archiveItems(options: TileMenuOptions): readonly MenuItem[] {
  const { source, store, iteration } = options;
  const put = putOf(store, iteration);
  if (!put) return [];
  const act = put === 'archive' ? archiveIterations : unarchiveIterations;
  return [putItem(options, put, () => void act(source, store, [iteration.id]))];
}

async function copyPrompt(prompt: string, { localizer, announce }: TileMenuOptions): Promise<void> {
  try {
    await navigator.clipboard.writeText(prompt);
    announce(localizer.t('toast.copiedPrompt'));
  } catch {
    announce(localizer.t('toast.copyFailed'));
  }
}
