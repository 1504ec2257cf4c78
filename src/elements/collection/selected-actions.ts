import type { Annotation, Selection } from '../../data/index.js';
import type { Id, Query } from '../../model/index.js';
import type { BatchOutcome, Failed, ImaginationsStore, UndoOutcome } from '../../store/index.js';
import type { StoreSelection } from '../../store/selection/selection-of.js';
import { annotateIterations } from '../intents/edit-intents.js';
import { cameOf } from '../outcome/came-of.js';
import { verbOf } from '../outcome/outcome-verb.js';
import { batchRunsOf, SETS, type BatchCommand, type BatchEnd, type BatchVerb } from './batch-runs.js';

/** What is to be done to rows. */
export interface SelectedWork {
  readonly store: ImaginationsStore;
  readonly verb: BatchVerb;
  readonly command: BatchCommand;
  /** How many rows that is; `null` where nobody has counted. */
  readonly count: number | null;
  /** What was done stays selected, for it stays where it is. */
  readonly stays?: boolean | undefined;
}

/** What is selected follows what is done. */
interface Followed {
  /** This is being done again; answers with what is still meant of it. */
  take(target: Selection): Selection;
  /** Not done: these, or what cannot be named of a query. */
  putBack(target: Selection, refused: readonly Id[], isUnnamed: boolean): void;
}

const NOT_FOLLOWED: Followed = { take: (target) => target, putBack: () => undefined };

const isAborted = ({ error }: Failed): boolean => error.code === 'aborted';

/**
 * Does something to what is selected. It leaves the selection at once; what the backend refuses comes back into it; all of it does where the host
 * did not want it.
 * @param chosen what was selected when a person was asked: nothing else is meant, whatever is selected by now.
 */
export function actOnSelected(
  selection: StoreSelection,
  work: SelectedWork,
  chosen?: readonly Selection[],
): Promise<void> {
  // What a person sees selected a moment from now is meant as well.
  selection.finish();
  const targets = chosen ?? selection.selections();
  return work.stays ? actOnTargets(work, targets) : actOnTargets(work, targets, taken(selection, chosen));
}

/** The same where somebody else tells what came of it, and it cannot be tried again. */
export async function actQuietly(
  selection: StoreSelection,
  command: (target: Selection) => Promise<BatchOutcome | undefined>,
): Promise<void> {
  selection.finish();
  const targets = selection.selections();
  const followed = taken(selection);
  for (const target of targets) {
    const outcome = await command(target);
    followed.putBack(target, refusedOf(target, outcome), !outcome || outcome.error !== undefined);
  }
}

/** Says something of everything that is selected; it stays so: one rates, and then flags. */
export function judgeSelected(
  source: EventTarget,
  store: ImaginationsStore,
  selection: StoreSelection,
  shown: Query,
  patch: Annotation,
): Promise<void> {
  // Of a range that is being taken, all of it counts.
  selection.finish();
  const command: BatchCommand = (target, options) => annotateIterations(source, store, target, patch, options);
  const { count } = selection.tally(shown);
  return actOnSelected(selection, { store, verb: verbOf(patch), command, count, stays: true });
}

/** What was not done of what was asked for, as far as it has names. */
const refusedOf = (target: Selection, outcome: BatchOutcome | undefined): readonly Id[] =>
  outcome ? outcome.failed.map(({ id }) => id) : 'ids' in target ? target.ids : [];

/** Takes everything out of a selection, or only what was chosen, until it is put back. */
function taken(selection: StoreSelection, chosen?: readonly Selection[]): Followed {
  const { everything } = selection;
  // Emptying leaves `views` as they are, taking some out does not.
  const views = chosen ? new Map(selection.views) : selection.views;
  let except = [...selection.except];
  const followed: Followed = {
    take: (target) => {
      if ('ids' in target) selection.set(target.ids, false, '', false);
      // Something else may be selected by now.
      else if (everything && selection.everything === everything) {
        // What was taken out of it since is not meant any more.
        except = [...selection.except];
        selection.putAll(undefined);
        return { ...target, except };
      }
      return target;
    },
    putBack: (target, refused, isUnnamed) => {
      selection.putBack(refused, (id) => views.get(id) ?? everything?.key ?? '');
      // Of what it did not come to, nobody can say which they are: everything is, beside what was selected meanwhile.
      if (isUnnamed && 'query' in target && everything && !selection.everything) {
        selection.putAll(everything, except);
      }
    },
  };
  if (chosen) for (const target of chosen) followed.take(target);
  else selection.clear();
  return followed;
}

