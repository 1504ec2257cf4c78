import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { PlayerController } from '../../../controllers/player-controller.js';

/** Shows how a player stands; `isAnew` when the element it stands in was drawn. */
export type PaintPlayhead = (element: HTMLElement, isAnew: boolean) => void;

class PlayheadDirective extends AsyncDirective {
  #player: PlayerController | undefined;
  #element: HTMLElement | undefined;
  #paint: PaintPlayhead | undefined;
  #stop: (() => void) | undefined;

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [player, paint]: [PlayerController, PaintPlayhead]): unknown {
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
export const playhead: (player: PlayerController, paint: PaintPlayhead) => DirectiveResult =
  directive(PlayheadDirective);
