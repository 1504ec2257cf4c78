import type { Localizer } from '../../i18n/index.js';
import type { Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { MediaTrouble } from '../../ui/media-trouble.js';

/** What playing on tiles needs of its element. */
export interface TilePlayerContext {
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  announce(text: string): void;
  /** The tile of an iteration, where it is drawn. */
  tile(id: Id): HTMLElement | undefined;
  /** Whether an iteration is in the list, read or not. */
  isListed(id: Id): boolean;
}

/** Why something does not play, in words. */
export const troubleText = (localizer: Localizer, trouble: MediaTrouble): string =>
  localizer.t(trouble === 'unplayable' ? 'player.cannotPlay' : 'player.cannotLoad');

/** Says on a tile why it does not play. */
export function noteOn(tile: HTMLElement, localizer: Localizer, trouble: MediaTrouble): HTMLElement {
  const note = document.createElement('span');
  note.className = 'badge on-picture tile-note';
  note.textContent = troubleText(localizer, trouble);
  tile.querySelector('.thumb')?.append(note);
  return note;
}
