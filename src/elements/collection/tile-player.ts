import type { LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { TileFilm } from './tile-film.js';
import type { TilePlayerContext } from './tile-note.js';
import { tilePlayerStyles } from './tile-player.styles.js';
import { TileSound } from './tile-sound.js';

/** Films and sounds on tiles: loaded when somebody comes to one. */
export class TilePlayer {
  readonly film: TileFilm;
  readonly sound: TileSound;

  constructor(host: LitElement, context: TilePlayerContext) {
    adoptStyles(host, tilePlayerStyles);
    const film = (this.film = new TileFilm(context));
    this.sound = new TileSound(host, context);
    host.addController({ hostUpdated: () => film.check(), hostDisconnected: () => film.stop() });
  }
}
