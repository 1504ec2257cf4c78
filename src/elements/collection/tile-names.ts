import type { Localizer } from '../../i18n/index.js';
import type { Iteration } from '../../model/index.js';
import { tileName } from '../../ui/iteration-tile-name.js';

interface Named {
  readonly localizer: Localizer;
  readonly prompt: string | undefined;
  readonly name: string;
}

/** Names of tiles, made once for each state of a row: cutting a text at its graphemes takes time. */
export class TileNames {
  readonly #known = new WeakMap<Iteration, Named>();

  get(localizer: Localizer, iteration: Iteration, prompt: string | undefined): string {
    const known = this.#known.get(iteration);
    if (known && known.localizer === localizer && known.prompt === prompt) return known.name;
    const name = tileName(localizer, iteration, prompt);
    this.#known.set(iteration, { localizer, prompt, name });
    return name;
  }
}
