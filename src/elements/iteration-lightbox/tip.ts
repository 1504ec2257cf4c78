import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { Localizer } from '../../i18n/index.js';
import { keyName } from '../shortcuts/key-names.js';

/** The code comes with the first that is asked for; where it cannot be had, the button still has its name. */
const ask = (event: Event): void => {
  // What the event knows is forgotten once it has been heard.
  const { currentTarget, relatedTarget, pointerType } = event as PointerEvent;
  import('./tooltip.js').then(
    (code) => code.askForTip(currentTarget as HTMLElement, relatedTarget, pointerType),
    () => undefined,
  );
};

class TipDirective extends Directive {
  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [text]: [string]): unknown {
    const element = part.element as HTMLElement;
    if (element.dataset.tip === undefined) {
      for (const type of ['pointerenter', 'focus']) element.addEventListener(type, ask);
    }
    element.dataset.tip = text;
    return noChange;
  }
}

/**
 * A tooltip for those who point or come by key, of what has a name: `<button aria-label=… ${tip(text)}>`. Not a `title`:
 * no key shows one, and where it is not the name word by word, each control is read out twice.
 */
export const tip: (text: string) => DirectiveResult = directive(TipDirective);

/** What something is called, with the first of its keys. */
export const titleWithKey = (localizer: Localizer, label: string, [first]: readonly string[]): string =>
  first === undefined ? label : `${label} (${keyName(localizer, first)})`;

/** That, as a tooltip. */
export const tipWithKey = (localizer: Localizer, label: string, keys: readonly string[]): DirectiveResult =>
  tip(titleWithKey(localizer, label, keys));
