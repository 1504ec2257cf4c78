import { toFailure, type BatchResult, type ItemResult, type Write } from '../../data/index.js';
import { inSlices, Pace } from '../../internal/in-slices.js';
import { newId } from '../../internal/new-id.js';
import { isFinal, type Failure, type Id } from '../../model/index.js';
import type { Pending } from '../entity-table.js';
import { isRemoved } from '../is-removed.js';
import type { StoreCore } from '../store-core.js';
import { unseenChanges } from '../unseen-changes.js';
import { allFailed, isFatal, isUnsure, readAnswer, type Answer } from './answer.js';
import { AlikeEdits, applyEdit, inverseOf, plainInverse, type Edit, type Row, type Sort } from './edit.js';
import type { Failed, BatchOptions } from './outcome.js';
import { ownRevs } from './own-revs.js';
import { SessionShift } from './session-shift.js';

/** Rows that change in the task of the command itself, so that what a person sees of it shows at once. */
const AT_ONCE = 2000;
/** Of more than that only so many do, which is more than a screen shows: what draws them comes in the same task. */
const FIRST = 500;

/** One call of the adapter. */
export interface Job {
  readonly ids: readonly Id[];
  /** @param ids those of them that may still be sent. */
  send(ids: readonly Id[], write: Write): Promise<BatchResult>;
}

/** What a batch is to do. */
export interface BatchWork {
  readonly on: Sort;
  readonly jobs: readonly Job[];
  /** The same in the order in which they show, where that is another: what stands first in a list shows first. */
  readonly shown?: readonly Job[] | undefined;
  /** What becomes of a row; `undefined` where only the backend knows. */
  editOf(id: Id): Edit | undefined;
  /** Why a row must not be sent at all. */
  refuse?(id: Id, row: Row | undefined): Failure | undefined;
  /** Whether the commands before it are through. */
  readonly hasTurn?: boolean | undefined;
  /** Rows as they were read, where they are not held. */
  readonly read?: ReadonlyMap<Id, Row> | undefined;
  /** Looks at rows before they are sent. @returns why some of them must not be. */
  prepare?(job: Job, note: (id: Id, row: Row) => void): Promise<ReadonlyMap<Id, Failure>>;
  readonly options?: BatchOptions | undefined;
}

/** What one call did. */
export interface Done {
  /** The rows that it did and that can be taken back, or may be by the token. */
  readonly ids: readonly Id[];
  readonly token: string | null;
  /** Why the call as a whole failed, and for which rows. */
  readonly error?: Failure | undefined;
  readonly asked: readonly Id[];
}

/** What a batch did, and what taking it back needs. */
export interface BatchRun {
  readonly done: readonly Id[];
  readonly failed: readonly Failed[];
  readonly calls: readonly Done[];
  /** What takes each row back that was changed. */
  readonly back: ReadonlyMap<Id, Edit>;
  /** Rows of which nothing was known. */
  readonly unknown: ReadonlySet<Id>;
  /** The rev that each row got, where the adapter says. */
  readonly revs: ReadonlyMap<Id, number>;
  /** Rows that ran: that they end is no change of anybody. */
  readonly running: ReadonlySet<Id>;
  /** What became of a row. */
  editOf(id: Id): Edit | undefined;
}

const ABORTED: Failure = { code: 'aborted', message: 'The batch was stopped before this row' };

/** The rows of one sort, and the changes that show before the backend has them. */
export interface RowTable {
  get(id: Id): Row | undefined;
  confirmed(id: Id): Row | undefined;
  overlay(id: Id, key: string, edit: Edit): void;
  settle(id: Id, key: string, rev: number | undefined): void;
  rollBack(id: Id, key: string): void;
  readonly overlays: ReadonlyMap<Id, readonly Pick<Pending<Row>, 'key' | 'settled'>[]>;
  /** Whether a row is known to be no more. */
  isGone(id: Id): boolean;
}