/**
 * Does something to rows, and keeps what came of it where every element of the store can show it.
 */
export async function actOnTargets(
  work: SelectedWork,
  targets: readonly Selection[],
  followed: Followed = NOT_FOLLOWED,
): Promise<void> {
  const runs = batchRunsOf(work.store);
  const run = runs.begin(work.verb, work.count, targets);
  const outcomes: BatchOutcome[] = [];
  const rest: Selection[] = [];
  const before = new Map<Id, unknown>();
  // Ids that stand beside everything are a command of their own.
  for (const target of targets) {
    const outcome = run.signal.aborted ? undefined : await work.command(target, run.options);
    if (outcome) outcomes.push(outcome);
    rest.push(...restOf(target, outcome));
    // Of a conflict a newer version comes, which is shown.
    for (const { id, error } of outcome?.failed ?? []) if (error.code !== 'conflict') before.set(id, valueOf(work, id));
    run.next(outcome ? (outcome.count ?? outcome.done.length) + outcome.failed.length : 0);
    followed.putBack(target, refusedOf(target, outcome), !outcome || outcome.error !== undefined);
  }
  runs.end(run, endOf(outcomes, run.signal.aborted), (failed) => {
    // What somebody has said since is newer.
    const isLeft = (id: Id): boolean => before.get(id) === undefined || before.get(id) === valueOf(work, id);
    const ids = new Set(failed.map((one) => one.id).filter(isLeft));
    return again(work, only(rest, ids), followed);
  });
}

/** What is left to be tried again of a target: what failed, or all of it where nobody can say which rows those are. */
function restOf(target: Selection, outcome: BatchOutcome | undefined): readonly Selection[] {
  if (!outcome) return [];
  const { error } = outcome;
  if ('query' in target && error && error.code !== 'aborted') return [target];
  const ids = outcome.failed.filter((one) => !isAborted(one)).map(({ id }) => id);
  return ids.length > 0 ? [{ ids }] : [];
}

/** What a row has where the command sets it; nothing where it is not held. */
function valueOf({ store, verb }: SelectedWork, id: Id): unknown {
  const [row, field] = [store.iteration(id), SETS[verb]];
  return row && field && (row[field] || null);
}

/** Of rows only some, and queries as they are. */
const only = (targets: readonly Selection[], left: ReadonlySet<Id>): readonly Selection[] =>
  targets.flatMap((target): readonly Selection[] => {
    if ('query' in target) return [target];
    const ids = target.ids.filter((id) => left.has(id));
    return ids.length > 0 ? [{ ids }] : [];
  });

/** Tries again what was not done; what else is selected by now stays as it is. */
function again(work: SelectedWork, rest: readonly Selection[], followed: Followed): Promise<void> {
  const targets = rest.map((target) => followed.take(target));
  const named = rest.flatMap((target) => ('ids' in target ? [target.ids.length] : []));
  const count = named.length < rest.length ? work.count : named.reduce((sum, length) => sum + length, 0);
  return actOnTargets({ ...work, count }, targets, followed);
}

/** What several commands came to, as one. */
function endOf(outcomes: readonly BatchOutcome[], isStopped: boolean): BatchEnd | undefined {
  if (outcomes.length === 0) return undefined;
  const undos = outcomes.flatMap(({ undo }) => undo ?? []).reverse();
  const undo = async (): Promise<readonly UndoOutcome[]> => {
    const came: UndoOutcome[] = [];
    for (const step of undos) came.push(await step());
    return came;
  };
  const came = cameOf(...outcomes);
  const isCut = isStopped && (came.failed.some(isAborted) || outcomes.some(({ error }) => error?.code === 'aborted'));
  return {
    ...came,
    failed: came.failed.filter((one) => !isAborted(one)),
    error: came.error?.code === 'aborted' ? undefined : came.error,
    isStopped: isCut,
    undo: undos.length > 0 ? undo : undefined,
  };
}
