import type { Rows, RowsMetrics } from '../../layouts/geometry/rows.js';
import type { Id, Instant, Iteration } from '../../model/index.js';

/** When an iteration came: as it says itself, or in milliseconds since the epoch. */
export type Time = Instant | number;

/** Which section belongs to a time. */
export type SectionKey = (time: Time) => string;

/** How a list is drawn; all but the list itself. */
export interface ModelInput {
  readonly metrics: RowsMetrics;
  readonly row: (id: Id) => Iteration | undefined;
  /** Default: no sections. */
  readonly sectionKey?: SectionKey | undefined;
}

/** The ids of a list in their order, at one moment. */
export interface IdOrder {
  readonly count: number;
  /** Nothing where the id has not been read. */
  id(item: number): Id | undefined;
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
  /** From now on `changed` tells of these rows, and of all that are not final. */
  watch(ids: Iterable<Id>, row: ModelInput['row']): void;
  /** Whether a watched row is another now. */
  changed(row: ModelInput['row']): boolean;
}
