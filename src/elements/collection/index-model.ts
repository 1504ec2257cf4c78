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
import type { CollectionModel, IdOrder, ModelInput, SectionItems, SectionKey, Time } from './collection-model.js';
import { UNREAD } from './section-items.js';
import type { Layout } from './layout.js';

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
  readonly usual: number;
}

const NOTHING = new SegmentOrder([]);

/** A list with random access: each segment is laid out by itself, as soon as it has been read; until then as it is expected. */
export class IndexModel implements CollectionModel {
  readonly #segmentRows = new SegmentRows();
  rows: Rows = this.#segmentRows;
  #order = NOTHING;
  #metrics: RowsMetrics | undefined;
  #sectionKey: SectionKey | undefined;
  #layout: Layout | undefined;
  /** Items in a section, where time does not tell: as many as in what was read first. */
  #usual = 0;
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
    return !this.sectionItems(section).isWhole;
  }

  sectionItems(section: number): SectionItems {
    const { rows } = this;
    const order = this.#order;
    const [first, end] = [rows.sectionFirst(section), rows.sectionEnd(section)];
    const [from, to] = [order.segmentOf(first), order.segmentOf(end - 1)];
    const last = order.segments[to];
    if (last && !this.#isOne(last)) return { first, end: Math.max(first, order.start(to)), isWhole: false };
    const before = first === order.start(from) ? order.segments[from - 1] : undefined;
    const after = end === order.start(to + 1) ? order.segments[to + 1] : undefined;
    // What is still to be read there may begin it, or go on with it.
    const mayBegin =
      before && !before.columns && (this.#isTimeless || this.#keyOf(before.last) === rows.sectionKey(section));
    const mayGoOn = after && !after.columns && this.#isTimeless;
    return { first, end, isWhole: !mayBegin && !mayGoOn };
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
    return this.#order.near(Date.parse(row.createdAt));
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
  update({ list, metrics, row, sectionKey, layout }: IndexInput): void {
    this.#row = row;
    const isSame = shallowEqual(metrics, this.#metrics);
    const isLaid = list.order === this.#order && sectionKey === this.#sectionKey && layout === this.#layout;
    if (isSame && isLaid) return;
    if (!isSame) this.#metrics = metrics;
    const isOtherKey = sectionKey !== this.#sectionKey;
    this.#order = list.order;
    this.#sectionKey = sectionKey;
    this.#layout = layout;
    if (layout) {
      this.rows = layout.rows(list.order.count, metrics);
      return;
    }
    const { segments } = list.order;
    if (isOtherKey) this.#usual = 0;
    if (this.#isTimeless) this.#usual ||= usualRun(segments);
    const parts = metrics.width < 1 ? [] : segments.map((segment, at) => this.#rowsOf(segment, at, row));
    this.#segmentRows.update(parts, metrics);
    this.rows = this.#segmentRows;
  }

  #rowsOf(segment: Segment, at: number, row: ModelInput['row']): Rows {
    const { segments } = this.#order;
    const [before, after] = [segments[at - 1], segments[at + 1]];
    const isContinued = before !== undefined && this.#keyAt(before, before.count - 1) === this.#keyAt(segment, 0);
    const continues = after !== undefined && this.#keyAt(segment, segment.count - 1) === this.#keyAt(after, 0);
    const sectionKey = this.#sectionKey;
    const metrics = this.#metrics;
    const usual = segment.columns ? 0 : this.#usual;
    const laid = this.#laid.get(segment);
    const isSame = laid?.isContinued === isContinued && laid.continues === continues && laid.usual === usual;
    if (isSame && laid.metrics === metrics && laid.sectionKey === sectionKey) return laid.rows;
    if (!metrics) return new SegmentRows();
    const rows = this.#lay(segment, row, metrics, isContinued, continues);
    this.#laid.set(segment, { rows, metrics, sectionKey, isContinued, continues, usual });
    return rows;
  }

  #lay(segment: Segment, row: ModelInput['row'], metrics: RowsMetrics, isContinued: boolean, continues: boolean): Rows {
    const { columns, count, ratio } = segment;
    if (!columns) {
      const sections = this.#expectedIn(segment);
      return new UniformRows({ count, ratio, section: this.#keyAt(segment, 0), sections, isContinued }, metrics);
    }
    const { ids, ratios, kinds } = columns;
    const shape = (item: number): number => {
      const known = ratios[item];
      if (known) return known;
      const iteration = row(ids[item] ?? '');
      return iteration ? iterationRatio(iteration) : usualRatio(kindOf(kinds[item]));
    };
    const items: RowItems = {
      count,
      ratio: shape,
      ...(this.#sectionKey && { section: (item) => this.#keyAt(segment, item) }),
      isContinued,
    };
    const rows = new JustifiedRows();
    if (continues) layToTheEnd(rows, items, metrics);
    else rows.update(items, metrics);
    return rows;
  }

  /** How many sections there may be in a segment that has not been read. */
  #expectedIn({ count, first, last }: Segment): number {
    if (!this.#sectionKey) return 1;
    const { spanMs } = this.#sectionKey;
    const more = spanMs === undefined ? count / (this.#usual || count) - 1 : Math.abs(first - last) / spanMs;
    return Math.min(count, 1 + Math.floor(more));
  }

  /** Sections are not of times, and nothing of them is known until it has been read. */
  get #isTimeless(): boolean {
    return this.#sectionKey !== undefined && this.#sectionKey.spanMs === undefined;
  }

  /** Whether a segment is known to be in one section, although it has not been read. */
  #isOne({ columns, first, last }: Segment): boolean {
    return columns !== undefined || (!this.#isTimeless && this.#keyOf(first) === this.#keyOf(last));
  }

  #keyOf(time: number, sessionId?: Id): string {
    return this.#sectionKey?.(time, sessionId) ?? '';
  }

  /** The section of a row in a segment; one that has not been read counts as being in the section of its first row. */
  #keyAt({ columns, first, key }: Segment, item: number): string {
    if (!columns && this.#isTimeless) return `${UNREAD}${key}`;
    return this.#keyOf(columns?.times[item] ?? first, columns?.sessions[item]);
  }
}

/** How many neighbours are of one session, in what has been read. */
function usualRun(segments: readonly Segment[]): number {
  const sessions = segments.find(({ columns }) => columns)?.columns?.sessions ?? [];
  const runs = sessions.filter((session, index) => session !== sessions[index - 1]).length;
  return runs > 0 ? sessions.length / runs : 0;
}
