import type { LitElement } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { Id, Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { CardIds } from './card-anchors.js';
import type { KeyStroke } from './card-keys.js';

/** What the parts that come later need of the cards. */
export interface Cards {
  readonly host: LitElement;
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  /** The list as far as it is known. */
  ids(): CardIds;
  /** The query of what is shown. */
  query(): Query;
  /** The card that keys start from. */
  origin(): Id | undefined;
  /** The place of the card that a key leads to, or -1. */
  leadsTo(stroke: KeyStroke): number;
  /** Moves the focus to the card at a place. */
  go(place: number): void;
  /** Puts the field for a title in the place of the name; `null`: and the name back. @returns whether that made a difference. */
  rename(id: Id | null): boolean;
}
