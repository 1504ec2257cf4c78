import {
  AdapterError,
  type Annotation,
  type BatchResult,
  type Change,
  type ItemResult,
  type NewSession,
  type ReassignTarget,
  type Selection,
} from '../../data/index.js';
import { inSlices } from '../../internal/in-slices.js';
import { omit } from '../../internal/omit.js';
import type { Id } from '../../model/index.js';
import type { ChangeLog } from './change-log.js';
import { annotated, archived, filed, type Edit } from './edits.js';
import type { Library } from './library.js';
import type { Mark, Marks } from './marks.js';
import type { Projects } from './projects.js';
import { WrittenLog, type Written } from './written-log.js';

/** Of a query that stands for more rows, only those are named that failed. */
const MOST_NAMED = 1000;

type Sort = 'iteration' | 'session';

/** What a person asks for. */
export type WriteRequest =
  | { readonly to: 'archive'; readonly selection: Selection; readonly on: Sort; readonly archived: boolean }
  | { readonly to: 'annotate'; readonly selection: Selection; readonly patch: Annotation }
  | { readonly to: 'reassign'; readonly selection: Selection; readonly target: ReassignTarget }
  | { readonly to: 'undo'; readonly token: string };

/** The rows that a write is about: named one by one, or not. */
interface Chosen {
  readonly on: Sort;
  /** In ascending order where they are not named. */
  readonly rows: ArrayLike<number>;
  readonly unknown: readonly Id[];
  readonly isNamed: boolean;
  /** The one that comes first in what was asked for. */
  readonly first: number | undefined;
}

/** The number of the mark a row gets; `undefined` where it must stay as it is. */
type NextOf = (was: number, row: number) => number | undefined;

/** Sessions that come or go with a write. */
type Places = Pick<Written, 'made' | 'unmade'>;

/** Puts rows and sessions away and back, judges and moves rows, and takes that back. */
export class Writes {
  readonly #library: Library;
  readonly #projects: Projects;
  readonly #log: ChangeLog;
  readonly #batchSize: number;
  readonly #written = new WrittenLog();
  #count = 0;
  /** When the last session was made, in ms since the epoch. */
  #clock: number;

  /** @param now no session that is made is earlier, in ms since the epoch. */
  constructor(library: Library, projects: Projects, log: ChangeLog, batchSize: number, now: number) {
    this.#library = library;
    this.#projects = projects;
    this.#log = log;
    this.#batchSize = batchSize;
    this.#clock = now;
  }

  write(request: WriteRequest): Promise<BatchResult> {
    switch (request.to) {
      case 'undo':
        return this.#undo(request.token);
      case 'annotate':
        return this.#edit(this.#select(request.selection, 'iteration'), annotated(request.patch));
      case 'archive': {
        const edit = archived(request.archived, new Date().toISOString());
        return this.#edit(this.#select(request.selection, request.on), edit);
      }
      case 'reassign':
        return this.#reassign(this.#select(request.selection, 'iteration'), request.target);
    }
  }

  #reassign(chosen: Chosen, target: ReassignTarget): Promise<BatchResult> {
    if ('projects' in target) {
      const unknown = target.projects.add?.find((id) => !this.#projects.has(id));
      if (unknown !== undefined) throw new AdapterError('not-found', `There is no project '${unknown}'`);
      return this.#edit(chosen, filed(target.projects));
    }
    if ('create' in target) return this.#moveToNew(chosen, target.create);
    const start = this.#library.startOf(target.sessionId);
    if (start === undefined) throw new AdapterError('not-found', `There is no session '${target.sessionId}'`);
    return this.#move(chosen, start);
  }

  /** Makes a session with the brief of the first row that moves into it; none where no row does. */
  #moveToNew(chosen: Chosen, { title }: NewSession): Promise<BatchResult> {
    const { first } = chosen;
    if (first === undefined) return this.#edit(chosen, (mark) => mark);
    const { made } = this.#library.state;
    const from = this.#library.homeOf(first);
    const like = made.get(from - this.#library.size)?.like ?? from;
    const start = this.#library.size + made.add({ createdAt: this.#tick(), title, like });
    return this.#move(chosen, start, { made: start });
  }

