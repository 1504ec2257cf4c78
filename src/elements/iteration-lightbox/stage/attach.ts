import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { PlayerController } from '../../../controllers/player-controller.js';

class AttachDirective extends AsyncDirective {
  #element: Element | undefined;
  #player: PlayerController | undefined;

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [player]: [PlayerController]): unknown {
    this.#player = player;
    if (!this.#element) player.attach((this.#element = part.element));
    return noChange;
  }

  protected override disconnected(): void {
    // The next one may be there already.
    if (this.#player?.media === this.#element) this.#player?.attach(undefined);
  }

  protected override reconnected(): void {
    this.#player?.attach(this.#element);
  }
}

/** As `ref` of Lit would, which is larger than all that is needed of it here: gives a player its `<audio>` or `<video>` while that is in the document: `<video ${attach(player)}>`. */
export const attach: (player: PlayerController) => DirectiveResult = directive(AttachDirective);