/** The table behind a sort of rows. */
export function tableOf(core: StoreCore, on: Sort): RowTable {
  const { sessions, iterations, clock } = core;
  const at = new Date(clock.now()).toISOString();
  const rows = on === 'session' ? sessions : iterations;
  return {
    get: (id) => rows.get(id),
    confirmed: (id) => rows.confirmed(id),
    overlay: (id, key, edit) =>
      on === 'session'
        ? sessions.overlay(id, { key, apply: (row) => applyEdit(row, edit, at) })
        : iterations.overlay(id, { key, apply: (row) => applyEdit(row, edit, at) }),
    settle: (id, key, rev) => rows.settle(id, key, rev),
    rollBack: (id, key) => rows.rollBack(id, key),
    overlays: rows.overlays,
    isGone: (id) => isRemoved(rows, id),
  };
}

/** The edits that bring rows back, each kept once however many rows share it. */
class Backs {
  readonly edits = new Map<Id, Edit>();
  readonly unknown = new Set<Id>();
  /** Rows that were so already. */
  readonly idle = new Set<Id>();
  readonly #alike = new AlikeEdits();

  /** Whether a row may have changed. */
  has(id: Id): boolean {
    return this.edits.has(id) || this.unknown.has(id);
  }

  note(id: Id, row: Row | undefined, edit: Edit | undefined): void {
    const back = edit && (row ? inverseOf(row, edit) : plainInverse(edit));
    if (!back && (!edit || !row)) this.unknown.add(id);
    if (!back) {
      // It is known now, and is not changed.
      if (row) this.edits.delete(id);
      if (row && edit) this.idle.add(id);
      return;
    }
    this.unknown.delete(id);
    this.edits.set(id, this.#alike.of(back));
  }
}

const isRunning = (row: Row | undefined): boolean => row !== undefined && 'status' in row && !isFinal(row.status);

/** A batch under way. */
class Batch {
  readonly #core: StoreCore;
  readonly #work: BatchWork;
  readonly #table: RowTable;
  readonly #key = newId();
  readonly #total: number;
  readonly #backs = new Backs();
  readonly #refused = new Map<Id, Failure>();
  readonly #revs = new Map<Id, number>();
  /** The revs that the rows of a call were known to have before it. */
  readonly #before = new Map<Id, number | undefined>();
  readonly #running = new Set<Id>();
  readonly #done: Id[] = [];
  readonly #failed: Failed[] = [];
  /** Rows that it did not come to. */
  readonly #unsent = new Set<Id>();
  readonly #calls: Done[] = [];
  readonly #shift: SessionShift;
  #counted: (() => void) | undefined;

  constructor(core: StoreCore, work: BatchWork) {
    this.#core = core;
    this.#work = work;
    this.#table = tableOf(core, work.on);
    this.#shift = new SessionShift(core);
    this.#total = work.jobs.reduce((sum, { ids }) => sum + ids.length, 0);
  }

  async run(): Promise<BatchRun> {
    const { jobs, shown = jobs } = this.#work;
    const ids = shown.length === 1 && shown[0] ? shown[0].ids : shown.flatMap((job) => job.ids);
    const showing = inSlices(
      ids,
      (id) => this.#show(id),
      ids.length > AT_ONCE ? FIRST : AT_ONCE,
      () => !this.#isStopped,
    );
    if (ids.length <= AT_ONCE) this.#shift.show();
    const send = async (): Promise<void> => {
      let stop: Failure | undefined = (await showing) < ids.length ? ABORTED : undefined;
      this.#shift.show();
      // An adapter that answers at once would leave the page no time in between.
      const pace = new Pace();
      for (const job of jobs) {
        await pace.rest();
        if (this.#isStopped) stop ??= ABORTED;
        if (stop) for (const id of job.ids) this.#unsent.add(id);
        const answer: Answer = stop ? allFailed(job.ids, stop) : await this.#send(job);
        await pace.rest();
        await this.#take(job, answer);
        if (answer.error && isFatal(answer.error)) stop ??= answer.error;
      }
    };
    // The turn is taken now: what is asked for while this one is still being shown comes after it.
    await (this.#work.hasTurn ? send() : this.#core.caller.inTurn('batch', send));
    this.#shift.end(this.#done);
    this.#counted?.();
    this.#readUnsure();
    this.#readCrossed();
    return {
      done: this.#done,
      failed: this.#failed,
      calls: this.#calls,
      back: this.#backs.edits,
      unknown: this.#backs.unknown,
      revs: this.#revs,
      running: this.#running,
      editOf: (id) => this.#work.editOf(id),
    };
  }

  get #isStopped(): boolean {
    return this.#work.options?.signal?.aborted ?? false;
  }

  #show(id: Id): void {
    const edit = this.#work.editOf(id);
    const held = this.#table.get(id);
    const row = held ?? this.#work.read?.get(id);
    const refusal = this.#work.refuse?.(id, row);
    if (refusal) {
      this.#refused.set(id, refusal);
      return;
    }
    this.#backs.note(id, row, edit);
    if (!held) this.#counted ??= unseenChanges(this.#core).begin();
    if (isRunning(row)) this.#running.add(id);
    if (!edit) return;
    if (row && edit.to === 'session' && 'sessionId' in row) this.#shift.add(row, edit.sessionId);
    this.#table.overlay(id, this.#key, edit);
  }

