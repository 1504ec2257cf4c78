import {
  AdapterError,
  toFailure,
  type BatchResult,
  type ItemResult,
  type Selection,
  type Write,
} from '../../data/index.js';
import type { Id, Iteration, Session } from '../../model/index.js';
import { urlsOf } from './briefs.js';
import { command } from './command.js';
import { facet } from './facets.js';
import { checkQuery } from './lists.js';
import type { Local } from './local.js';
import { dropBlobs, keepBlobs } from './media.js';
import { planIterations, planSessions } from './plan.js';
import { readPosition } from './position.js';
import type { UndoStep } from './storage.js';
import type { UnitOfWork } from './unit-of-work.js';
import { walk } from './walk.js';

/** Of a query that stands for more rows, only those are named that failed. */
const MOST_NAMED = 1000;

/** The answer of a batch, shortened where it was a query over very many rows. */
function shortened(result: BatchResult, selection: Selection, made: Id | undefined): BatchResult {
  const { results, touched, ...rest } = result;
  if ('ids' in selection || results.length <= MOST_NAMED) return result;
  const failed = results.filter(({ ok }) => !ok);
  const isShort = (touched?.sessionIds?.length ?? 0) <= MOST_NAMED;
  // Nobody else says what a new session is called.
  const named = isShort ? touched : made === undefined ? undefined : { sessionIds: [made] };
  return { ...rest, results: failed, count: results.length - failed.length, ...(named && { touched: named }) };
}

/** What a batch gathers on its way. */
export class Batch {
  readonly unit: UnitOfWork;
  readonly #results = new Map<Id, ItemResult>();
  readonly #undo: UndoStep[] = [];
  readonly #sessions = new Set<Id>();
  #made: Id | undefined;

  constructor(unit: UnitOfWork) {
    this.unit = unit;
  }

  /** Something was done to a row, or there was nothing to do. */
  done(id: Id, rev: number | undefined): void {
    this.#results.set(id, { id, ok: true, ...(rev !== undefined && { rev }) });
  }

  failed(id: Id, error: unknown): void {
    this.#results.set(id, { id, ok: false, error: toFailure(error) });
  }

  touched(sessionId: Id): void {
    this.#sessions.add(sessionId);
  }

  async saveIteration(next: Iteration, before: Iteration): Promise<void> {
    const { rev = 0 } = await this.unit.saveIteration(next);
    this.#undo.push({ on: 'iteration', rev, before });
    this.touched(before.sessionId);
    this.touched(next.sessionId);
    this.done(next.id, rev);
  }

  async saveSession(next: Session, before: Session): Promise<void> {
    const { rev = 0 } = await this.unit.saveSession(next);
    this.#undo.push({ on: 'session', archivedAt: next.archivedAt, before });
    this.touched(next.id);
    this.done(next.id, rev);
  }

  /** Makes a session, or brings one back that was taken away. */
  async makeSession(session: Session): Promise<Session> {
    const made = await this.unit.saveSession(session);
    await keepBlobs(this.unit.tx, urlsOf(made.brief), made.id);
    this.#undo.push({ on: 'made', session: made });
    this.#made ??= made.id;
    this.touched(made.id);
    return made;
  }

  /** Takes a session away that is empty. */
  async unmakeSession(session: Session): Promise<void> {
    await dropBlobs(this.unit.tx, session.id);
    const rev = await this.unit.removeSession(session);
    this.#undo.push({ on: 'unmade', session: { ...session, rev } });
    this.touched(session.id);
  }

  /** The session that this batch has made. */
  get made(): Id | undefined {
    return this.#made;
  }

  /** The answer, with a token for `undo` where there is something to undo. */
  async finish(): Promise<BatchResult> {
    await this.unit.settle();
    const results = [...this.#results.values()];
    const touched = { sessionIds: [...this.#sessions] };
    if (this.#undo.length === 0) return { results, touched };
    const { at, id } = this.unit.tick();
    await this.unit.tx.put('undos', { id, at, facets: [facet.age], value: { steps: this.#undo } });
    return { results, undo: id, touched };
  }
}

/** The ids a selection stands for, each once. */
async function select(
  local: Local,
  unit: UnitOfWork,
  selection: Selection,
  on: 'iteration' | 'session',
): Promise<readonly Id[]> {
  if ('ids' in selection) {
    const ids = [...new Set(selection.ids)];
    if (ids.length > local.limits.batchSize) {
      throw new AdapterError('too-large', `A batch takes at most ${local.limits.batchSize} ids`);
    }
    return ids;
  }
  const { query, except = [], asOf } = selection;
  checkQuery(local, query);
  const plan = on === 'iteration' ? planIterations(query.filter) : planSessions(query.filter);
  const left = new Set(except);
  const place = asOf === undefined ? undefined : readPosition(asOf);
  const ids: Id[] = [];
  for await (const { id, value } of walk(unit.tx, plan, { reverse: query.order !== 'oldest' })) {
    // What has come since the selection was made was never seen.
    if (!left.has(id) && (!place || value.born <= place.seq)) ids.push(id);
  }
  return ids;
}

const unknown = (id: Id): AdapterError => new AdapterError('not-found', `There is no '${id}'`);

/** How a batch changes one row; `undefined` where there is nothing to change. */
export type Edit<E> = (item: E, unit: UnitOfWork, batch: Batch) => E | undefined | Promise<E | undefined>;

/** Changes the selected iterations, one result each. */
export function editIterations(
  local: Local,
  write: Write,
  request: unknown,
  selection: Selection,
  edit: Edit<Iteration>,
  check?: (unit: UnitOfWork, batch: Batch) => Promise<void>,
): Promise<BatchResult> {
  return command(local, write, request, async (unit) => {
    const batch = new Batch(unit);
    await check?.(unit, batch);
    for (const id of await select(local, unit, selection, 'iteration')) {
      const item = await unit.iteration(id);
      const next = item && (await edit(item, unit, batch));
      if (!item) batch.failed(id, unknown(id));
      else if (next) await batch.saveIteration(next, item);
      else batch.done(id, item.rev);
    }
    return shortened(await batch.finish(), selection, batch.made);
  });
}

/** Changes the selected sessions, one result each. */
export function editSessions(
  local: Local,
  write: Write,
  request: unknown,
  selection: Selection,
  edit: Edit<Session>,
): Promise<BatchResult> {
  return command(local, write, request, async (unit) => {
    const batch = new Batch(unit);
    for (const id of await select(local, unit, selection, 'session')) {
      const item = await unit.session(id);
      const next = item && (await edit(item, unit, batch));
      if (!item) batch.failed(id, unknown(id));
      else if (next) await batch.saveSession(next, item);
      else batch.done(id, item.rev);
    }
    return shortened(await batch.finish(), selection, batch.made);
  });
}

/** Deletes the selected rows, one result each. */
export function removeSelected(
  local: Local,
  write: Write,
  request: unknown,
  selection: Selection,
  on: 'iteration' | 'session',
  remove: (id: Id, batch: Batch) => Promise<number | undefined>,
): Promise<BatchResult> {
  return command(local, write, request, async (unit) => {
    const batch = new Batch(unit);
    for (const id of await select(local, unit, selection, on)) {
      const rev = await remove(id, batch);
      if (rev === undefined) batch.failed(id, unknown(id));
      else batch.done(id, rev);
    }
    return shortened(await batch.finish(), selection, batch.made);
  });
}