  #move(chosen: Chosen, start: number, places?: Places): Promise<BatchResult> {
    const { sessions, size, state } = this.#library;
    const run = start < size ? sessions.of(start) : { start, end: start };
    if (chosen.rows.length > 0) state.activity.set(start, this.#tick());
    const sessionId = this.#library.sessionIdOf(start);
    const home = this.#once(chosen.on, (mark) => omit(mark, 'sessionId'));
    const away = this.#once(chosen.on, (mark) => ({ ...mark, sessionId }));
    return this.#change(chosen, (was, row) => (row >= run.start && row < run.end ? home : away)(was), places);
  }

  async #undo(token: string): Promise<BatchResult> {
    const written = this.#written.get(token);
    if (!written) throw new AdapterError('not-found', 'There is nothing to undo under this token');
    const { on, rows, before, write, isNamed, made, unmade } = written;
    const { state } = this.#library;
    const marks = this.#marks(on);
    const isBack = unmade !== undefined && !this.#library.isThere(unmade);
    if (isBack) this.#put(unmade, true);
    const isHome = (row: number, mark: Mark): boolean => {
      const made = this.#library.homeOf(row, mark) - this.#library.size;
      return on === 'session' || made < 0 || state.made.isThere(made);
    };
    let place = 0;
    const nextOf: NextOf = (_, row) => {
      const earlier = before[place++] ?? 0;
      return marks.writeOf(row) === write && isHome(row, marks.at(earlier)) ? earlier : undefined;
    };
    const chosen = { on, rows, unknown: [], isNamed, first: undefined };
    return this.#change(chosen, nextOf, () => {
      // One in which there is something stays, and one that somebody has put away.
      const goes =
        made !== undefined &&
        this.#library.isThere(made) &&
        state.sessions.numberOf(made) === 0 &&
        this.#library.members.all(made).length === 0;
      if (goes) this.#put(made, false);
      return { ...(isBack && { made: unmade }), ...(goes && { unmade: made }) };
    });
  }

  #put(start: number, isThere: boolean): void {
    this.#library.state.made.put(start - this.#library.size, isThere);
  }

  /** Makes the same of rows. */
  #edit(chosen: Chosen, edit: Edit): Promise<BatchResult> {
    return this.#change(chosen, this.#once(chosen.on, edit));
  }

  /** What an edit makes of a mark is worked out once for all rows that were alike. */
  #once(on: Sort, edit: Edit): (was: number) => number {
    const marks = this.#marks(on);
    const edited = new Map<number, number>();
    return (was) => {
      const known = edited.get(was);
      if (known !== undefined) return known;
      const next = marks.add(edit(marks.at(was)));
      edited.set(was, next);
      return next;
    };
  }

  /**
   * Gives rows other marks, by their numbers, in slices: a million take a while.
   * @param places asked when that is done.
   */
  async #change(
    { on, rows, unknown, isNamed }: Chosen,
    nextOf: NextOf,
    places: Places | (() => Places) = {},
  ): Promise<BatchResult> {
    const marks = this.#marks(on);
    const { state } = this.#library;
    const write = ++this.#count;
    const [changed, before] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
    let [count, failed] = [0, 0];
    const moved = new Set<number>();
    const results: ItemResult[] = unknown.map((id) => {
      return { id, ok: false, error: { code: 'not-found', message: `There is no '${id}'` } };
    });
    await inSlices(
      rows,
      (row) => {
        const was = marks.numberOf(row);
        const next = nextOf(was, row);
        if (next === undefined) {
          const id = this.#idOf(on, row);
          failed++;
          results.push({ id, ok: false, error: { code: 'conflict', message: `'${id}' has changed since` } });
          return;
        }
        if (next !== was) {
          const [earlier, later] = [marks.at(was), marks.at(next)];
          if (earlier.sessionId !== later.sessionId) {
            for (const mark of [earlier, later]) moved.add(this.#library.homeOf(row, mark));
          }
          state.set(on, row, next, write);
          changed[count] = row;
          before[count++] = was;
        }
        if (isNamed) results.push({ id: this.#idOf(on, row), ok: true, rev: marks.rev(row) });
      },
      MOST_NAMED,
    );
    const written = { on, write, rows: changed.slice(0, count), before: before.slice(0, count), isNamed };
    const done = { results, ...(!isNamed && { count: rows.length - failed }) };
    return { ...done, ...this.#settle({ ...written, ...(typeof places === 'function' ? places() : places) }, moved) };
  }

  /** Brings sessions in step, tells of it, and remembers it. */
  #settle(written: Written, moved: Set<number>): Pick<BatchResult, 'undo' | 'touched'> {
    const { on, rows, made, unmade, write } = written;
    const { state } = this.#library;
    const places = [made, unmade].filter((start) => start !== undefined);
    // The one that was made is named first.
    const sessions = new Set([...places, ...moved]);
    for (const start of sessions) state.sessions.touch(start);
    const touched = this.#touched(sessions.size > 0 ? sessions : this.#homesOf(on, rows), made);
    if (rows.length + sessions.size === 0) return touched;
    const token = `undo-${write}`;
    this.#log.add(rows.length + sessions.size, () => [
      ...Array.from(rows, (row) => this.#changeOf(on, row)),
      ...Array.from(sessions, (start) => this.#changeOf('session', start)),
    ]);
    this.#written.add(token, written);
    return { undo: token, ...touched };
  }

  #marks(on: Sort): Marks {
    const { items, sessions } = this.#library.state;
    return on === 'iteration' ? items : sessions;
  }

  #idOf(on: Sort, row: number): Id {
    return on === 'iteration' ? this.#library.idOf(row) : this.#library.sessionIdOf(row);
  }

  #changeOf(on: Sort, row: number): Change {
    if (on === 'iteration') return { type: 'iteration', item: this.#library.iteration(row) };
    if (this.#library.isThere(row)) return { type: 'session', item: this.#library.session(row) };
    const rev = this.#library.state.sessions.rev(row);
    return { type: 'removed', entity: 'session', id: this.#library.sessionIdOf(row), rev };
  }

  /** The sessions that rows are in, or that they are; `undefined` of very many. */
  #homesOf(on: Sort, rows: Uint32Array): ReadonlySet<number> | undefined {
    if (rows.length > MOST_NAMED) return undefined;
    return new Set(on === 'session' ? rows : Array.from(rows, (row) => this.#library.homeOf(row)));
  }

  /** Nobody else says what a new session is called. */
  #touched(starts: ReadonlySet<number> | undefined, made: number | undefined): Pick<BatchResult, 'touched'> {
    const named = starts && starts.size <= MOST_NAMED ? [...starts] : made === undefined ? undefined : [made];
    return named ? { touched: { sessionIds: named.map((start) => this.#library.sessionIdOf(start)) } } : {};
  }

  #select(selection: Selection, on: Sort): Chosen {
    const library = this.#library;
    const numberOf = (id: Id) => (on === 'iteration' ? library.indexOf(id) : library.startOf(id));
    if ('ids' in selection) {
      const ids = [...new Set(selection.ids)];
      if (ids.length > this.#batchSize) {
        throw new AdapterError('too-large', `A batch takes at most ${this.#batchSize} ids`);
      }
      const rows = ids.flatMap((id) => numberOf(id) ?? []);
      const unknown = ids.filter((id) => numberOf(id) === undefined);
      return { on, rows, unknown, isNamed: true, first: rows[0] };
    }
    const { query, except = [] } = selection;
    const left = new Set(except.map(numberOf));
    const found = on === 'iteration' ? library.rows(query.filter) : library.sessionRows(query.filter);
    const numbers = found.slice(0, found.length);
    const all = on === 'iteration' ? numbers : numbers.map((number) => library.startAt(number));
    const rows = left.size > 0 ? all.filter((row) => !left.has(row)) : all;
    const first = query.order === 'oldest' ? rows[0] : rows.at(-1);
    return { on, rows, unknown: [], isNamed: rows.length <= MOST_NAMED, first };
  }

  #tick(): number {
    return (this.#clock = Math.max(Date.now(), this.#clock + 1));
  }
}