  async #send(job: Job): Promise<Answer> {
    const note = (id: Id, row: Row): void => this.#backs.note(id, row, this.#work.editOf(id));
    const later = await this.#work.prepare?.(job, note);
    const refused = this.#refused;
    for (const [id, error] of later ?? []) refused.set(id, error);
    const ids = refused.size > 0 ? job.ids.filter((id) => !refused.has(id)) : job.ids;
    const results = new Map<Id, ItemResult>();
    for (const id of ids.length < job.ids.length ? job.ids : []) {
      const error = refused.get(id);
      if (error) results.set(id, { id, ok: false, error });
    }
    if (ids.length === 0) return { results, token: null };
    for (const id of ids) this.#before.set(id, this.#table.confirmed(id)?.rev);
    const answer = await this.#core.caller
      .write((write) => job.send(ids, write))
      .then(
        (given: unknown) => readAnswer(ids, given),
        (thrown: unknown) => allFailed(ids, toFailure(thrown)),
      );
    this.#core.written();
    return results.size > 0 ? { ...answer, results: new Map([...results, ...answer.results]) } : answer;
  }

  async #take(job: Job, { results, token, error }: Answer): Promise<void> {
    const done: Id[] = [];
    const own = ownRevs(this.#core);
    await inSlices(
      [...results.values()],
      (result) => {
        if (!result.ok) {
          this.#table.rollBack(result.id, this.#key);
          this.#failed.push({ id: result.id, error: result.error });
          return;
        }
        this.#table.settle(result.id, this.#key, result.rev);
        if (this.#backs.has(result.id)) done.push(result.id);
        this.#done.push(result.id);
        if (result.rev === undefined) return;
        this.#revs.set(result.id, result.rev);
        if (this.#work.on === 'iteration') own.note(result.id, this.#before.get(result.id), result.rev);
      },
      AT_ONCE,
    );
    this.#before.clear();
    this.#calls.push({ ids: done, token, error, asked: job.ids });
    this.#tell();
  }

  #tell(): void {
    try {
      this.#work.options?.progress?.(this.#done.length + this.#failed.length, this.#total);
    } catch {
      // The listener's own trouble.
    }
  }

  /** Was as it should be when it was asked for, and somebody has changed it before that was done: lists were read without it. */
  #readCrossed(): void {
    const work = this.#work;
    const failed = new Set(this.#failed.map(({ id }) => id));
    const crossed = [...this.#backs.idle].filter((id) => {
      const [row, edit] = [this.#table.confirmed(id), work.editOf(id)];
      return !failed.has(id) && row && edit && inverseOf(row, edit) !== undefined;
    });
    if (crossed.length === 0) return;
    this.#core.stale(work.on === 'iteration' ? crossed : undefined);
  }

  /** Reads again what may have been done although it failed. */
  #readUnsure(): void {
    const unsure = this.#failed.filter(({ id, error }) => isUnsure(error) && !this.#unsent.has(id)).map(({ id }) => id);
    if (unsure.length === 0) return;
    if (this.#work.on === 'iteration') this.#core.stale(unsure);
    else staleSessions(this.#core, unsure);
  }
}

/**
 * Applies changes to many rows: shown at once, sent call by call - after the batches before it, so that the backend sees what
 * a person does in the same order - and rolled back row by row. Each id may be in one call only.
 */
export const runBatch = (core: StoreCore, work: BatchWork): Promise<BatchRun> => new Batch(core, work).run();

/** Says that sessions have to be read again, by themselves. */
export function staleSessions(core: StoreCore, ids: readonly Id[]): void {
  for (const id of ids) core.stale([], id);
}
