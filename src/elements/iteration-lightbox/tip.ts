import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { Localizer } from '../../i18n/index.js';
import { keyName } from '../shortcuts/key-names.js';

class TipDirective extends Directive {
  #element: HTMLElement | undefined;
  #text = '';

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [text]: [string]): unknown {
    this.#text = text;
    if (!this.#element) {
      const element = (this.#element = part.element as HTMLElement);
      element.addEventListener('pointerenter', () => (element.title = this.#text));
      element.addEventListener('pointerleave', () => element.removeAttribute('title'));
    } else if (this.#element.title) this.#element.title = text;
    return noChange;
  }
}

/**
 * A title for those who point, of what has a name: `<button aria-label=… ${tip(text)}>`. A `title` that is always there is
 * its description too, and where it is not the name word by word, each control is read out twice.
 */
export const tip: (text: string) => DirectiveResult = directive(TipDirective);

/** What something is called, with the first of its keys. */
export const titleWithKey = (localizer: Localizer, label: string, [first]: readonly string[]): string =>
  first === undefined ? label : `${label} (${keyName(localizer, first)})`;

/** That, for those who point. */
export const tipWithKey = (localizer: Localizer, label: string, keys: readonly string[]): DirectiveResult =>
  tip(titleWithKey(localizer, label, keys));
