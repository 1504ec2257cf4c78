import { IntentEvent } from '../intents/intent-event.js';

/** The backend said `unauthorized`: act, then call `resume()` on the provider. Fired once until then. */
export class AuthRequiredEvent extends IntentEvent<null> {
  constructor() {
    super('imaginations-auth-required', null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'imaginations-auth-required': AuthRequiredEvent;
  }
}
