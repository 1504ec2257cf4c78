import { toFailure, type Selection } from '../../data/index.js';
import type { ErrorCode, Failure, Id } from '../../model/index.js';
import { askRows } from '../ask-rows.js';
import { offeredQuery } from '../capabilities.js';
import { historyOfCore, type HistoryAction, type Step } from '../history.js';
import { isPlaceholder } from '../is-placeholder.js';
import { cleanIteration, isIteration } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { runBatch, type BatchWork, type Job } from './batch.js';
import { actionOf, refusalOf, sendEdit, type Edit, type Row, type Sort } from './edit.js';
import { notDone, type BatchOptions, type BatchOutcome, type Failed, type Target } from './outcome.js';
import { portionsOf } from './portions.js';
import { findAll } from './query-ids.js';
import { stepOf } from './take-back.js';
import { heldBy, WholeQuery, wholeStep } from './whole-query.js';

type QuerySelection = Extract<Selection, { query: object }>;

const NOT_YET: Failure = { code: 'not-found', message: 'The adapter does not have this row yet' };
const FORBIDDEN: Failure = { code: 'forbidden', message: 'The row says that this may not be done to it' };

/** What an adapter answers when it does not take a query, and nothing was done. */
const BY_ROWS: ReadonlySet<ErrorCode> = new Set(['unsupported', 'too-large', 'invalid']);

interface Command {
  readonly core: StoreCore;
  readonly on: Sort;
  readonly edit: Edit;
  readonly options: BatchOptions;
  /** What more taking it back takes. */
  readonly stepped: (step: Step) => Step;
}

function nameOf(edit: Edit): HistoryAction {
  switch (edit.to) {
    case 'archive':
      return edit.archived ? 'archive' : 'unarchive';
    case 'session':
      return 'move';
    case 'projects':
      return 'projects';
    case 'annotate': {
      const [only, ...others] = Object.keys(edit.patch);
      if (others.length > 0) return 'annotate';
      if (only === 'starred') return edit.patch.starred ? 'star' : 'unstar';
      if (only === 'rating') return 'rate';
      if (only === 'tags') return 'tag';
      return only === 'flag' || only === 'note' ? only : 'annotate';
    }
  }
}

/** The outcome with what takes it back, which the history remembers. */
function remembered({ core, edit, stepped }: Command, outcome: BatchOutcome, plain: Step | undefined): BatchOutcome {
  const made = edit.to === 'session' ? edit.making?.made : undefined;
  const said: BatchOutcome = { ...outcome, ...(made !== undefined && { made }) };
  if (!plain) return said;
  const step = stepped(plain);
  const history = historyOfCore(core);
  history.push(step);
  return { ...said, undo: () => history.takeBack(step) };
}

/** Why a row must not be sent; what it says of itself while a change of it is under way is of before. */
function refuserOf({ core, on, edit }: Command): (id: Id, row: Row | undefined) => Failure | undefined {
  const { overlays } = on === 'session' ? core.sessions : core.iterations;
  const action = actionOf(edit);
  return (id, row) => {
    if (isPlaceholder(id)) return NOT_YET;
    return row?.can?.[action] === false && !overlays.has(id) ? FORBIDDEN : undefined;
  };
}

/** Without the adapter's own undo, what is not held has to be known before it is changed. */
function lookUp({ core, on }: Command): Pick<BatchWork, 'prepare'> {
  const { adapter, capabilities } = core;
  if (adapter.undo || !adapter.getIterations || on === 'session') return {};
  const prepare = async (job: Job, note: (id: Id, row: Row) => void): Promise<ReadonlyMap<Id, Failure>> => {
    const missing = job.ids.filter((id) => !core.iterations.confirmed(id));
    for (const ids of portionsOf(missing, capabilities.limits.lookupSize)) {
      try {
        for (const row of await askRows(core, ids)) {
          if (isIteration(row)) note(row.id, cleanIteration(row, undefined));
        }
      } catch {
        // Then these cannot be taken back.
      }
    }
    return new Map();
  };
  return { prepare };
}

