import type { Localizer } from '../../i18n/index.js';
import { isFinal, promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { archive, copy, maximize, regenerate, remix, stop, unarchive } from '../../ui/icon-shapes.js';
import type { MenuItem } from '../../ui/menu.js';
import {
  archiveIterations,
  cancelIteration,
  regenerateIteration,
  remixIteration,
  unarchiveIterations,
} from '../intents/iteration-intents.js';
import { openIteration } from '../intents/open-iteration.js';
import { allows } from './allows.js';

export interface TileMenuOptions {
  /** Where the events of what is chosen come from. */
  readonly source: EventTarget;
  readonly store: ImaginationsStore;
  readonly iteration: Iteration;
  readonly localizer: Localizer;
  /** Opens it; default the intent alone. */
  readonly open?: (() => void) | undefined;
  /** Says how copying went. */
  readonly announce: (text: string) => void;
}

/** What can be done with an iteration: only what the adapter offers and the row allows. */
export function tileMenu(options: TileMenuOptions): MenuItem[] {
  const { source, store, iteration, localizer, open } = options;
  const { capabilities } = store;
  const { id, status } = iteration;
  const session = store.session(iteration.sessionId);
  const prompt = promptOf(iteration, session);
  const done = status === 'succeeded';
  const items: (MenuItem | false)[] = [
    {
      id: 'open',
      label: localizer.t('action.open'),
      icon: maximize,
      run: open ?? (() => openIteration(source, store, iteration)),
    },
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
      isFinal(status) &&
      allows(iteration, 'regenerate') && {
        id: 'regenerate',
        label: localizer.t('action.regenerate'),
        icon: regenerate,
        run: () => void regenerateIteration(source, store, iteration),
      },
    capabilities.generate &&
      done &&
      allows(iteration, 'remix') && {
        id: 'remix',
        label: localizer.t('action.remix'),
        icon: remix,
        run: () => remixIteration(source, store, iteration),
      },
    prompt !== '' && {
      id: 'copy',
      label: localizer.t('action.copyPrompt'),
      icon: copy,
      run: () => void copyPrompt(prompt, options),
    },
    ...archiveItems(options, id),
  ];
  return items.filter((item) => item !== false);
}

function archiveItems({ source, store, iteration, localizer }: TileMenuOptions, id: string): (MenuItem | false)[] {
  // What is away with its session comes back with it.
  const put = iteration.archivedAt ? 'unarchive' : 'archive';
  const away = put === 'archive' && Boolean(store.session(iteration.sessionId)?.archivedAt);
  if (!store.capabilities.archive || away || !isFinal(iteration.status) || !allows(iteration, put)) return [];
  return [
    put === 'archive'
      ? {
          id: put,
          label: localizer.t('action.archive'),
          icon: archive,
          separated: true,
          run: () => void archiveIterations(source, store, [id]),
        }
      : {
          id: put,
          label: localizer.t('action.unarchive'),
          icon: unarchive,
          separated: true,
          run: () => void unarchiveIterations(source, store, [id]),
        },
  ];
}

async function copyPrompt(prompt: string, { localizer, announce }: TileMenuOptions): Promise<void> {
  try {
    await navigator.clipboard.writeText(prompt);
    announce(localizer.t('toast.copiedPrompt'));
  } catch {
    announce(localizer.t('toast.copyFailed'));
  }
}
