import type { Annotation, Selection } from '../../data/index.js';
import type { Id, Query } from '../../model/index.js';
import type { BatchOutcome, Failed, ImaginationsStore, UndoOutcome } from '../../store/index.js';
import type { StoreSelection } from '../../store/selection/selection-of.js';
import { annotateIterations } from '../intents/edit-intents.js';
import { cameOf } from '../outcome/came-of.js';
import { verbOf } from '../outcome/outcome-verb.js';
import { batchRunsOf, type BatchCommand, type BatchEnd, type BatchVerb } from './batch-runs.js';

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
  /** This is being done again. */
  take(target: Selection): void;
  /** Not done: these, or what cannot be named of a query. */
  putBack(target: Selection, refused: readonly Id[], isUnnamed: boolean): void;
}

const NOT_FOLLOWED: Followed = { take: () => undefined, putBack: () => undefined };

const isAborted = ({ error }: Failed): boolean => error.code === 'aborted';

/**
 * Does something to what is selected. It leaves the selection at once; what the backend refuses comes back into it; all of it does where the host
 * did not want it.
 */
export function actOnSelected(selection: StoreSelection, work: SelectedWork): Promise<void> {
  // What a person sees selected a moment from now is meant as well.
  selection.finish();
  const targets = selection.selections();
  return work.stays ? actOnTargets(work, targets) : actOnTargets(work, targets, taken(selection));
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

/** Takes everything out of a selection, until it is put back. */
function taken(selection: StoreSelection): Followed {
  const { views, everything } = selection;
  const before = { views: new Map(views), except: [...selection.except] };
  selection.clear();
  return {
    take: (target) => {
      if ('ids' in target) selection.set(target.ids, false, '', false);
      // Something else may be selected by now.
      else if (everything && selection.everything?.key === everything.key) selection.putAll(undefined);
    },
    putBack: (target, refused, isUnnamed) => {
      selection.putBack(refused, (id) => before.views.get(id) ?? everything?.key ?? '');
      // Of what it did not come to, nobody can say which they are: everything is, beside what was selected meanwhile.
      if (isUnnamed && 'query' in target && everything && !selection.everything) {
        selection.putAll(everything, before.except);
      }
    },
  };
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
  // Ids that stand beside everything are a command of their own.
  for (const target of targets) {
    const outcome = run.signal.aborted ? undefined : await work.command(target, run.options);
    if (outcome) outcomes.push(outcome);
    rest.push(...restOf(target, outcome));
    run.next(outcome ? (outcome.count ?? outcome.done.length) + outcome.failed.length : 0);
    followed.putBack(target, refusedOf(target, outcome), !outcome || outcome.error !== undefined);
  }
  runs.end(run, endOf(outcomes, run.signal.aborted), () => again(work, rest, followed));
}

/** What is left to be tried again of a target: what failed, or all of it where nobody can say which rows those are. */
function restOf(target: Selection, outcome: BatchOutcome | undefined): readonly Selection[] {
  if (!outcome) return [];
  const { error } = outcome;
  if ('query' in target && error && error.code !== 'aborted') return [target];
  const ids = outcome.failed.filter((one) => !isAborted(one)).map(({ id }) => id);
  return ids.length > 0 ? [{ ids }] : [];
}

/** Tries again what was not done; what else is selected by now stays as it is. */
function again(work: SelectedWork, rest: readonly Selection[], followed: Followed): Promise<void> {
  batchRunsOf(work.store).dismiss();
  for (const target of rest) followed.take(target);
  const named = rest.flatMap((target) => ('ids' in target ? [target.ids.length] : []));
  const count = named.length < rest.length ? work.count : named.reduce((sum, length) => sum + length, 0);
  return actOnTargets({ ...work, count }, rest, followed);
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