async function performIds(
  command: Command,
  ids: Iterable<Id>,
  more: Pick<BatchWork, 'read' | 'hasTurn'> = {},
): Promise<BatchOutcome> {
  const { core, on, edit, options } = command;
  const jobs = portionsOf([...new Set(ids)], core.capabilities.limits.batchSize).map((portion): Job => ({
    ids: portion,
    send: (sent, write) => sendEdit(core.adapter, on, edit, { ids: sent }, write),
  }));
  const refuse = refuserOf(command);
  const run = await runBatch(core, { on, jobs, options, refuse, editOf: () => edit, ...lookUp(command), ...more });
  const { done, failed } = run;
  return remembered(command, { done, failed, count: done.length }, stepOf(core, { what: nameOf(edit), on }, run));
}

async function performQuery(command: Command, selection: QuerySelection): Promise<BatchOutcome> {
  const { core, on, edit, options } = command;
  const { query, except = [], asOf } = selection;
  const held = heldBy(core, on, selection);
  const refuse = refuserOf(command);
  const refused = held.filter((row) => refuse(row.id, row)).map(({ id }): Failed => ({ id, error: FORBIDDEN }));
  const left = new Set([...except, ...refused.map(({ id }) => id)]);
  const whole = new WholeQuery(core, on);
  whole.show(
    held.filter(({ id }) => !left.has(id)),
    () => edit,
  );
  // One turn for all of it: what is asked for while it is still being read comes after it.
  return core.caller.inTurn('batch', async () => {
    try {
      if (offeredQuery(core.capabilities, query) === query && !options.signal?.aborted) {
        const sent: QuerySelection = {
          query,
          ...(left.size > 0 && { except: [...left] }),
          ...(asOf !== undefined && { asOf }),
        };
        const run = await whole.send((write) => sendEdit(core.adapter, on, edit, sent, write), true);
        if (!run.error) {
          const { done, failed, count } = run;
          const outcome = { done, failed: [...refused, ...failed], count };
          return remembered(command, outcome, wholeStep(core, { what: nameOf(edit), on }, run));
        }
        if (!BY_ROWS.has(run.error.code)) {
          whole.fail(run.error);
          return { done: [], failed: refused, count: 0, error: run.error };
        }
      }
      const { ids, rows } = await findAll(core, on, query, options);
      // In the task in which the batch shows the same: what it remembers of rows is what they were before.
      whole.rollBack();
      const outcome = await performIds(
        command,
        ids.filter((id) => !left.has(id)),
        { read: rows, hasTurn: true },
      );
      core.stale(undefined);
      return refused.length > 0 ? { ...outcome, failed: [...refused, ...outcome.failed] } : outcome;
    } catch (thrown) {
      const error = toFailure(thrown);
      whole.fail(error);
      return { done: [], failed: refused, count: 0, error };
    }
  });
}

/**
 * Changes rows, and remembers how to take that back.
 * @param stepped what more taking it back takes.
 */
export function perform(
  core: StoreCore,
  on: Sort,
  target: Target,
  edit: Edit,
  options: BatchOptions = {},
  stepped: (step: Step) => Step = (step) => step,
): Promise<BatchOutcome> {
  const refusal = refusalOf(core.adapter, edit, core.capabilities.limits);
  if (refusal) return Promise.resolve(notDone(target, toFailure(refusal)));
  if (edit.to === 'session' && !edit.making && isPlaceholder(edit.sessionId))
    return Promise.resolve(notDone(target, NOT_YET));
  const command = { core, on, edit, options, stepped };
  const work =
    'query' in target ? performQuery(command, target) : performIds(command, 'ids' in target ? target.ids : target);
  return historyOfCore(core).track(work, ({ undo }) => undo !== undefined);
}
