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
  if (ctrl) return key === 'Home' ? { index: 0 } : key === 'End' ? { index: at.count - 1 } : undefined;
  const { rows, count, index } = at;
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
      return inRow(at, tileRow(rows, Math.max(row + 1, rows.rowAt(rows.rowTop(row) + at.page)), 1));
    case 'Home':
      return { index: rows.rowFirst(row) };
    case 'End':
      return { index: Math.min(count, rows.rowEnd(row)) - 1 };
    default:
      return undefined;
  }
}

const step = ({ index, count }: GridNavigation, by: number): GridTarget => ({
  index: Math.min(count - 1, Math.max(0, index + by)),
});

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
    return { index: Math.min(next, count - 1) };
  }
  if (key !== 'ArrowUp') return undefined;
  const first = rows.sectionFirst(section);
  return { index: first < index ? first : rows.sectionFirst(Math.max(0, section - 1)) };
}
