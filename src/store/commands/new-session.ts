import type { BatchResult, NewSession, ReassignTarget, Selection, Write } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Id } from '../../model/index.js';
import { askRows } from '../ask-rows.js';
import type { HistoryEntry, Step, StepRun } from '../history.js';
import { PLACEHOLDER_PREFIX } from '../is-placeholder.js';
import { cleanIteration, isId, isIteration, isRecord, isSession } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { runBatch, staleSessions } from './batch.js';
import { notOffered, sendEdit, type Edit, type Making } from './edit.js';
import { portionsOf } from './portions.js';
import { stepOf } from './take-back.js';

/** A row that the answer says was done. */
function firstDone(answer: BatchResult): Id | undefined {
  const results: unknown = isRecord(answer) ? answer['results'] : undefined;
  if (!Array.isArray(results)) return undefined;
  const done = (results as readonly unknown[]).find((one) => isRecord(one) && one['ok'] === true && isId(one['id']));
  return isRecord(done) && isId(done['id']) ? done['id'] : undefined;
}

/**
 * A session that the backend makes with the first rows that move into it. Until it has said which, rows are in none that
 * shows: they leave the one they were in, and stay in every other list.
 */
export class SessionToMake implements Making {
  readonly #core: StoreCore;
  readonly #create: NewSession;
  readonly #placeholder: Id = `${PLACEHOLDER_PREFIX}${newId()}:session`;
  /** A call that is repeated must ask for the same. */
  readonly #asked = new Map<string, ReassignTarget>();
  #made: Id | undefined;

  constructor(core: StoreCore, create: NewSession) {
    this.#core = core;
    this.#create = create;
  }

  /** The session, once it is there. */
  get made(): Id | undefined {
    return this.#made;
  }

  /** What moves rows into it. */
  get edit(): Extract<Edit, { to: 'session' }> {
    const id = (): Id => this.#made ?? this.#placeholder;
    return {
      to: 'session',
      get sessionId() {
        return id();
      },
      making: this,
    };
  }

  get title(): string {
    return this.#create.title ?? '';
  }

