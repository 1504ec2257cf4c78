import type { LatePart } from '../../../controllers/late-part.js';
import type { PlayerController } from '../../../controllers/player-controller.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { ActionRunner } from '../action-runner.js';
import { nameOf } from '../iteration-text.js';
import type { Player } from '../player/player.js';
import type { LightboxView } from '../sequence.js';
import type { Shown } from '../shown.js';
import type { MediaState } from './media-state.js';
import type { StageContext } from './stage-context.js';

/** The parts of a lightbox that its stage works with. */
export interface StageParts {
  readonly player: PlayerController;
  readonly controls: LatePart<Player>;
  readonly media: MediaState;
  readonly shown: Shown;
  readonly runner: ActionRunner;
}

/** The stage of what is shown. */
export function shownStage(
  view: LightboxView,
  store: ImaginationsStore,
  drawn: Pick<StageContext, 'localizer' | 'actions' | 'act'>,
  { player, controls, media: state, shown, runner }: StageParts,
): StageContext {
  return {
    ...drawn,
    opener: store.media,
    player,
    playerParts: (row, media) => {
      void controls.need();
      return controls.now?.parts({ row, media, localizer: drawn.localizer, opener: store.media });
    },
    name: view.row ? nameOf(drawn.localizer, view.row, view.session) : '',
    media: state,
    failure: shown.failure,
    cancel: () => runner.cancel(view, store),
    // It may be told while this is being rendered.
    onTrouble: (url, trouble) => queueMicrotask(() => state.fail(store, shown.view?.row, url, trouble)),
    heal: (again) => view.row && store.healMedia(view.row.id, again),
    reload: () => shown.begin(),
  };
}
