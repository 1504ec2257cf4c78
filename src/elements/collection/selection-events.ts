import type { SelectionSnapshot } from '../../store/selection/selection.js';
import { IntentEvent } from '../intents/intent-event.js';

/** What is selected now. */
export interface SelectionDetail {
  readonly selection: SelectionSnapshot;
}

/** Something else is selected than before. */
export class SelectionChangedEvent extends IntentEvent<SelectionDetail> {
  constructor(selection: SelectionSnapshot) {
    super('selection-changed', { selection });
  }
}

declare global {
  interface HTMLElementEventMap {
    'selection-changed': SelectionChangedEvent;
  }
}
