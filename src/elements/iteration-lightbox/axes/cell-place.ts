import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

class CellPlaceDirective extends Directive {
  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [start, width]: [number, number]): unknown {
    const { style } = part.element as HTMLElement;
    const [inset, size] = [`${start}px`, `${width}px`];
    if (style.insetInlineStart !== inset) style.insetInlineStart = inset;
    if (style.inlineSize !== size) style.inlineSize = size;
    return noChange;
  }
}

/** Where something is in the strip, and how wide, in px. */
export const cellPlace: (start: number, width: number) => DirectiveResult = directive(CellPlaceDirective);
