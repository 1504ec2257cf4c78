import type { LitElement } from 'lit';
import type { PlayerController } from '../../../controllers/player-controller.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { MenuController } from '../../../ui/menu.js';
import type { ActionRunner } from '../action-runner.js';
import type { Shown } from '../shown.js';
import type { Verdict } from '../verdict.js';

/** What compares. */
export interface CompareHost extends LitElement {
  /** What is compared, as the host may write it. */
  compare: readonly Id[];
  readonly inline: boolean;
}

/** What comparing needs of its lightbox. */
export interface CompareContext {
  readonly shown: Shown;
  readonly verdict: Verdict;
  readonly actions: ActionRunner;
  readonly player: PlayerController;
  readonly menu: MenuController;
  /** Closes the lightbox, if nobody objects. */
  readonly close: () => void;
}

/** What is compared, and who goes on with it. */
export interface Compared {
  readonly ids: readonly Id[];
  readonly isOn: boolean;
  /** Back to where one was; answers whether anything was compared. */
  leave(): boolean;
  /** Goes on with these. */
  keep(store: ImaginationsStore, ids: readonly Id[]): void;
}
