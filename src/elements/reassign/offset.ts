import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

class OffsetDirective extends Directive {
  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [top, height]: [number, number]): unknown {
    const { style } = part.element as HTMLElement;
    const [start, size] = [`${top}px`, `${height}px`];
    if (style.insetBlockStart !== start) style.insetBlockStart = start;
    if (style.blockSize !== size) style.blockSize = size;
    return noChange;
  }
}

/** Puts a row of a list to its place, in a way a strict host allows. */
export const offset: (top: number, height: number) => DirectiveResult = directive(OffsetDirective);
