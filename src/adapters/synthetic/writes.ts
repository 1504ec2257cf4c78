import {
  AdapterError,
  type Annotation,
  type BatchResult,
  type Change,
  type ItemResult,
  type Selection,
} from '../../data/index.js';
import { inSlices } from '../../internal/in-slices.js';
import { omit } from '../../internal/omit.js';
import { stableJson } from '../../internal/stable-json.js';
import type { Id } from '../../model/index.js';
import type { ChangeLog } from './change-log.js';
import type { Library } from './library.js';
import type { Mark, Marks } from './marks.js';

/** Answers that are remembered by their idempotency key. */
const MOST_KEYS = 200;
/** Writes that can be taken back, and the rows of all of them; of the latest, however many it changed. */
const MOST_TOKENS = 5000;
const MOST_ROWS = 5_000_000;
/** Of a query that stands for more rows, only those are named that failed. */
const MOST_NAMED = 1000;

/** What a person asks for. */
export type WriteRequest =
  | {
      readonly to: 'archive';
      readonly selection: Selection;
      readonly on: 'iteration' | 'session';
      readonly archived: boolean;
    }
  | { readonly to: 'annotate'; readonly selection: Selection; readonly patch: Annotation }
  | { readonly to: 'undo'; readonly token: string };

/** What a write did, to take it back. */
interface Written {
  readonly on: 'iteration' | 'session';
  readonly write: number;
  readonly rows: readonly number[];
  /** The mark of each before. */
  readonly before: Uint32Array;
  readonly isNamed: boolean;
}

/** The rows that a write is about: named one by one, or not. */
interface Chosen {
  readonly on: 'iteration' | 'session';
  readonly rows: readonly number[];
  readonly unknown: readonly Id[];
  readonly isNamed: boolean;
}

function members(now: readonly string[] = [], { add = [], remove = [] }: NonNullable<Annotation['tags']>) {
  return [...new Set([...now, ...add])].filter((one) => !remove.includes(one));
}

function annotated(mark: Mark, { starred, rating, flag, tags, note }: Annotation): Mark {
  const next = {
    archivedAt: mark.archivedAt,
    starred: (starred ?? mark.starred) || undefined,
    rating: rating ?? mark.rating,
    flag: flag === undefined ? mark.flag : (flag ?? undefined),
    tags: tags ? members(mark.tags, tags) : mark.tags,
    note: (note ?? mark.note) || undefined,
  };
  const given = Object.entries(next).filter(([name, value]: [string, unknown]) =>
    name === 'tags' ? next.tags !== undefined && next.tags.length > 0 : value !== undefined,
  );
  return Object.fromEntries(given);
}

