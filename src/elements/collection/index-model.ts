import { kindOf } from '../../internal/kind-letters.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { layToTheEnd } from '../../layouts/geometry/full-end.js';
import { JustifiedRows } from '../../layouts/geometry/justified-rows.js';
import type { RowItems, Rows, RowsMetrics } from '../../layouts/geometry/rows.js';
import { SegmentRows } from '../../layouts/geometry/segment-rows.js';
import { UniformRows } from '../../layouts/geometry/uniform-rows.js';
import { iterationRatio, usualRatio, type Id, type Iteration } from '../../model/index.js';
import type { IndexSnapshot } from '../../store/indexed/indexed-list.js';
import type { Segment } from '../../store/indexed/segment.js';
import { SegmentOrder } from '../../store/indexed/segment-order.js';
import type { CollectionModel, IdOrder, ModelInput, SectionKey, Time } from './collection-model.js';

/** A list with random access, as it is drawn. */
export interface IndexInput extends ModelInput {
  readonly list: IndexSnapshot;
}

/** How a segment was laid out, and for what. */
interface Laid {
  readonly rows: Rows;
  readonly metrics: RowsMetrics;
  readonly sectionKey: SectionKey | undefined;
  readonly isContinued: boolean;
  readonly continues: boolean;
}

const DAY_MS = 86_400_000;
const NOTHING = new SegmentOrder([]);

/** A list with random access: each segment is laid out by itself, as soon as it has been read; until then as it is expected. */
export class IndexModel implements CollectionModel {
  readonly rows = new SegmentRows();
  #order = NOTHING;
  #metrics: RowsMetrics | undefined;
  #sectionKey: SectionKey | undefined;
  #row: ModelInput['row'] = () => undefined;
  #laid = new WeakMap<Segment, Laid>();
  readonly #watched = new Map<Id, Iteration | undefined>();

  get order(): SegmentOrder {
    return this.#order;
  }

  get count(): number {
    return this.#order.count;
  }

  id(item: number): Id | undefined {
    return this.#order.id(item);
  }

  indexOf(id: Id | undefined): number {
    return id === undefined ? -1 : this.#order.indexOf(id);
  }

  key(item: number): string {
    return this.#order.id(item) ?? `place ${this.placeOf(item)}`;
  }

  time(item: number): Time | undefined {
    return this.#order.time(item);
  }

  isOpen(section: number): boolean {
    const { rows } = this;
    return [rows.sectionFirst(section), rows.sectionEnd(section) - 1].some((item) => {
      const segment = this.#order.segments[this.#order.segmentOf(item)];
      return !!segment && !segment.columns && this.#keyOf(segment.first) !== this.#keyOf(segment.last);
    });
  }

  placeOf(item: number): string {
    const at = this.#order.segmentOf(item);
    return `${item - this.#order.start(at)} ${this.#order.segments[at]?.key ?? ''}`;
  }

  placed(place: string): number {
    const [inside = '', ...key] = place.split(' ');
    const at = this.#order.segments.findIndex((segment) => segment.key === key.join(' '));
    const count = this.#order.segments[at]?.count ?? 0;
    return count > 0 ? this.#order.start(at) + Math.min(count - 1, Number(inside)) : -1;
  }

