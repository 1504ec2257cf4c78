import type { Box, Rows, RowsMetrics } from './rows.js';
import { lastAtMost } from '../../internal/sorted-search.js';

const NOTHING: RowsMetrics = { width: 0, rowHeight: 1, gap: 0, headingHeight: 0 };

/**
 * Rows of many parts, each laid out by itself, one below the other: what changes in one lays that one out again and moves those
 * below it. A section may go on from part to part. With `k` parts everything is found in O(log k), and another part costs
 * O(k) additions: a million items are a thousand parts.
 */
export class SegmentRows implements Rows {
  #parts: readonly Rows[] = [];
  #metrics = NOTHING;
  #items = new Float64Array(1);
  #rows = new Float64Array(1);
  #tops = new Float64Array(1);
  /** The section each part begins in, or goes on with. */
  #sections = new Float64Array(1);
  #sectionCount = 0;

  get count(): number {
    return this.#items[this.#parts.length] ?? 0;
  }

  get rowCount(): number {
    return this.#rows[this.#parts.length] ?? 0;
  }

  get sectionCount(): number {
    return this.#sectionCount;
  }

  get metrics(): RowsMetrics {
    return this.#metrics;
  }

  get height(): number {
    const { length } = this.#parts;
    return length === 0 ? 0 : (this.#tops[length] ?? 0) - this.#metrics.gap;
  }

  /** Takes other parts; those that have nothing in them are left out. */
  update(parts: readonly Rows[], metrics: RowsMetrics): void {
    this.#parts = parts.filter((part) => part.rowCount > 0);
    this.#metrics = { ...metrics, width: Math.max(0, Math.floor(metrics.width)) };
    const { length } = this.#parts;
    this.#items = new Float64Array(length + 1);
    this.#rows = new Float64Array(length + 1);
    this.#tops = new Float64Array(length + 1);
    this.#sections = new Float64Array(length + 1);
    let [items, rows, top, sections] = [0, 0, 0, 0];
    let before: Rows | undefined;
    for (const [index, part] of this.#parts.entries()) {
      if (before?.sectionKey(before.sectionCount - 1) === part.sectionKey(0)) sections--;
      this.#sections[index] = sections;
      items += part.count;
      rows += part.rowCount;
      top += part.height + metrics.gap;
      sections += part.sectionCount;
      this.#items[index + 1] = items;
      this.#rows[index + 1] = rows;
      this.#tops[index + 1] = top;
      before = part;
    }
    this.#sectionCount = sections;
  }

  isHeading(row: number): boolean {
    const at = this.#partOf(this.#rows, row);
    return this.#part(at)?.isHeading(row - this.#start(this.#rows, at)) ?? false;
  }

  rowTop(row: number): number {
    const at = this.#partOf(this.#rows, row);
    return this.#start(this.#tops, at) + (this.#part(at)?.rowTop(row - this.#start(this.#rows, at)) ?? 0);
  }

  rowHeight(row: number): number {
    const at = this.#partOf(this.#rows, row);
    return this.#part(at)?.rowHeight(row - this.#start(this.#rows, at)) ?? 0;
  }

  rowFirst(row: number): number {
    const at = this.#partOf(this.#rows, row);
    return this.#start(this.#items, at) + (this.#part(at)?.rowFirst(row - this.#start(this.#rows, at)) ?? 0);
  }

  rowEnd(row: number): number {
    const at = this.#partOf(this.#rows, row);
    return this.#start(this.#items, at) + (this.#part(at)?.rowEnd(row - this.#start(this.#rows, at)) ?? 0);
  }

  rowOf(item: number): number {
    const at = this.#partOf(this.#items, item);
    return this.#start(this.#rows, at) + (this.#part(at)?.rowOf(item - this.#start(this.#items, at)) ?? 0);
  }

  rowAt(offset: number): number {
    const at = this.#partOf(this.#tops, offset);
    return this.#start(this.#rows, at) + (this.#part(at)?.rowAt(offset - this.#start(this.#tops, at)) ?? 0);
  }

  sectionOf(item: number): number {
    const at = this.#partOf(this.#items, item);
    return this.#start(this.#sections, at) + (this.#part(at)?.sectionOf(item - this.#start(this.#items, at)) ?? 0);
  }

  sectionKey(section: number): string {
    const at = this.#lastWith(section);
    return this.#part(at)?.sectionKey(section - this.#start(this.#sections, at)) ?? '';
  }

  sectionFirst(section: number): number {
    const at = this.#firstWith(section);
    const inside = section - this.#start(this.#sections, at);
    return this.#start(this.#items, at) + (this.#part(at)?.sectionFirst(inside) ?? 0);
  }

  sectionEnd(section: number): number {
    const at = this.#lastWith(section);
    const inside = section - this.#start(this.#sections, at);
    return this.#start(this.#items, at) + (this.#part(at)?.sectionEnd(inside) ?? 0);
  }

  sectionTop(section: number): number {
    const at = this.#firstWith(section);
    const inside = section - this.#start(this.#sections, at);
    return this.#start(this.#tops, at) + (this.#part(at)?.sectionTop(inside) ?? 0);
  }

  sectionBottom(section: number): number {
    const at = this.#lastWith(section);
    const inside = section - this.#start(this.#sections, at);
    return this.#start(this.#tops, at) + (this.#part(at)?.sectionBottom(inside) ?? 0);
  }

  box(item: number): Box {
    const at = this.#partOf(this.#items, item);
    const box = this.#part(at)?.box(item - this.#start(this.#items, at)) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { ...box, y: box.y + this.#start(this.#tops, at) };
  }

  #part(at: number): Rows | undefined {
    return this.#parts[at];
  }

  #start(starts: Float64Array, at: number): number {
    return starts[at] ?? 0;
  }

  #partOf(starts: Float64Array, value: number): number {
    return Math.max(0, lastAtMost(starts, this.#parts.length, value));
  }

  /** The last part that holds some of a section. */
  #lastWith(section: number): number {
    return this.#partOf(this.#sections, section);
  }

  /** The first part that holds some of a section: the one before those that only go on with it. */
  #firstWith(section: number): number {
    const at = this.#partOf(this.#sections, section - 0.5);
    const part = this.#part(at);
    return part && this.#start(this.#sections, at) + part.sectionCount > section ? at : at + 1;
  }
}
