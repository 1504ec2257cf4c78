import type { Id } from '../../model/index.js';

/** A list in its whole order, as far as it is known: what a range runs over, drawn or not. */
export interface SelectionOrder {
  readonly count: number;
  /** Nothing where it has not been read. */
  id(item: number): Id | undefined;
  /** -1 where it is not, or not known. */
  indexOf(id: Id): number;
}

/** Items from `first` up to, not including, `end`. */
export type Span = readonly [first: number, end: number];

/** What became of a gesture. */
export interface GestureOutcome {
  /** More was asked for than may be selected. */
  readonly isLimited: boolean;
  /** What must be read before the gesture can be done: then do it again. */
  readonly unread: readonly Span[];
}

export const DONE: GestureOutcome = { isLimited: false, unread: [] };
export const LIMITED: GestureOutcome = { isLimited: true, unread: [] };

/** What a range has swept, of which list. */
export interface SweptSpan {
  readonly order: SelectionOrder;
  readonly view: string;
  /** How far it has come from where it began. */
  at: number;
}

/** A range that is to be taken. */
export interface Sweep {
  readonly order: SelectionOrder;
  readonly from: number;
  readonly to: number;
  readonly on: boolean;
  readonly view: string;
}

/** Runs of items whose ids are not known. */
export function unreadIn(order: SelectionOrder, first: number, end: number): readonly Span[] {
  const spans: [number, number][] = [];
  for (let item = first; item < end; item++) {
    if (order.id(item) !== undefined) continue;
    const last = spans.at(-1);
    if (last?.[1] === item) last[1] = item + 1;
    else spans.push([item, item + 1]);
  }
  return spans;
}