  itemNear(id: Id, like: Id | undefined): number {
    const [row, other] = [this.#row(id), this.#row(like ?? id)];
    if (!row || Boolean(row.archivedAt) !== Boolean(other?.archivedAt)) return -1;
    const time = Date.parse(row.createdAt);
    const isIn = ({ first, last }: Segment): boolean => (first - time) * (time - last) >= 0;
    const at = this.#order.segments.findIndex((segment) => !segment.columns && isIn(segment));
    const segment = this.#order.segments[at];
    if (!segment) return -1;
    const { first, last, count } = segment;
    const share = first === last ? 0 : (time - first) / (last - first);
    return this.#order.start(at) + Math.round(share * (count - 1));
  }

  comeBefore(before: IdOrder): number {
    const first = before instanceof SegmentOrder ? before.segments[0] : undefined;
    if (!first) return 0;
    const { segments } = this.#order;
    const at = segments.findIndex(({ key }) => key === first.key);
    const now = segments[Math.max(0, at)];
    // One that begins as before may have grown anywhere but at its start.
    if (!now || now.first === first.first) return this.#order.start(Math.max(0, at));
    return at < 0 ? this.count - before.count : this.#order.start(at) + Math.max(0, now.count - first.count);
  }

  watch(ids: Iterable<Id>, row: ModelInput['row']): void {
    this.#watched.clear();
    for (const id of ids) this.#watched.set(id, row(id));
  }

  changed(row: ModelInput['row']): boolean {
    for (const [id, known] of this.#watched) if (row(id) !== known) return true;
    return false;
  }

  /** Takes what has changed: lays out again the segments that are others, or have other neighbours. */
  update({ list, metrics, row, sectionKey }: IndexInput): void {
    this.#row = row;
    const isSame = shallowEqual(metrics, this.#metrics);
    if (isSame && list.order === this.#order && sectionKey === this.#sectionKey) return;
    if (!isSame) this.#metrics = metrics;
    this.#order = list.order;
    this.#sectionKey = sectionKey;
    const { segments } = list.order;
    const parts = metrics.width < 1 ? [] : segments.map((segment, at) => this.#rowsOf(segment, at, row));
    this.rows.update(parts, metrics);
  }

  #rowsOf(segment: Segment, at: number, row: ModelInput['row']): Rows {
    const { segments } = this.#order;
    const [before, after] = [segments[at - 1], segments[at + 1]];
    const isContinued = before !== undefined && this.#lastKey(before) === this.#keyOf(timeOf(segment, 0));
    const continues = after !== undefined && this.#lastKey(segment) === this.#keyOf(timeOf(after, 0));
    const sectionKey = this.#sectionKey;
    const metrics = this.#metrics;
    const laid = this.#laid.get(segment);
    const isSame = laid?.isContinued === isContinued && laid.continues === continues;
    if (isSame && laid.metrics === metrics && laid.sectionKey === sectionKey) return laid.rows;
    if (!metrics) return new SegmentRows();
    const rows = this.#lay(segment, row, metrics, isContinued, continues);
    this.#laid.set(segment, { rows, metrics, sectionKey, isContinued, continues });
    return rows;
  }

  #lay(segment: Segment, row: ModelInput['row'], metrics: RowsMetrics, isContinued: boolean, continues: boolean): Rows {
    const { columns, count, ratio, first, last } = segment;
    if (!columns) {
      const days = this.#sectionKey ? Math.min(count, 1 + Math.floor(Math.abs(first - last) / DAY_MS)) : 1;
      return new UniformRows({ count, ratio, section: this.#keyOf(first), sections: days, isContinued }, metrics);
    }
    const { ids, ratios, kinds, times } = columns;
    const shape = (item: number): number => {
      const known = ratios[item];
      if (known) return known;
      const iteration = row(ids[item] ?? '');
      return iteration ? iterationRatio(iteration) : usualRatio(kindOf(kinds[item]));
    };
    const items: RowItems = {
      count,
      ratio: shape,
      ...(this.#sectionKey && { section: (item) => this.#keyOf(times[item] ?? first) }),
      isContinued,
    };
    const rows = new JustifiedRows();
    if (continues) layToTheEnd(rows, items, metrics);
    else rows.update(items, metrics);
    return rows;
  }

  #keyOf(time: number): string {
    return this.#sectionKey?.(time) ?? '';
  }

  /** The section that a segment ends with; one that has not been read counts as being in the section of its first row. */
  #lastKey(segment: Segment): string {
    return this.#keyOf(segment.columns ? timeOf(segment, segment.count - 1) : segment.first);
  }
}

const timeOf = ({ columns, first }: Segment, item: number): number => columns?.times[item] ?? first;
