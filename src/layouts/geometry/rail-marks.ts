import type { TimeRail } from './time-rail.js';

/** Where a month begins on a rail, from the newest. */
export interface RailMark {
  /** 0..1 along the rail. */
  readonly place: number;
  /** A time in that month. */
  readonly time: number;
  /** A year begins with it. */
  readonly isYear: boolean;
  /** There is room for its name. */
  readonly hasLabel: boolean;
}

/** How a rail is drawn. */
export interface RailScale {
  /** Height in px. */
  readonly length: number;
  /** Least distance of two labels, in px. */
  readonly least: number;
  /** The calendar day of a time, `YYYY-MM-DD`. */
  readonly dayOf: (time: number) => string;
}

const DAY_MS = 86_400_000;
/** Steps on either side that a density is the mean of. */
const AROUND = 2;

/** Months are named where they stand this many times farther from one another than they have to, on average. */
const ROOMY = 2;

const YEAR = 4;
const MONTH = 7;

/** Where months and years begin, to the px, as far as there is room; what is nearer together than that is one. */
export function railMarks(rail: TimeRail, { length, least, dayOf }: RailScale): readonly RailMark[] {
  const steps = Math.floor(length);
  if (rail.isEmpty || steps < 1) return [];
  const marks: Omit<RailMark, 'hasLabel'>[] = [];
  let before = '';
  for (let step = 0; step <= steps; step++) {
    const place = step / steps;
    const time = rail.timeAt(rail.offsetOf(place));
    const day = dayOf(time);
    if (day.slice(0, MONTH) === before.slice(0, MONTH)) continue;
    marks.push({ place, time, isYear: day.slice(0, YEAR) !== before.slice(0, YEAR) });
    before = day;
  }
  const labelled = labels(marks, length, least);
  const names = [...labelled].map(({ place }) => place);
  // What would be drawn through a name is left out.
  const isClear = (at: number): boolean => names.every((place) => Math.abs(place - at) * length * 2 >= least);
  return marks
    .map((mark) => ({ ...mark, hasLabel: labelled.has(mark) }))
    .filter(({ place, hasLabel }) => hasLabel || isClear(place));
}

/** Which of them have room for a label: years first, months where most of them have. */
function labels<T extends Omit<RailMark, 'hasLabel'>>(marks: readonly T[], length: number, least: number): Set<T> {
  const gap = (a: T | undefined, b: T | undefined): number => ((b?.place ?? 1) - (a?.place ?? 0)) * length;
  const years = marks.filter(({ isYear }) => isYear);
  const kept: T[] = [];
  for (const [index, year] of years.entries()) {
    const last = kept.at(-1);
    if (last && gap(last, year) < least) {
      // Of two, the one with more below it; at the top it stays, for what is next may not have room either.
      if (gap(year, years[index + 1]) <= gap(last, year)) continue;
      kept.pop();
    }
    kept.push(year);
  }
  const labelled = new Set(kept);
  if (marks.length * least * ROOMY > length) return labelled;
  let last: T | undefined;
  for (const mark of marks) {
    const next = kept.find(({ place }) => place >= mark.place);
    const hasRoom = (!last || gap(last, mark) >= least) && (!next || next === mark || gap(mark, next) >= least);
    if (!hasRoom) continue;
    labelled.add(mark);
    last = mark;
  }
  return labelled;
}

/** How much was made at each step of a rail, 0..1 of the most: items a day. */
export function railDensity(rail: TimeRail, steps: number): readonly number[] {
  if (rail.isEmpty) return [];
  const rates = Array.from({ length: Math.max(0, steps) }, (_, step) => {
    const from = rail.offsetOf((step - AROUND) / steps);
    const to = rail.offsetOf((step + 1 + AROUND) / steps);
    const days = Math.max(1, (rail.timeAt(from) - rail.timeAt(to)) / DAY_MS);
    return (rail.itemsAt(to) - rail.itemsAt(from)) / days;
  });
  const most = Math.max(...rates);
  return rates.map((rate) => (most > 0 ? rate / most : 0));
}
