import { toFailure, type BatchResult, type Selection, type Write } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Failure, Id } from '../../model/index.js';
import type { HistoryEntry, Step, StepRun } from '../history.js';
import { isPlaceholder } from '../is-placeholder.js';
import type { StoreCore } from '../store-core.js';
import { isUnsure, readQueryAnswer, type Answer } from './answer.js';
import { tableOf, type RowTable } from './batch.js';
import { AlikeEdits, inverseOf, notOffered, type Edit, type Row, type Sort } from './edit.js';
import type { Failed } from './outcome.js';
import { unseenChanges } from '../unseen-changes.js';
import { isMatch } from './query-ids.js';
import { ownRevs } from './own-revs.js';
import { SessionShift } from './session-shift.js';
import { stepOf, type Remembered } from './take-back.js';

/** How long a backend may take over a query that stands for very many rows, in ms. */
const PATIENCE_MS = 120_000;

/** What one command over a query did. */
export interface WholeRun {
  readonly done: readonly Id[];
  readonly failed: readonly Failed[];
  readonly count: number;
  readonly token: string | null;
  /** What takes each of the held rows back. */
  readonly back: ReadonlyMap<Id, Edit>;
  /** The same as a batch of rows, where the adapter named each. */
  readonly batch?: Remembered | undefined;
  /** Why it failed as a whole. */
  readonly error?: Failure | undefined;
}

/** The held rows that a query matches. */
export function heldBy(
  core: StoreCore,
  on: Sort,
  { query, except = [] }: Extract<Selection, { query: object }>,
): Row[] {
  const table = on === 'session' ? core.sessions : core.iterations;
  const left = new Set(except);
  const rows: Row[] = [];
  for (const [id, known] of table.known) {
    if ('removed' in known || left.has(id) || isPlaceholder(id)) continue;
    // To look at a row by `get` is to use it.
    const row = table.overlays.has(id) ? table.get(id) : known.item;
    if (row && isMatch(core, on, row, query)) rows.push(row);
  }
  return rows;
}

/**
 * One command over everything that a query matches: the rows that are held show it at once, the others when they are read
 * again.
 */
export class WholeQuery {
  readonly #core: StoreCore;
  readonly #on: Sort;
  readonly #table: RowTable;
  readonly #key = newId();
  readonly #back = new Map<Id, Edit>();
  readonly #alike = new AlikeEdits();
  readonly #shown = new Set<Id>();
  /** Rows that were held. */
  readonly #seen = new Set<Id>();
  /** Their revs. */
  readonly #before = new Map<Id, number | undefined>();
  #editOf: (id: Id) => Edit | undefined = () => undefined;
  readonly #shift: SessionShift;
  readonly #counted: () => void;

  constructor(core: StoreCore, on: Sort) {
    this.#core = core;
    this.#on = on;
    this.#table = tableOf(core, on);
    this.#shift = new SessionShift(core);
    this.#counted = unseenChanges(core).begin();
  }

  /** Shows what becomes of held rows. */
  show(rows: readonly Row[], editOf: (id: Id) => Edit | undefined): void {
    this.#editOf = editOf;
    for (const row of rows) {
      const edit = editOf(row.id);
      this.#seen.add(row.id);
      this.#before.set(row.id, this.#table.confirmed(row.id)?.rev);
      const back = edit && inverseOf(row, edit);
      if (!edit || !back) continue;
      this.#back.set(row.id, this.#alike.of(back));
      this.#shown.add(row.id);
      if (edit.to === 'session' && 'sessionId' in row) this.#shift.add(row, edit.sessionId);
      this.#table.overlay(row.id, this.#key, edit);
    }
    this.#shift.show();
  }