  async send(selection: Selection, write: Write): Promise<BatchResult> {
    const { adapter } = this.#core;
    if (!adapter.reassign) throw notOffered('reassign');
    const target =
      this.#asked.get(write.idempotencyKey) ??
      (this.#made === undefined ? { create: this.#create } : { sessionId: this.#made });
    this.#asked.set(write.idempotencyKey, target);
    const answer = await adapter.reassign(selection, target, write);
    if (this.#made === undefined) await this.#find(answer, selection);
    return answer;
  }

  /** Another one like it. */
  again(): SessionToMake {
    return new SessionToMake(this.#core, this.#create);
  }

  async #find(answer: unknown, selection: Selection): Promise<void> {
    const touched: unknown = isRecord(answer) ? answer['touched'] : undefined;
    const named: unknown = isRecord(touched) ? touched['sessionIds'] : undefined;
    const first: unknown = Array.isArray(named) ? named[0] : undefined;
    const moved = firstDone(answer as BatchResult);
    // Nothing has moved, so nothing was made.
    if ('ids' in selection && moved === undefined) return;
    this.#made = isId(first) ? first : await this.#homeOf(moved);
    if (this.#made === undefined) return;
    const { iterations, members } = this.#core;
    // What is laid over these rows says another session now.
    for (const id of [...(members.get(this.#placeholder) ?? [])]) iterations.adjust(id, (row) => ({ ...row }));
    staleSessions(this.#core, [this.#made]);
  }

  /** Where a row has gone, of which the answer did not say it. */
  async #homeOf(id: Id | undefined): Promise<Id | undefined> {
    if (id === undefined || !this.#core.adapter.getIterations) return undefined;
    try {
      const [row] = await askRows(this.#core, [id]);
      return isIteration(row) ? cleanIteration(row, undefined).sessionId : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Puts a session away that has been emptied, or brings it back. @returns whether that was done. */
async function archive(core: StoreCore, id: Id, archived: boolean): Promise<boolean> {
  const edit: Edit = { to: 'archive', archived };
  const run = await runBatch(core, {
    on: 'session',
    jobs: [{ ids: [id], send: (ids, write) => sendEdit(core.adapter, 'session', edit, { ids }, write) }],
    editOf: () => edit,
  });
  return run.done.length > 0;
}

/** Whether nothing at all is in a session, as the backend says. */
async function isEmpty({ adapter, caller, capabilities }: StoreCore, sessionId: Id): Promise<boolean> {
  const { filters } = capabilities.limits;
  if (!filters.includes('sessionId') || !filters.includes('archived')) return false;
  const request = { filter: { sessionId, archived: 'include' }, limit: 1 } as const;
  const page: unknown = await caller.read((call) => adapter.listIterations(request, call));
  return isRecord(page) && Array.isArray(page['items']) && page['items'].length === 0;
}

/**
 * The rows have gone home. An adapter whose token took them there has taken the session away as well; where they were
 * moved back one by one, it is put away. @returns whether that was done.
 */
async function tidy(core: StoreCore, { made, title }: SessionToMake): Promise<boolean> {
  const { adapter, caller, sessions } = core;
  if (made === undefined) return false;
  try {
    if (adapter.getSession) {
      const row: unknown = await caller.read((call) => adapter.getSession?.(made, call) ?? Promise.resolve(null));
      if (row === null) sessions.forget(made);
      if (!isSession(row)) return false;
      core.acceptSessions([row]);
    }
    const session = sessions.get(made);
    // One with another name is somebody's by now.
    if (!session || !adapter.archive || session.archivedAt || (session.title ?? '') !== title) return false;
    return (await isEmpty(core, made)) && (await archive(core, made, true));
  } catch {
    // It stays, empty.
    return false;
  }
}

/** Moves rows into a session that is made anew, where the one they were in is no more. */
async function moveAnew(
  core: StoreCore,
  entry: HistoryEntry,
  ids: readonly Id[],
  like: SessionToMake,
): Promise<StepRun> {
  const making = like.again();
  const { edit } = making;
  const jobs = portionsOf(ids, core.capabilities.limits.batchSize).map((portion) => ({
    ids: portion,
    send: (wanted: readonly Id[], write: Write) => making.send({ ids: wanted }, write),
  }));
  const run = await runBatch(core, { on: 'iteration', jobs, editOf: () => edit });
  const step = stepOf(core, entry, run);
  const { done, failed } = run;
  return { outcome: { done, failed, left: [] }, reverse: step && outOfNew(core, making, step) };
}

/** Does again what moved rows into a session that had been made for them. */
function intoNew(core: StoreCore, making: SessionToMake, step: Step, isAway: boolean): Step {
  const { entry } = step;
  const run = async (): Promise<StepRun> => {
    const { made } = making;
    if (isAway && made !== undefined) await archive(core, made, false);
    const { outcome, reverse, rest } = await step.run();
    const isLost = outcome.failed.length > 0 && outcome.failed.every(({ error }) => error.code === 'not-found');
    // The adapter has taken the session away, and cannot bring it back.
    if (isLost && outcome.done.length === 0) {
      const { iterations } = core;
      const ids = outcome.failed.map(({ id }) => id).filter((id) => iterations.confirmed(id));
      if (ids.length > 0) return moveAnew(core, entry, ids, making);
    }
    return {
      outcome,
      reverse: reverse && outOfNew(core, making, reverse),
      rest: rest && intoNew(core, making, rest, false),
    };
  };
  return { entry, run };
}

/** Takes back what moved rows into a session that was made for them, and the session with it. */
export function outOfNew(core: StoreCore, making: SessionToMake, step: Step): Step {
  const run = async (): Promise<StepRun> => {
    const { outcome, reverse, rest } = await step.run();
    const isAway = await tidy(core, making);
    return {
      outcome,
      reverse: reverse && intoNew(core, making, reverse, isAway),
      rest: rest && outOfNew(core, making, rest),
    };
  };
  return { entry: step.entry, run };
}
