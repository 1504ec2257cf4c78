import type { ReassignTarget } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import type { Query } from '../../model/index.js';

/** How the dialog is opened. */
export interface ReassignOptions {
  readonly localizer: Localizer;
  /** How many iterations it is about; `null` where nobody has counted. */
  readonly count?: number | null | undefined;
  /** The query of the list they show in. */
  readonly shown?: Query | undefined;
  /** Does what was chosen; `leaves`: and with that they leave the list they show in. */
  readonly apply: (to: ReassignTarget, leaves: boolean) => void;
  /** Takes the focus where what had it is gone. */
  readonly focusBack?: (() => void) | undefined;
}
