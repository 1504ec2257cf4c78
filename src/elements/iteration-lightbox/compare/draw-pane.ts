import type { PlayerController } from '../../../controllers/player-controller.js';
import { clipText } from '../../../internal/clip-text.js';
import { promptOf, type Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { TileNames } from '../../collection/tile-names.js';
import type { ActionRunner } from '../action-runner.js';
import { nameOf } from '../iteration-text.js';
import type { LightboxView } from '../sequence.js';
import type { StageContext } from '../stage/stage-context.js';
import type { DrawnPane } from './compare-layout.js';
import type { Pane } from './pane.js';
import { paneStage } from './pane-stage.js';
import type { Playheads } from './playheads.js';

/** Longest caption, in characters. */
const CAPTION_LENGTH = 120;

/** What drawing one of several needs besides it. */
export interface DrawContext {
  readonly store: ImaginationsStore;
  readonly actions: ActionRunner;
  readonly player: PlayerController;
  readonly playheads: Playheads;
  readonly names: TileNames;
  /** The one that is acted on. */
  readonly active: Id | undefined;
}

/** What one of them is called, once it is known. */
export function paneName(
  { row, session }: LightboxView,
  { actions: { localizer }, names }: Pick<DrawContext, 'actions' | 'names'>,
): string {
  return row ? names.get(localizer, row, session?.brief.prompt) : localizer.t('lightbox.loading');
}

/** One of those that are compared, as it is now. */
export function drawPane(pane: Pane, context: DrawContext): DrawnPane {
  const { store, playheads, active } = context;
  const view = pane.view(store);
  const name = paneName(view, context);
  return {
    pane,
    view,
    name,
    // What it is shows below.
    caption: clipText(view.row ? promptOf(view.row, view.session) : '', CAPTION_LENGTH) || name,
    isActive: pane.id === active,
    stage: paneStage(view, stageContext(pane, view, context), playheads),
  };
}

function stageContext(pane: Pane, view: LightboxView, { store, actions, player }: DrawContext): StageContext {
  const { localizer } = actions;
  return {
    localizer,
    opener: store.media,
    player,
    playerParts: () => undefined,
    name: view.row ? nameOf(localizer, view.row, view.session) : '',
    media: pane.media,
    failure: pane.loading.failure,
    actions: actions.offered(view, store),
    act: (id) => actions.run(id, view, store),
    cancel: () => actions.cancel(view, store),
    // It may be told while this is being rendered.
    onTrouble: (url, trouble) => queueMicrotask(() => pane.media.fail(store, store.iteration(pane.id), url, trouble)),
    heal: (again) => store.healMedia(pane.id, again),
    reload: () => pane.loading.start(store, pane.id),
  };
}
