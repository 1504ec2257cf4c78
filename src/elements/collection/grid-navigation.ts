import type { Rows } from '../../layouts/geometry/rows.js';

/** A key that may move the focus. */
export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

export interface GridNavigation {
  readonly rows: Rows;
  /** Items that can have the focus. */
  readonly count: number;
  /** The one that has it. */
  readonly index: number;
  readonly rtl: boolean;
  /** Height of a page in px. */
  readonly page: number;
  /** Where up and down aim at, from the side where reading begins; default the middle of the item. */
  readonly goal?: number | undefined;
}

/** Where a key leads to. */
export interface GridTarget {
  readonly index: number;
  /** Kept while going up and down. */
  readonly goal?: number | undefined;
}

/** Keys in two dimensions over rows of different items; nothing for a key that does not move. */
export function gridTarget(at: GridNavigation, { key, ctrl, alt }: GridKey): GridTarget | undefined {
  if (alt) return ctrl ? undefined : sectionTarget(at, key);
  const { rows, count, index } = at;
  const last = (): GridTarget => ({ index: shownBefore(rows, count) ?? index });
  if (ctrl) return key === 'Home' ? { index: shownFrom(rows, 0, count) ?? index } : key === 'End' ? last() : undefined;
  const row = rows.rowOf(index);
  switch (key) {
    case 'ArrowLeft':
      return step(at, at.rtl ? 1 : -1);
    case 'ArrowRight':
      return step(at, at.rtl ? -1 : 1);
    case 'ArrowUp':
      return inRow(at, tileRow(rows, row - 1, -1));
    case 'ArrowDown':
      return inRow(at, tileRow(rows, row + 1, 1));
    case 'PageUp':
      return inRow(
        at,
        tileRow(rows, Math.min(row - 1, rows.rowAt(rows.rowTop(row) - at.page)), -1) ?? tileRow(rows, 0, 1),
      );
    case 'PageDown':
      return inRow(at, pageDown(at, row));
    case 'Home':
      return { index: isColumn(rows) ? 0 : rows.rowFirst(row) };
    case 'End':
      return { index: (isColumn(rows) ? count : Math.min(count, rows.rowEnd(row))) - 1 };
    default:
      return undefined;
  }
}

/** One below the other: the ends of a row would be where one is already. */
const isColumn = ({ count, rowCount }: Rows): boolean => count === rowCount;

const step = ({ rows, index, count }: GridNavigation, by: 1 | -1): GridTarget => ({
  index: (by > 0 ? shownFrom(rows, index + 1, count) : shownBefore(rows, index)) ?? index,
});

/** The first item from one on that is not folded away. */
export function shownFrom(rows: Rows, item: number, count: number): number | undefined {
  let at = Math.max(0, item);
  while (at < count && rows.isFolded?.(at)) at = rows.after?.(at) ?? at + 1;
  return at < count ? at : undefined;
}

/** The last item before one that is not folded away. */
export function shownBefore(rows: Rows, item: number): number | undefined {
  let at = rows.before?.(item) ?? item - 1;
  while (at >= 0 && rows.isFolded?.(at)) at = rows.before?.(at) ?? at - 1;
  return at < 0 ? undefined : at;
}

/** The row a page below; where only headings are left there, the last one above. */
function pageDown({ rows, page }: GridNavigation, row: number): number | undefined {
  const to = Math.max(row + 1, rows.rowAt(rows.rowTop(row) + page));
  const last = tileRow(rows, to, 1) ?? tileRow(rows, Math.min(to, rows.rowCount - 1), -1);
  return last === undefined || last <= row ? undefined : last;
}

/** The nearest row with items at or beyond a row, in a direction. */
function tileRow(rows: Rows, row: number, direction: 1 | -1): number | undefined {
  let at = row;
  while (at >= 0 && at < rows.rowCount && rows.isHeading(at)) at += direction;
  return at >= 0 && at < rows.rowCount ? at : undefined;
}

function inRow(at: GridNavigation, row: number | undefined): GridTarget {
  const { rows, count, index } = at;
  const own = rows.box(index);
  const goal = at.goal ?? own.x + own.width / 2;
  // A row of what has not been read yet is none: the last item is the end for now.
  if (row === undefined) return { index, goal };
  if (rows.rowFirst(row) >= count) row = rows.rowOf(count - 1);
  if (rows.isHeading(row)) return { index, goal };
  let best = index;
  let least = Infinity;
  for (let item = rows.rowFirst(row); item < Math.min(count, rows.rowEnd(row)); item++) {
    const { x, width } = rows.box(item);
    const distance = Math.max(0, x - goal, goal - x - width);
    if (distance < least) [best, least] = [item, distance];
  }
  return { index: best, goal };
}

/** With Alt, up and down lead to the first item of a section. */
function sectionTarget({ rows, index, count }: GridNavigation, key: string): GridTarget | undefined {
  const section = rows.sectionOf(index);
  if (key === 'ArrowDown') {
    const next = section + 1 < rows.sectionCount ? rows.sectionFirst(section + 1) : index;
    return { index: shownFrom(rows, Math.min(next, count - 1), count) ?? index };
  }
  if (key !== 'ArrowUp') return undefined;
  const first = rows.sectionFirst(section);
  const before = first < index ? first : shownBefore(rows, first);
  if (before === undefined) return { index };
  return { index: shownFrom(rows, rows.sectionFirst(rows.sectionOf(before)), count) ?? index };
}
