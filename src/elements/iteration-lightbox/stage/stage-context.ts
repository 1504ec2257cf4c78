import type { PlayerController } from '../../../controllers/player-controller.js';
import type { Localizer } from '../../../i18n/index.js';
import type { Failure, Iteration, MediaSource } from '../../../model/index.js';
import type { MediaOpener } from '../../../store/index.js';
import type { LightboxAction, LightboxActionId } from '../actions.js';
import type { MediaTrouble } from '../../../ui/media-trouble.js';
import type { PlayerParts } from '../player/player.js';
import type { MediaState } from './media-state.js';

/** What the stage needs besides the rows. */
export interface StageContext {
  readonly localizer: Localizer;
  readonly opener: MediaOpener;
  readonly player: PlayerController;
  /** What our player adds to the browser's; nothing until its code has come. */
  readonly playerParts: (row: Iteration, media: MediaSource) => PlayerParts | undefined;
  /** Name of what is shown. */
  readonly name: string;
  readonly media: MediaState;
  /** Why there is no row. */
  readonly failure: Failure | undefined;
  readonly actions: readonly LightboxAction[];
  readonly act: (id: LightboxActionId) => void;
  readonly cancel: () => void;
  readonly onTrouble: (url: string, trouble: MediaTrouble) => void;
  /** Asks for a fresh address of what is shown; `again`, though that has just been done. */
  readonly heal: (again: boolean) => void;
  readonly reload: () => void;
}
