import { throwIfAborted } from './abort.js';
import type { Plan } from './plan.js';
import type { Bound, Entry, Span, Transaction } from './storage.js';

/** Where and how to walk a list. */
export interface Course {
  readonly reverse: boolean;
  /** Start behind (or, with `open: false`, at) this place, in the direction of the walk. */
  readonly from?: Bound | undefined;
  /** How many rows are wanted, as far as is known. */
  readonly expect?: number;
  readonly signal?: AbortSignal | undefined;
}

const MOST = 250;

const isBefore = (a: Pick<Bound, 'at' | 'id'>, b: Pick<Bound, 'at' | 'id'>): boolean =>
  a.at < b.at || (a.at === b.at && a.id < b.id);

/** The part of a span that lies behind a place. */
export function cut(span: Span, from: Bound | undefined, reverse: boolean): Span {
  if (!from) return span;
  if (reverse) return { ...span, upper: span.upper && isBefore(span.upper, from) ? span.upper : from };
  return { ...span, lower: span.lower && isBefore(from, span.lower) ? span.lower : from };
}

class Source<T extends 'sessions' | 'iterations'> {
  readonly #tx: Transaction;
  readonly #plan: Plan<T>;
  readonly #course: Course;
  #span: Span;
  #rows: readonly Entry<T>[] = [];
  #index = 0;
  #size: number;
  #done = false;

  constructor(tx: Transaction, plan: Plan<T>, span: Span, course: Course) {
    this.#tx = tx;
    this.#plan = plan;
    this.#course = course;
    this.#span = cut(span, course.from, course.reverse);
    this.#size = Math.min(MOST, course.expect ?? MOST);
  }

  async peek(): Promise<Entry<T> | undefined> {
    if (this.#index >= this.#rows.length && !this.#done) await this.#fill();
    return this.#rows[this.#index];
  }

  take(): void {
    this.#index++;
  }

  async #fill(): Promise<void> {
    throwIfAborted(this.#course.signal);
    const { reverse } = this.#course;
    this.#rows = await this.#tx.page(this.#plan.table, this.#span, { limit: this.#size, reverse });
    this.#index = 0;
    this.#done = this.#rows.length < this.#size;
    this.#size = MOST;
    const last = this.#rows.at(-1);
    if (last) this.#span = cut(this.#span, { at: last.at, id: last.id, open: true }, reverse);
  }
}

/** The rows of a list, in order, read as they are wanted. */
export async function* walk<T extends 'sessions' | 'iterations'>(
  tx: Transaction,
  plan: Plan<T>,
  course: Course,
): AsyncGenerator<Entry<T>, void, undefined> {
  const sources = plan.spans.map((span) => new Source(tx, plan, span, course));
  for (;;) {
    let next: { readonly source: Source<T>; readonly row: Entry<T> } | undefined;
    for (const source of sources) {
      const row = await source.peek();
      if (row && (!next || isBefore(row, next.row) !== course.reverse)) next = { source, row };
    }
    if (!next) return;
    next.source.take();
    if (plan.exact || (await plan.matches(next.row, tx))) yield next.row;
  }
}

/** How many rows a list has, from a place on if one is given. */
export async function countRows<T extends 'sessions' | 'iterations'>(
  tx: Transaction,
  plan: Plan<T>,
  course: Course = { reverse: false },
): Promise<number> {
  let count = 0;
  if (plan.exact) {
    for (const span of plan.spans) count += await tx.count(plan.table, cut(span, course.from, course.reverse));
    return count;
  }
  const rows = walk(tx, plan, course);
  while (!(await rows.next()).done) count++;
  return count;
}
