import { JustifiedRows, type RowsMetrics } from '../../layouts/geometry/justified-rows.js';
import { isFinal, type Id, type Iteration } from '../../model/index.js';
import { iterationRatio } from './iteration-ratio.js';

/** What is shown, in its order. */
export interface CollectionInput {
  readonly ids: readonly Id[];
  /** Placeholders for what is still to come, at the end. */
  readonly placeholders: number;
  readonly metrics: RowsMetrics;
  readonly row: (id: Id) => Iteration | undefined;
  /** Default: no sections. */
  readonly sectionKey?: ((iteration: Iteration) => string) | undefined;
}

/** Something on the screen, and how far below the top of the viewport it begins. */
export interface Anchor {
  readonly id: Id;
  readonly offset: number;
}

/** Shares of what is usual, so that placeholders look like what they stand for. */
const PLACEHOLDER_RATIOS = [1.5, 1, 0.75, 1.78, 1, 1.33, 0.67, 1.5];

/** The list as it is drawn: ids, where each is, and which rows must be looked at again when they change. */
export class CollectionModel {
  readonly rows = new JustifiedRows();
  #ids: readonly Id[] = [];
  #ratios: number[] = [];
  #keys: string[] = [];
  #indexes: Map<Id, number> | undefined;
  #sectionKey: CollectionInput['sectionKey'];
  /** Runs that are not over: their boxes may change, also out of view. */
  readonly #unsettled = new Set<Id>();
  readonly #watched = new Map<Id, Iteration | undefined>();

  get ids(): readonly Id[] {
    return this.#ids;
  }

  get count(): number {
    return this.#ids.length;
  }

  id(index: number): Id | undefined {
    return this.#ids[index];
  }

  /** Place of an id in the list; -1 where it is not. */
  indexOf(id: Id | undefined): number {
    if (id === undefined) return -1;
    this.#indexes ??= new Map(this.#ids.map((one, index) => [one, index]));
    return this.#indexes.get(id) ?? -1;
  }

  /** Takes what has changed and lays it out again from there on. */
  update(input: CollectionInput): void {
    const { ids, placeholders, metrics, row, sectionKey } = input;
    if (sectionKey !== this.#sectionKey) this.#take([]);
    this.#sectionKey = sectionKey;
    let from = this.#takeChangedRatios(row);
    const count = this.#ids.length;
    if (ids !== this.#ids) from = Math.min(from, this.#take(ids));
    for (let index = this.#ratios.length; index < ids.length; index++) this.#read(ids[index] ?? '', row);
    const lastKey = this.#keys.at(-1) ?? '';
    this.rows.update(
      {
        count: ids.length + placeholders,
        ratio: (index) => this.#ratios[index] ?? PLACEHOLDER_RATIOS[index % PLACEHOLDER_RATIOS.length] ?? 1,
        section: (index) => this.#keys[index] ?? lastKey,
      },
      metrics,
      Math.min(from, count, ids.length),
    );
  }

  /** From now on `changed` tells of these rows, and of all that are not final. */
  watch(ids: Iterable<Id>, row: CollectionInput['row']): void {
    this.#watched.clear();
    for (const id of ids) this.#watched.set(id, row(id));
    for (const id of this.#unsettled) this.#watched.set(id, row(id));
  }

  /** Whether a watched row is another now. */
  changed(row: CollectionInput['row']): boolean {
    for (const [id, known] of this.#watched) if (row(id) !== known) return true;
    return false;
  }

  /** What shows between two offsets, from the first that shows whole: whichever of them stays can hold the rest in place. */
  anchors(top: number, height: number): readonly Anchor[] {
    const { rows } = this;
    if (rows.rowCount === 0) return [];
    const anchors: Anchor[] = [];
    const cut: Anchor[] = [];
    for (let row = rows.rowAt(top); row < rows.rowCount && rows.rowTop(row) < top + height; row++) {
      const offset = rows.rowTop(row) - top;
      for (let index = rows.rowFirst(row); index < rows.rowEnd(row); index++) {
        const id = this.#ids[index];
        if (id !== undefined) (offset < 0 ? cut : anchors).push({ id, offset });
      }
    }
    return [...anchors, ...cut];
  }

  #takeChangedRatios(row: CollectionInput['row']): number {
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
    this.#ratios.length = this.#keys.length = same;
    this.#indexes = undefined;
    return same;
  }

  #read(id: Id, row: CollectionInput['row']): void {
    const iteration = row(id);
    this.#ratios.push(iteration ? iterationRatio(iteration) : 1);
    this.#keys.push((iteration && this.#sectionKey?.(iteration)) ?? '');
    if (iteration && !isFinal(iteration.status)) this.#unsettled.add(id);
  }
}
