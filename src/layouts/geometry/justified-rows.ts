import { shallowEqual } from '../../internal/shallow-equal.js';
import { cleanRatio } from './ratio.js';
import { RowTable } from './row-table.js';
import type { Box, RowItems, Rows, RowsMetrics } from './rows.js';
import { SectionTable } from './section-table.js';

const NOTHING: RowsMetrics = { width: 0, rowHeight: 1, gap: 0, headingHeight: 0 };
/** A row that would be taller takes one item more instead, unless that would make it lower than half. */
const MOST_STRETCH = 1.4;
const LEAST_SHRINK = 0.5;

/**
 * Rows that fill the width exactly and keep the reading order, in sections. Boxes are in whole px; the last row of a
 * section is not stretched. All is known ahead: an offset's row and an item's box are found by binary search.
 */
export class JustifiedRows implements Rows {
  readonly #rows = new RowTable();
  readonly #sections = new SectionTable();
  #ratios = new Float32Array(64);
  #count = 0;
  #metrics = NOTHING;

  get count(): number {
    return this.#count;
  }

  get rowCount(): number {
    return this.#rows.count;
  }

  get sectionCount(): number {
    return this.#sections.count;
  }

  get metrics(): RowsMetrics {
    return this.#metrics;
  }

  /** Height of the whole. */
  get height(): number {
    return this.#rows.count === 0 ? 0 : this.#rows.bottom(this.#rows.count - 1);
  }

  /**
   * Lays out.
   * @param from the first item that is not as it was; the rows before it are kept, if the metrics are the same.
   */
  update(items: RowItems, metrics: RowsMetrics, from = 0): void {
    const width = Math.max(0, Math.floor(metrics.width));
    const known = this.#metrics;
    this.#metrics = { ...metrics, width };
    const start = this.#cut(shallowEqual(this.#metrics, known) ? Math.min(from, items.count, this.#count) : 0);
    this.#count = width > 0 ? items.count : 0;
    this.#reserve(this.#count);
    for (let item = start; item < this.#count; item++) this.#ratios[item] = cleanRatio(items.ratio(item));
    let item = start;
    while (item < this.#count) item = this.#layRow(item, items);
  }

  /** The ratio an item is drawn with. */
  ratio(item: number): number {
    return this.#ratios[item] ?? 1;
  }

  isHeading(row: number): boolean {
    return this.#rows.scale(row) === 0;
  }

  rowTop(row: number): number {
    return this.#rows.top(row);
  }

  rowHeight(row: number): number {
    return this.#rows.height(row);
  }

  /** First item of a row; of a heading, that of the row below. */
  rowFirst(row: number): number {
    return this.#rows.first(row);
  }

  /** One past the last item of a row. */
  rowEnd(row: number): number {
    return row + 1 < this.#rows.count ? this.#rows.first(row + 1) : this.#count;
  }

  rowOf(item: number): number {
    return this.#rows.rowOf(item);
  }

  /** The row at an offset, or the one before it where the offset falls between two. */
  rowAt(offset: number): number {
    return this.#rows.rowAt(offset);
  }

  sectionOf(item: number): number {
    return this.#sections.ofRow(this.rowOf(item));
  }

  sectionKey(section: number): string {
    return this.#sections.key(section);
  }

  sectionFirst(section: number): number {
    return this.#sections.first(section);
  }

  /** One past the last item of a section. */
  sectionEnd(section: number): number {
    return section + 1 < this.#sections.count ? this.#sections.first(section + 1) : this.#count;
  }

  sectionTop(section: number): number {
    return this.#rows.top(this.#sections.row(section));
  }

  sectionBottom(section: number): number {
    const next = section + 1 < this.#sections.count ? this.#sections.row(section + 1) : this.#rows.count;
    return this.#rows.bottom(next - 1);
  }

  /** Where an item is drawn. */
  box(item: number): Box {
    const row = this.rowOf(item);
    const scale = this.#rows.scale(row);
    const first = this.#rows.first(row);
    let before = 0;
    for (let at = first; at < item; at++) before += this.ratio(at);
    const gaps = (item - first) * this.#metrics.gap;
    const x = Math.round(before * scale) + gaps;
    const end = Math.min(this.#metrics.width, Math.round((before + this.ratio(item)) * scale) + gaps);
    return { x, y: this.#rows.top(row), width: Math.max(1, end - x), height: this.#rows.height(row) };
  }

  /** Drops the rows that an item from `from` on may change; answers the first item that has to be laid out. */
  #cut(from: number): number {
    // A row ends where it does because of the item after it.
    const row = from > 0 ? this.rowOf(from - 1) : 0;
    this.#rows.truncate(row);
    this.#sections.truncate(row);
    return from > 0 ? this.#rows.first(row) : 0;
  }

  #reserve(count: number): void {
    if (count <= this.#ratios.length) return;
    const ratios = new Float32Array(Math.max(count, this.#ratios.length * 2));
    ratios.set(this.#ratios);
    this.#ratios = ratios;
  }

  /** Lays the row that begins with an item, and its section's heading; answers the first item of the next row. */
  #layRow(first: number, items: RowItems): number {
    const { width, rowHeight, gap } = this.#metrics;
    const key = items.section?.(first) ?? '';
    this.#openSection(first, key, first === 0 && items.isContinued);
    const settled = items.rowEnd?.(first);
    let sum = 0;
    let item = first;
    if (settled !== undefined) {
      for (; item < settled; item++) sum += this.ratio(item);
      this.#push(first, (width - (settled - first - 1) * gap) / sum);
      return settled;
    }
    for (; item < this.#count && (item === first || (items.section?.(item) ?? '') === key); item++) {
      const gaps = (item - first) * gap;
      const wider = sum + this.ratio(item);
      if (wider * rowHeight + gaps >= width) {
        const withItem = (width - gaps) / wider;
        const without = item === first ? Infinity : (width - gaps + gap) / sum;
        const takes = isNearer(withItem, without, rowHeight);
        this.#push(first, takes ? withItem : without);
        return takes ? item + 1 : item;
      }
      sum = wider;
    }
    this.#push(first, rowHeight);
    return item;
  }

  #openSection(first: number, key: string, isContinued = false): void {
    const { headingHeight } = this.#metrics;
    const last = this.#sections.count - 1;
    if (last >= 0 && this.#sections.key(last) === key) return;
    this.#sections.push(key, this.#rows.count, first);
    if (headingHeight > 0 && !isContinued) this.#rows.push(first, this.#nextTop(), headingHeight, 0);
  }

  #push(first: number, scale: number): void {
    this.#rows.push(first, this.#nextTop(), Math.max(1, Math.round(scale)), scale);
  }

  #nextTop(): number {
    const last = this.#rows.count - 1;
    if (last < 0) return 0;
    return this.#rows.bottom(last) + (this.isHeading(last) ? 0 : this.#metrics.gap);
  }
}

/** Whether a row is nearer to its aim with one item more, which makes it lower, than without. */
function isNearer(withItem: number, without: number, aim: number): boolean {
  if (without === Infinity) return true;
  if (withItem < aim * LEAST_SHRINK) return false;
  return without > aim * MOST_STRETCH || aim - withItem <= without - aim;
}
