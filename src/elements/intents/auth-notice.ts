import { AuthRequiredEvent } from './auth-required-event.js';

/** Tells the host once that it has to act, and again when it had and has to anew. */
export class AuthNotice {
  #isTold = false;

  tell(source: EventTarget, isRequired: boolean): void {
    if (isRequired && !this.#isTold) source.dispatchEvent(new AuthRequiredEvent());
    this.#isTold = isRequired;
  }
}
