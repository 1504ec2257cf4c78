import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { Box } from '../../layouts/geometry/rows.js';

class PlaceDirective extends Directive {
  #box: Box | undefined;

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [box]: [Box]): unknown {
    const before = this.#box;
    const { style } = part.element as HTMLElement;
    if (before?.x !== box.x) style.insetInlineStart = `${box.x}px`;
    if (before?.y !== box.y) style.insetBlockStart = `${box.y}px`;
    if (before?.width !== box.width) style.inlineSize = `${box.width}px`;
    if (before?.height !== box.height) style.blockSize = `${box.height}px`;
    this.#box = box;
    return noChange;
  }
}

/** Puts an absolutely placed element into its box; writes only what has changed, in a way a strict host allows. */
export const place: (box: Box) => DirectiveResult = directive(PlaceDirective);
