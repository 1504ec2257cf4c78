import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

class BlockPlaceDirective extends Directive {
  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [share]: [number]): unknown {
    (part.element as HTMLElement).style.insetBlockStart = `${share * 100}%`;
    return noChange;
  }
}

/** Puts an absolutely placed element at a share of what it stands in, in a way a strict host allows. */
export const blockPlace: (share: number) => DirectiveResult = directive(BlockPlaceDirective);
