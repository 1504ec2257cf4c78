import { Pace } from '../../internal/in-slices.js';
import type { ErrorCode, Failure, Id } from '../../model/index.js';
import { askRows } from '../ask-rows.js';
import type { HistoryEntry, Step, StepRun } from '../history.js';
import type { StoreCore } from '../store-core.js';
import { NO_ANSWER } from './answer.js';
import { runBatch, tableOf, type BatchRun, type Done, type Job, type RowTable } from './batch.js';
import { inverseOf, notOffered, sendEdit, type Edit, type Row } from './edit.js';
import { isGivenUp } from './given-up.js';
import type { Failed } from './outcome.js';
import { ownRevs } from './own-revs.js';
import { portionsOf } from './portions.js';

/** Failures of a token that say nothing of the rows: the opposite command may still work. */
const TOKEN_LOST: ReadonlySet<ErrorCode> = new Set(['not-found', 'unsupported', 'invalid']);

const GONE: Failure = { code: 'not-found', message: 'This row is no more' };
const CHANGED: Failure = { code: 'conflict', message: 'This row has been changed since' };

/** What of each row is known. */
interface Known<T> {
  get(id: Id): T | undefined;
  has(id: Id): boolean;
}

/** What taking a batch back needs. */
export interface Remembered extends Pick<BatchRun, 'calls' | 'editOf'> {
  readonly back: Known<Edit>;
  readonly unknown: Pick<ReadonlySet<Id>, 'has' | 'size'>;
  readonly revs: Pick<Known<number>, 'get'>;
  readonly running: Pick<ReadonlySet<Id>, 'has'>;
}

/** How a row stands that is to be taken back. */
type Standing = 'same' | 'ours' | 'changed' | 'gone';

/** What a step does, by the adapter's tokens and by opposite commands. */
interface Plan {
  readonly tokens: Job[];
  readonly edits: Map<Edit, Id[]>;
  readonly left: Id[];
  readonly gone: Id[];
}

/** Takes one batch back. */
class TakingBack {
  readonly #core: StoreCore;
  readonly #entry: HistoryEntry;
  readonly #batch: Remembered;
  readonly #table: RowTable;

  constructor(core: StoreCore, entry: HistoryEntry, batch: Remembered) {
    this.#core = core;
    this.#entry = entry;
    this.#batch = batch;
    this.#table = tableOf(core, entry.on);
  }

