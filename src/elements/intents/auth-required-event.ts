import { IntentEvent } from './intent-event.js';

/** The backend said `unauthorized`: act, then call `resume()` on the element it came from. Fired once until then. */
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
