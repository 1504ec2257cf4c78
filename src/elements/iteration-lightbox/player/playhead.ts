import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/** What a playhead is of: calls back whenever it has moved; returns how to stop that. */
export interface Observed {
  observe(observer: () => void): () => void;
}

/** Shows how a player stands; `isAnew` when the element it stands in was drawn. */
export type PaintPlayhead = (element: HTMLElement, isAnew: boolean) => void;

class PlayheadDirective extends AsyncDirective {
  #player: Observed | undefined;
  #element: HTMLElement | undefined;
  #paint: PaintPlayhead | undefined;
  #stop: (() => void) | undefined;

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [player, paint]: [Observed, PaintPlayhead]): unknown {
    this.#element = part.element as HTMLElement;
    this.#paint = paint;
    if (player !== this.#player) {
      this.disconnected();
      this.#player = player;
      this.reconnected();
    }
    paint(this.#element, true);
    return noChange;
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#stop = this.#player?.observe(() => {
      if (this.#element) this.#paint?.(this.#element, false);
    });
  }
}

/** Keeps an element up with a player, more often than its host is drawn: `<span ${playhead(player, paint)}></span>`. */
export const playhead: (player: Observed, paint: PaintPlayhead) => DirectiveResult = directive(PlayheadDirective);
