import type { Id, Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { AnyList } from './collection-list.js';

/** The list that an iteration was opened from. */
export interface OpenedList {
  /** What was opened. */
  readonly id: Id;
  readonly query: Query;
  /** The list as the element that shows it has it: another one when that shows something else. */
  list(): AnyList;
}

// There may be no lightbox that takes it: it must not keep an element that is no more.
const opened = new WeakMap<ImaginationsStore, WeakRef<OpenedList>>();

/** Says which list an iteration is about to be opened from, for as long as the caller has it; nothing: it was not opened after all. */
export function openFrom(store: ImaginationsStore, from: OpenedList | undefined): void {
  if (from) opened.set(store, new WeakRef(from));
  else opened.delete(store);
}

/** The list that an iteration was opened from; asked once. Nothing where it was opened by something else. */
export function takeOpenedList(store: ImaginationsStore, id: Id): OpenedList | undefined {
  const from = opened.get(store)?.deref();
  opened.delete(store);
  return from?.id === id ? from : undefined;
}