  async run(): Promise<StepRun> {
    const plan: Plan = { tokens: [], edits: new Map(), left: [], gone: [] };
    const pace = new Pace();
    for (const call of this.#batch.calls) {
      // Not for a short one, which shows in this very task.
      if (pace.isDue) await pace.rest();
      this.#plan(plan, call);
    }
    if (pace.isDue) await pace.rest();
    const { tokens, edits, left, gone } = plan;
    // The last call first, as a step back is taken: what the first one made may be empty only then.
    const others = this.#jobs(edits);
    const jobs = [...tokens.toReversed(), ...others];
    const first = await this.#batchOf(jobs, new Set(tokens), [...tokens, ...others]);
    const lost = first.calls.filter(
      ({ error, asked }) => error && TOKEN_LOST.has(error.code) && tokens.some(({ ids }) => ids === asked),
    );
    const runs = lost.length > 0 ? [first, await this.#withoutTokens(lost)] : [first];
    const again = new Set(lost.flatMap(({ asked }) => asked));
    const done = runs.flatMap((run) => run.done);
    const failures = runs.flatMap(({ failed }, at) => (at === 0 ? failed.filter(({ id }) => !again.has(id)) : failed));
    const asked = new Set(failures.length > 0 ? tokens.flatMap(({ ids }) => ids) : []);
    const isChanged = ({ id, error }: Failed): boolean =>
      error.code === 'conflict' || (error === NO_ANSWER && asked.has(id));
    const failed = [...gone.map((id) => ({ id, error: GONE })), ...failures.filter((one) => !isChanged(one))];
    return {
      outcome: { done, failed, left: [...left, ...failures.filter(isChanged).map(({ id }) => id)] },
      reverse: stepOf(this.#core, this.#entry, joined(runs)),
      rest: this.#rest(failures.filter((one) => !isChanged(one) && !isGivenUp(one))),
    };
  }

  #plan(plan: Plan, { ids: all, token }: Done): void {
    const { back, unknown } = this.#batch;
    const ids = all.filter((id) => back.has(id) || (token !== null && unknown.has(id)));
    const standing = new Map(ids.map((id) => [id, this.#standing(id, (table) => table.get(id))]));
    const { adapter } = this.#core;
    const isAll = (...fine: readonly Standing[]): boolean =>
      ids.every((id) => fine.includes(standing.get(id) ?? 'gone'));
    // What somebody else has changed the adapter leaves by itself, and of rows that were never held only it knows what they were.
    const isNeeded = ids.some((id) => !back.has(id)) && isAll('same', 'changed', 'gone');
    if (adapter.undo && token !== null && ids.length > 0 && (isNeeded || isAll('same'))) {
      const send: Job['send'] = (_, write) => adapter.undo?.(token, write) ?? Promise.reject(notOffered('undo'));
      plan.tokens.push({ ids, send });
    } else for (const id of ids) this.#sort(plan, id, standing.get(id));
  }

  #sort({ edits, left, gone }: Plan, id: Id, standing: Standing | undefined): void {
    const edit = this.#batch.back.get(id);
    if (standing === 'gone') gone.push(id);
    else if (standing === 'changed' || !edit) left.push(id);
    else {
      const same = edits.get(edit);
      if (same) same.push(id);
      else edits.set(edit, [id]);
    }
  }

  /** @param shown the row, without what this step itself changes of it. */
  #standing(id: Id, shown: (table: RowTable) => Row | undefined): Standing {
    const { on } = this.#entry;
    const { revs, running } = this.#batch;
    const table = this.#table;
    if (table.isGone(id)) return 'gone';
    const [now, rev] = [table.confirmed(id)?.rev, revs.get(id)];
    const last = rev === undefined ? undefined : ownRevs(this.#core).lastFrom(id, rev);
    // The rev of a session grows with what it holds, too, and that a run ends is no change of anybody.
    const isOthers = now !== undefined && last !== undefined && now > last && on === 'iteration' && !running.has(id);
    const row = shown(table);
    // Read before the batch was through: what it says is older than what the batch has made of it.
    const isOld = now !== undefined && rev !== undefined && now < rev && row === table.confirmed(id);
    if (isOthers || !(isOld || this.#isAsLeft(row))) return 'changed';
    return now === undefined || rev === undefined || (last === rev && now <= rev) ? 'same' : 'ours';
  }

  /** Whether a row still is what the batch has made of it, as far as it can be seen. */
  #isAsLeft(row: Row | undefined): boolean {
    const edit = row && this.#batch.editOf(row.id);
    return !edit || !inverseOf(row, edit);
  }

  #jobs(edits: ReadonlyMap<Edit, readonly Id[]>): readonly Job[] {
    const { adapter, capabilities } = this.#core;
    return [...edits].flatMap(([edit, ids]) =>
      portionsOf(ids, capabilities.limits.batchSize).map((portion) => ({
        ids: portion,
        send: (wanted, write) => sendEdit(adapter, this.#entry.on, edit, { ids: wanted }, write),
      })),
    );
  }

  #batchOf(jobs: readonly Job[], tokens: ReadonlySet<Job>, shown = jobs): Promise<BatchRun> {
    return runBatch(this.#core, {
      on: this.#entry.on,
      jobs,
      shown,
      editOf: (id) => this.#batch.back.get(id),
      prepare: (job) => (tokens.has(job) ? Promise.resolve(new Map()) : this.#lookAgain(job.ids)),
    });
  }

  #withoutTokens(lost: readonly Done[]): Promise<BatchRun> {
    const edits = new Map<Edit, Id[]>();
    const plan = { edits, left: [], gone: [], tokens: [] };
    for (const { asked } of lost) for (const id of asked) this.#sort(plan, id, 'same');
    return this.#batchOf(this.#jobs(edits), new Set());
  }

  /** An opposite command would overwrite what somebody else has done: the rows are read again before it. */
  async #lookAgain(ids: readonly Id[]): Promise<ReadonlyMap<Id, Failure>> {
    const refused = new Map<Id, Failure>();
    const { adapter, capabilities } = this.#core;
    if (!adapter.getIterations || this.#entry.on === 'session') return refused;
    for (const portion of portionsOf(ids, capabilities.limits.lookupSize)) {
      try {
        const rows = await askRows(this.#core, portion);
        this.#core.acceptIterations(rows);
        portion.forEach((id, index) => {
          const standing = this.#standing(id, (table) => table.confirmed(id));
          if (rows[index] === null || standing === 'gone') refused.set(id, GONE);
          else if (standing === 'changed') refused.set(id, CHANGED);
        });
      } catch {
        // The command itself will say what is wrong.
      }
    }
    return refused;
  }

  /** What is left of the batch: to be taken back later. */
  #rest(failed: readonly Failed[]): Step | undefined {
    if (failed.length === 0) return undefined;
    const ids = new Set(failed.map(({ id }) => id));
    const calls = this.#batch.calls.map((call) => {
      const kept = call.ids.filter((id) => ids.has(id));
      return { ...call, ids: kept, token: kept.length === call.ids.length ? call.token : null };
    });
    return stepOf(this.#core, this.#entry, { ...this.#batch, calls });
  }
}

/** Several runs as one; what they know of rows is looked up in each, for to put it together takes as long as there are rows. */
function joined(runs: readonly BatchRun[]): Remembered {
  const [first, ...others] = runs;
  if (first && others.length === 0) return first;
  const last = runs.toReversed();
  const has = (sets: readonly Pick<ReadonlySet<Id>, 'has'>[], id: Id): boolean => sets.some((set) => set.has(id));
  const get = <T>(maps: readonly Known<T>[], id: Id): T | undefined => maps.find((map) => map.has(id))?.get(id);
  const backs = last.map(({ back }) => back);
  const revs = last.map((run) => run.revs);
  const unknown = runs.map((run) => run.unknown);
  const running = runs.map((run) => run.running);
  return {
    calls: runs.flatMap(({ calls }) => calls),
    back: { get: (id) => get(backs, id), has: (id) => has(backs, id) },
    unknown: { has: (id) => has(unknown, id), size: unknown.reduce((sum, { size }) => sum + size, 0) },
    revs: { get: (id) => get(revs, id) },
    running: { has: (id) => has(running, id) },
    editOf: (id) => runs.find(({ back, unknown: none }) => back.has(id) || none.has(id))?.editOf(id),
  };
}

/** What takes a batch back; `undefined` where it changed nothing, or nothing of it can be taken back. */
export function stepOf(core: StoreCore, what: Pick<HistoryEntry, 'what' | 'on'>, batch: Remembered): Step | undefined {
  const { calls, back, unknown } = batch;
  const hasUndo = core.adapter.undo !== undefined;
  const isOpen = (id: Id, token: string | null): boolean => back.has(id) || (token !== null && hasUndo);
  const ids = calls.flatMap((call) => (unknown.size > 0 ? call.ids.filter((id) => isOpen(id, call.token)) : call.ids));
  if (ids.length === 0) return undefined;
  const entry: HistoryEntry = { what: what.what, on: what.on, count: ids.length, ids };
  return { entry, run: () => new TakingBack(core, entry, batch).run() };
}
