import type { ReassignTarget } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';

/** How the dialog is opened. */
export interface ReassignOptions {
  readonly localizer: Localizer;
  /** How many iterations it is about; `null` where nobody has counted. */
  readonly count?: number | null | undefined;
  /** Does what was chosen. */
  readonly apply: (to: ReassignTarget) => void;
  /** Takes the focus where what had it is gone. */
  readonly focusBack?: (() => void) | undefined;
}
