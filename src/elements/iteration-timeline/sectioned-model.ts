import type { Rows } from '../../layouts/geometry/rows.js';
import { FoldedRows, type Fold } from '../../layouts/geometry/folded-rows.js';
import type { Id } from '../../model/index.js';
import type { AnyList } from '../collection/collection-list.js';
import type { CollectionModel, IdOrder, ModelInput, SectionItems, Time } from '../collection/collection-model.js';
import { sectionItems } from '../collection/section-items.js';

/** A list of which some sections are folded: otherwise it is the one below. */
export class SectionedModel implements CollectionModel {
  readonly base: CollectionModel;
  readonly looked: (list: AnyList) => AnyList;
  readonly #nameOf: ((section: number) => string) | undefined;
  #rows: FoldedRows;

  constructor(
    base: CollectionModel,
    folds: readonly Fold[],
    nameOf: ((section: number) => string) | undefined,
    looked: (list: AnyList) => AnyList,
  ) {
    this.base = base;
    this.looked = looked;
    this.#nameOf = nameOf;
    this.#rows = new FoldedRows(base.rows, folds, nameOf);
  }

  get rows(): FoldedRows {
    return this.#rows;
  }

  /** Folds others, without laying anything out. */
  take(folds: readonly Fold[]): void {
    this.#rows = new FoldedRows(this.base.rows, folds, this.#nameOf);
  }

  get order(): IdOrder {
    return this.base.order;
  }

  get count(): number {
    return this.base.count;
  }

  id(item: number): Id | undefined {
    return this.base.id(item);
  }

  indexOf(id: Id | undefined): number {
    return this.base.indexOf(id);
  }

  key(item: number): string {
    return this.base.key(item);
  }

  time(item: number): Time | undefined {
    return this.base.time(item);
  }

  isOpen(section: number): boolean {
    return this.base.isOpen(section);
  }

  sectionItems(section: number): SectionItems {
    return sectionItems(this.base, section);
  }

  placeOf(item: number): string | undefined {
    return this.base.placeOf?.(item);
  }

  placed(place: string): number {
    return this.base.placed?.(place) ?? -1;
  }

  itemNear(id: Id, like: Id | undefined): number {
    return this.base.itemNear?.(id, like) ?? -1;
  }

  comeBefore(before: IdOrder): number {
    return this.base.comeBefore?.(before) ?? 0;
  }

  watch(ids: Iterable<Id>, row: ModelInput['row']): void {
    this.base.watch(ids, row);
  }

  changed(row: ModelInput['row']): boolean {
    return this.base.changed(row);
  }
}

/**
 * What of a list is folded away. Of a section that goes on where nothing has been read, as much as is known to belong to it: the
 * rest has to be looked at to be read.
 * @param isFolded by the key of a section.
 * @param isAll everything is folded, also what turns out to be there: then one row of what has not been read is enough.
 */
export function foldsOf(model: CollectionModel, isFolded: (key: string) => boolean, isAll: boolean): readonly Fold[] {
  const { rows } = model;
  const folds: Fold[] = [];
  if (rows.metrics.headingHeight === 0) return folds;
  for (let section = 0; section < rows.sectionCount; section++) {
    if (!isFolded(rows.sectionKey(section))) continue;
    const sectionEnd = rows.sectionEnd(section);
    // What is still to come of a list that is read from its start goes with its last section.
    const { first, end } = model.sectionItems?.(section) ?? { first: rows.sectionFirst(section), end: sectionEnd };
    if (first < end) folds.push({ first, end });
    const after = isAll ? firstRowEnd(rows, end, sectionEnd) : sectionEnd;
    if (after < sectionEnd) folds.push({ first: after, end: sectionEnd });
  }
  return folds;
}

const firstRowEnd = (rows: Rows, item: number, end: number): number =>
  item < end ? rows.rowEnd(rows.rowOf(item)) : end;