/** Puts rows and sessions away and back, judges rows, and takes that back. */
export class Writes {
  readonly #library: Library;
  readonly #log: ChangeLog;
  readonly #batchSize: number;
  readonly #answers = new Map<string, { readonly request: string; readonly answer: Promise<BatchResult> }>();
  readonly #written = new Map<string, Written>();
  /** How many rows those have changed. */
  #rows = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(library: Library, log: ChangeLog, batchSize: number) {
    this.#library = library;
    this.#log = log;
    this.#batchSize = batchSize;
  }

  /** Once per key: the same request gets the same answer, another one `conflict`. */
  run(request: WriteRequest, key: string): Promise<BatchResult> {
    const wanted = stableJson(request);
    const known = this.#answers.get(key);
    if (known && known.request !== wanted) {
      throw new AdapterError('conflict', 'This idempotency key belongs to another request');
    }
    if (known) return known.answer;
    const answer = this.#turn.then(() => this.#write(request));
    this.#turn = answer.catch(() => undefined);
    // What was not done may be tried again.
    answer.catch(() => this.#answers.delete(key));
    keep(this.#answers, key, { request: wanted, answer });
    return answer;
  }

  async #write(request: WriteRequest): Promise<BatchResult> {
    if (request.to === 'undo') return this.#undo(request.token);
    if (request.to === 'annotate') {
      const { patch, selection } = request;
      if (patch.rating !== undefined && ![0, 1, 2, 3, 4, 5].includes(patch.rating)) {
        throw new AdapterError('invalid', 'rating must be a whole number from 0 to 5');
      }
      return this.#edit(this.#select(selection, 'iteration'), (mark) => annotated(mark, patch));
    }
    const { on, archived, selection } = request;
    const archivedAt = new Date().toISOString();
    return this.#edit(this.#select(selection, on), (mark) => {
      if ((mark.archivedAt !== undefined) === archived) return mark;
      return archived ? { ...mark, archivedAt } : omit(mark, 'archivedAt');
    });
  }

  async #undo(token: string): Promise<BatchResult> {
    const written = this.#written.get(token);
    if (!written) throw new AdapterError('not-found', 'There is nothing to undo under this token');
    const { on, rows, before, write, isNamed } = written;
    const marks = this.#marks(on);
    const changed: Id[] = [];
    const left: number[] = [];
    const earlier = new Map<number, number>();
    rows.forEach((row, index) => {
      if (marks.writeOf(row) !== write) changed.push(this.#idOf(on, row));
      else {
        left.push(row);
        earlier.set(row, before[index] ?? 0);
      }
    });
    const answer = await this.#change({ on, rows: left, unknown: [], isNamed }, (_, row) => earlier.get(row) ?? 0);
    const conflicts = changed.map((id): ItemResult => {
      return { id, ok: false, error: { code: 'conflict', message: `'${id}' has changed since` } };
    });
    return { ...answer, results: [...answer.results, ...conflicts] };
  }

  /** Makes the same of rows: what that is, is worked out once for all that were alike. */
  #edit(chosen: Chosen, edit: (mark: Mark) => Mark): Promise<BatchResult> {
    const marks = this.#marks(chosen.on);
    const edited = new Map<number, number>();
    return this.#change(chosen, (was) => {
      const known = edited.get(was);
      if (known !== undefined) return known;
      const next = marks.add(edit(marks.at(was)));
      edited.set(was, next);
      return next;
    });
  }

  /** Gives rows other marks, by their numbers, in slices: a million take a while. */
  async #change(
    { on, rows, unknown, isNamed }: Chosen,
    nextOf: (was: number, row: number) => number,
  ): Promise<BatchResult> {
    const marks = this.#marks(on);
    const { state } = this.#library;
    const write = ++this.#count;
    const changed: number[] = [];
    const before: number[] = [];
    const results: ItemResult[] = unknown.map((id) => {
      return { id, ok: false, error: { code: 'not-found', message: `There is no '${id}'` } };
    });
    await inSlices(
      rows,
      (row) => {
        const was = marks.numberOf(row);
        const next = nextOf(was, row);
        if (next !== was) {
          state.set(on, row, next, write);
          changed.push(row);
          before.push(was);
        }
        if (isNamed) results.push({ id: this.#idOf(on, row), ok: true, rev: marks.rev(row) });
      },
      MOST_NAMED,
    );
    const token = `undo-${write}`;
    if (changed.length > 0) {
      this.#log.add(changed.length, () => changed.map((row) => this.#changeOf(on, row)));
      this.#remember(token, { on, write, rows: changed, before: Uint32Array.from(before), isNamed });
    }
    return {
      results,
      ...(!isNamed && { count: rows.length }),
      ...(changed.length > 0 && { undo: token }),
      ...(changed.length <= MOST_NAMED && { touched: { sessionIds: this.#sessionsOf(on, changed) } }),
    };
  }

  #remember(token: string, written: Written): void {
    this.#written.set(token, written);
    this.#rows += written.rows.length;
    for (const [oldest, { rows }] of this.#written) {
      if (oldest === token || (this.#rows <= MOST_ROWS && this.#written.size <= MOST_TOKENS)) return;
      this.#written.delete(oldest);
      this.#rows -= rows.length;
    }
  }

  #marks(on: 'iteration' | 'session'): Marks {
    const { items, sessions } = this.#library.state;
    return on === 'iteration' ? items : sessions;
  }

  #idOf(on: 'iteration' | 'session', row: number): Id {
    return on === 'iteration' ? this.#library.idOf(row) : this.#library.sessionIdOf(row);
  }

  #changeOf(on: 'iteration' | 'session', row: number): Change {
    return on === 'iteration'
      ? { type: 'iteration', item: this.#library.iteration(row) }
      : { type: 'session', item: this.#library.session(row) };
  }

  #sessionsOf(on: 'iteration' | 'session', rows: readonly number[]): readonly Id[] {
    const { sessions } = this.#library;
    const starts = on === 'session' ? rows : rows.map((row) => sessions.of(row).start);
    return [...new Set(starts)].map((start) => this.#library.sessionIdOf(start));
  }

  #select(selection: Selection, on: 'iteration' | 'session'): Chosen {
    const numberOf = (id: Id) => (on === 'iteration' ? this.#library.indexOf(id) : this.#library.startOf(id));
    if ('ids' in selection) {
      const ids = [...new Set(selection.ids)];
      if (ids.length > this.#batchSize) {
        throw new AdapterError('too-large', `A batch takes at most ${this.#batchSize} ids`);
      }
      const rows = ids.flatMap((id) => numberOf(id) ?? []);
      return { on, rows, unknown: ids.filter((id) => numberOf(id) === undefined), isNamed: true };
    }
    const { query, except = [] } = selection;
    const { sessions } = this.#library;
    const left = new Set(except.map(numberOf));
    const found = on === 'iteration' ? this.#library.rows(query.filter) : this.#library.sessionRows(query.filter);
    const numbers = found.slice(0, found.length);
    const all = on === 'iteration' ? numbers : numbers.map((number) => sessions.at(number).start);
    const rows = left.size > 0 ? all.filter((row) => !left.has(row)) : all;
    return { on, rows, unknown: [], isNamed: rows.length <= MOST_NAMED };
  }
}

/** Puts an answer into a memory that forgets the oldest. */
function keep<T>(memory: Map<string, T>, key: string, value: T): void {
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > MOST_KEYS && oldest !== undefined) memory.delete(oldest);
}
