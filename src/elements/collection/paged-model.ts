import { JustifiedRows } from '../../layouts/geometry/justified-rows.js';
import type { Rows } from '../../layouts/geometry/rows.js';
import { isFinal, iterationRatio, type Id, type Iteration } from '../../model/index.js';
import type { ListSnapshot } from '../../store/index.js';
import type { CollectionModel, IdOrder, ModelInput, Time } from './collection-model.js';
import { placeholders } from './list-size.js';

/** A list that is read from its start, as it is drawn. */
export interface PagedInput extends ModelInput {
  /** Nothing: there is no list. */
  readonly list: (Pick<ListSnapshot, 'status' | 'complete'> & { readonly ids?: readonly Id[] }) | undefined;
}

const NO_IDS: readonly Id[] = [];
/** Shares of what is usual, so that placeholders look like what they stand for. */
const PLACEHOLDER_RATIOS = [1.5, 1, 0.75, 1.78, 1, 1.33, 0.67, 1.5];

/** A list that is read page by page, with placeholders for what is still to come. */
export class PagedModel implements CollectionModel {
  readonly #justified = new JustifiedRows();
  rows: Rows = this.#justified;
  #ids = NO_IDS;
  #order: IdOrder = this.#orderOf(NO_IDS);
  #ratios: number[] = [];
  #keys: string[] = [];
  #indexes: Map<Id, number> | undefined;
  #sectionKey: ModelInput['sectionKey'];
  #row: ModelInput['row'] = () => undefined;
  /** Runs that are not over: their boxes may change, also out of view. */
  readonly #unsettled = new Set<Id>();
  readonly #watched = new Map<Id, Iteration | undefined>();

  get order(): IdOrder {
    return this.#order;
  }

  get count(): number {
    return this.#ids.length;
  }

  id(item: number): Id | undefined {
    return this.#ids[item];
  }

  key(item: number): string {
    return this.#ids[item] ?? `placeholder ${item - this.#ids.length}`;
  }

  time(item: number): Time | undefined {
    return this.#row(this.#ids[item] ?? '')?.createdAt;
  }

  isOpen(section: number): boolean {
    return this.rows.sectionEnd(section) > this.#ids.length;
  }

  indexOf(id: Id | undefined): number {
    if (id === undefined) return -1;
    this.#indexes ??= new Map(this.#ids.map((one, index) => [one, index]));
    return this.#indexes.get(id) ?? -1;
  }

  /** Takes what has changed and lays it out again from there on. */
  update({ list, metrics, row, sectionKey, layout }: PagedInput): void {
    const ids = list?.ids ?? NO_IDS;
    this.#row = row;
    if (sectionKey !== this.#sectionKey) this.#take([]);
    this.#sectionKey = sectionKey;
    let from = this.#takeChangedRatios(row);
    const count = this.#ids.length;
    if (ids !== this.#ids) from = Math.min(from, this.#take(ids));
    for (let index = this.#ratios.length; index < ids.length; index++) this.#read(ids[index] ?? '', row);
    const lastKey = this.#keys.at(-1) ?? '';
    this.#justified.update(
      {
        count: ids.length + (list ? placeholders(list, ids.length) : 0),
        ratio: (index) => this.#ratios[index] ?? PLACEHOLDER_RATIOS[index % PLACEHOLDER_RATIOS.length] ?? 1,
        section: (index) => this.#keys[index] ?? lastKey,
      },
      metrics,
      Math.min(from, count, ids.length),
    );
    this.rows = layout?.rows(this.#justified.count, metrics) ?? this.#justified;
  }

  watch(ids: Iterable<Id>, row: ModelInput['row']): void {
    this.#watched.clear();
    for (const id of ids) this.#watched.set(id, row(id));
    for (const id of this.#unsettled) this.#watched.set(id, row(id));
  }

  changed(row: ModelInput['row']): boolean {
    for (const [id, known] of this.#watched) if (row(id) !== known) return true;
    return false;
  }

  #takeChangedRatios(row: ModelInput['row']): number {
    let from = Infinity;
    for (const id of this.#watched.keys()) {
      const iteration = row(id);
      const index = this.indexOf(id);
      if (iteration && isFinal(iteration.status)) this.#unsettled.delete(id);
      if (!iteration || index < 0) continue;
      const ratio = iterationRatio(iteration);
      if (ratio === this.#ratios[index]) continue;
      this.#ratios[index] = ratio;
      from = Math.min(from, index);
    }
    return from;
  }

  /** Takes other ids; answers the first that is not where it was. */
  #take(ids: readonly Id[]): number {
    const before = this.#ids;
    let same = 0;
    while (same < ids.length && ids[same] === before[same]) same++;
    for (let index = same; index < before.length; index++) this.#unsettled.delete(before[index] ?? '');
    this.#ids = ids;
    this.#order = this.#orderOf(ids);
    this.#ratios.length = this.#keys.length = same;
    this.#indexes = undefined;
    return same;
  }

  #orderOf(ids: readonly Id[]): IdOrder {
    return { count: ids.length, id: (item) => ids[item] };
  }

  #read(id: Id, row: ModelInput['row']): void {
    const iteration = row(id);
    this.#ratios.push(iteration ? iterationRatio(iteration) : 1);
    this.#keys.push((iteration && this.#sectionKey?.(iteration.createdAt, iteration.sessionId)) ?? '');
    if (iteration && !isFinal(iteration.status)) this.#unsettled.add(id);
  }
}