  /** Shows what was before. */
  rollBack(): void {
    for (const id of this.#shown) this.#table.rollBack(id, this.#key);
    this.#shown.clear();
    this.#shift.end([]);
    this.#counted();
  }

  /**
   * Sends it, after the commands before it.
   * @param hasTurn whether they are through.
   */
  async send(send: (write: Write) => Promise<BatchResult>, hasTurn = false): Promise<WholeRun> {
    const { caller } = this.#core;
    let answer: Answer | undefined;
    let error: Failure | undefined;
    try {
      const write = (): Promise<BatchResult> => caller.write(send, { timeoutMs: PATIENCE_MS });
      answer = readQueryAnswer(await (hasTurn ? write() : caller.inTurn('batch', write)));
      error = answer.error;
    } catch (thrown) {
      error = toFailure(thrown);
    }
    this.#core.written();
    if (answer && !error) return this.#take(answer);
    return { done: [], failed: [], count: 0, token: null, back: this.#back, error };
  }

  /** It failed: back to what was, and read again where nobody knows what was done. */
  fail(error: Failure): void {
    this.rollBack();
    if (isUnsure(error)) this.#core.stale(undefined);
  }

  #take({ results, token, count }: Answer): WholeRun {
    const done: Id[] = [];
    const failed: Failed[] = [];
    for (const [id, result] of results) {
      if (result.ok) done.push(id);
      else failed.push({ id, error: result.error });
    }
    const isDone = (id: Id): boolean => {
      const result = results.get(id);
      return result ? result.ok : count !== undefined;
    };
    const taken = [...this.#shown].filter(isDone);
    for (const id of this.#shown) {
      const result = results.get(id);
      if (isDone(id)) this.#table.settle(id, this.#key, result?.ok ? result.rev : undefined);
      else {
        this.#table.rollBack(id, this.#key);
        this.#back.delete(id);
      }
    }
    this.#shift.end(taken);
    const all = count ?? done.length;
    // Rows that are not held have changed as well.
    if (all > taken.length || failed.length > 0) this.#core.stale(undefined);
    this.#counted();
    const batch = count === undefined ? this.#batch(results, done, token) : undefined;
    return { done, failed, count: all, token, back: this.#back, batch };
  }

  #batch(results: Answer['results'], done: readonly Id[], token: string | null): Remembered {
    const revs = new Map<Id, number>();
    const own = ownRevs(this.#core);
    for (const result of results.values()) {
      if (!result.ok || result.rev === undefined) continue;
      revs.set(result.id, result.rev);
      if (this.#on === 'iteration') own.note(result.id, this.#before.get(result.id), result.rev);
    }
    return {
      calls: [{ ids: done.filter((id) => this.#back.has(id) || !this.#seen.has(id)), asked: done, token }],
      back: this.#back,
      unknown: new Set(done.filter((id) => !this.#seen.has(id))),
      revs,
      running: new Set(),
      editOf: this.#editOf,
    };
  }
}

/** What takes a command over a query back: where its rows were not named, the adapter's token, else nothing does. */
export function wholeStep(
  core: StoreCore,
  what: Pick<HistoryEntry, 'what' | 'on'>,
  { done, count, token, back, batch }: WholeRun,
): Step | undefined {
  if (batch) return stepOf(core, what, batch);
  const { adapter } = core;
  if (token === null || !adapter.undo || count === 0) return undefined;
  const entry: HistoryEntry = { what: what.what, on: what.on, count, ids: done };
  const run = async (): Promise<StepRun> => {
    const whole = new WholeQuery(core, what.on);
    const table = what.on === 'session' ? core.sessions : core.iterations;
    const rows: Row[] = [...back.keys()].flatMap((id): readonly Row[] => {
      const row = table.get(id);
      return row ? [row] : [];
    });
    whole.show(rows, (id) => back.get(id));
    const run = await whole.send((write) => adapter.undo?.(token, write) ?? Promise.reject(notOffered('undo')));
    if (run.error) {
      whole.fail(run.error);
      const outcome = { done: [], failed: [], left: [], count: 0, error: run.error };
      return { outcome, rest: run.error.code === 'not-found' ? undefined : step };
    }
    const isChanged = ({ error }: Failed): boolean => error.code === 'conflict';
    const outcome = {
      done: run.done,
      count: run.count,
      failed: run.failed.filter((one) => !isChanged(one)),
      left: run.failed.filter(isChanged).map(({ id }) => id),
    };
    return { outcome, reverse: wholeStep(core, what, run) };
  };
  const step: Step = { entry, run };
  return step;
}
