import type { Navigation } from '../../store/index.js';
import { IntentEvent } from '../intents/intent-event.js';

/** A person went somewhere; keep it in an address, and give it back by `navigation`. Not fired for what the host sets. */
export class NavigationChangedEvent extends IntentEvent<{ readonly navigation: Navigation }> {
  constructor(navigation: Navigation) {
    super('navigation-changed', { navigation });
  }
}

declare global {
  interface HTMLElementEventMap {
    'navigation-changed': NavigationChangedEvent;
  }
}
