import type { Rows, RowsMetrics } from '../../layouts/geometry/rows.js';
import type { Id, Instant, Iteration } from '../../model/index.js';
import type { Layout } from './layout.js';
import type { AnyList } from './collection-list.js';

/** When an iteration came: as it says itself, or in milliseconds since the epoch. */
export type Time = Instant | number;

/** Which section belongs to an iteration. */
export interface SectionKey {
  (time: Time, sessionId?: Id): string;
  /** How long a section usually is, in ms; nothing: time alone does not tell which section it is. */
  readonly spanMs?: number;
}

/** How a list is drawn; all but the list itself. */
export interface ModelInput {
  readonly metrics: RowsMetrics;
  readonly row: (id: Id) => Iteration | undefined;
  /** Default: no sections. */
  readonly sectionKey?: SectionKey | undefined;
  /** Default: justified rows. */
  readonly layout?: Layout | undefined;
  /** Makes of the list as it was laid out what is drawn. */
  readonly fold?: ((model: CollectionModel) => CollectionModel) | undefined;
}

/** The ids of a list in their order, at one moment. */
export interface IdOrder {
  readonly count: number;
  /** Nothing where the id has not been read. */
  id(item: number): Id | undefined;
  /** The session of an item, where the order itself knows it. */
  session?(item: number): Id | undefined;
}

/** What belongs to a section. */
export interface SectionItems {
  /** The items that are known to belong to it: from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** They are all: nothing that is still to be read can belong to it. */
  readonly isWhole: boolean;
}

/** The list as it is drawn: which id is where, and which rows must be looked at again when they change. */
export interface CollectionModel {
  readonly rows: Rows;
  /** Another one whenever anything is elsewhere. */
  readonly order: IdOrder;
  /** Items there are; `rows` may have placeholders below. */
  readonly count: number;
  id(item: number): Id | undefined;
  /** Place of an id in the list; -1 where it is not, or not known. */
  indexOf(id: Id | undefined): number;
  /** Tells an item from others whatever comes before it. */
  key(item: number): string;
  time(item: number): Time | undefined;
  /** Whether more may turn out to belong to a section, or less. */
  isOpen(section: number): boolean;
  /** The same in full, where not all that lies between has been read; else `sectionItems` can tell. */
  sectionItems?(section: number): SectionItems;
  /** Says for an item that has no id where it is, so that `placed` finds it again. */
  placeOf?(item: number): string | undefined;
  /** The item at a place; -1 where there is none any more. */
  placed?(place: string): number;
  /**
   * About where an id is that has not been read; -1 where that cannot be told.
   * @param like one that is in the list: what is archived and what is not are never in the same.
   */
  itemNear?(id: Id, like: Id | undefined): number;
  /** How many are before all that there were, where that can be told although the start has not been read. */
  comeBefore?(before: IdOrder): number;
  /** The list as it is to be looked at, where not all that lies between what shows does. */
  looked?(list: AnyList): AnyList;
  /** From now on `changed` tells of these rows, and of all that are not final. */
  watch(ids: Iterable<Id>, row: ModelInput['row']): void;
  /** Whether a watched row is another now. */
  changed(row: ModelInput['row']): boolean;
}
