import type { Id } from '../../../model/index.js';

/**
 * Which fields for tags and note are in the document. They serve one iteration after the other, until somebody has been in one:
 * caret and the browser's own history of what was written belong to what it was written for.
 */
export class JudgingFields {
  #of: Id | undefined;
  #key: object = {};
  #isTouched = false;

  /** What stands for the fields in which an iteration is judged. */
  keyOf(id: Id): object {
    if (id !== this.#of) {
      if (this.#isTouched) this.#key = {};
      this.#isTouched = false;
      this.#of = id;
    }
    return this.#key;
  }

  /** Somebody comes to one of the fields. */
  readonly touch = ({ target }: Event): void => {
    this.#isTouched ||= target instanceof Element && target.matches('.input');
  };
}
