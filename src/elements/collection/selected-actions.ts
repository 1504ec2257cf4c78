import type { Annotation, Selection } from '../../data/index.js';
import type { Id } from '../../model/index.js';
import type { BatchOutcome, Failed, ImaginationsStore, UndoOutcome } from '../../store/index.js';
import type { StoreSelection } from '../../store/selection/selection-of.js';
import { annotateIterations } from '../intents/edit-intents.js';
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
  /** These are being done; none: all of it. */
  take(ids: readonly Id[]): void;
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
export async function judgeSelected(
  source: EventTarget,
  store: ImaginationsStore,
  selection: StoreSelection | undefined,
  patch: Annotation,
): Promise<void> {
  selection?.finish();
  // One after the other: what stands beside everything that is selected is a command of its own.
  for (const target of selection?.selections() ?? []) await annotateIterations(source, store, target, patch);
}

/** What was not done of what was asked for, as far as it has names. */
const refusedOf = (target: Selection, outcome: BatchOutcome | undefined): readonly Id[] =>
  outcome ? outcome.failed.map(({ id }) => id) : 'ids' in target ? target.ids : [];

/** Takes everything out of a selection, until it is put back. */
function taken(selection: StoreSelection): Followed {
  const { views, everything } = selection;
  const before = { views: new Map(views), everything, except: [...selection.except] };
  selection.clear();
  return {
    take: (ids) => {
      if (ids.length > 0) selection.set(ids, false, '');
      else selection.clear();
    },
    putBack: (target, refused, isUnnamed) => {
      selection.putBack(refused, (id) => before.views.get(id) ?? before.everything?.key ?? '');
      if (!isUnnamed || !('query' in target) || !before.everything || selection.everything) return;
      // Of what it did not come to, nobody can say which they are: everything is, beside what was selected meanwhile.
      const { query, until, key } = before.everything;
      const meanwhile = [...selection.views];
      selection.all(query, until);
      selection.set([...before.except], false, key);
      for (const [id, view] of meanwhile) selection.set([id], true, view);
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
  // Ids that stand beside everything are a command of their own.
  for (const target of targets) {
    const outcome = run.signal.aborted ? undefined : await work.command(target, run.options);
    if (outcome) outcomes.push(outcome);
    run.next(outcome ? (outcome.count ?? outcome.done.length) + outcome.failed.length : 0);
    followed.putBack(target, refusedOf(target, outcome), !outcome || outcome.error !== undefined);
  }
  const retry = (ids: readonly Id[]): Promise<void> => again(work, ids, targets, followed);
  runs.end(run, endOf(outcomes, run.signal.aborted), retry);
}

/** Tries again what failed; all of it, where nobody can say which rows those are. */
function again(
  work: SelectedWork,
  ids: readonly Id[],
  targets: readonly Selection[],
  followed: Followed,
): Promise<void> {
  batchRunsOf(work.store).dismiss();
  followed.take(ids);
  if (ids.length === 0) return actOnTargets(work, targets, followed);
  return actOnTargets({ ...work, count: ids.length }, [{ ids }], followed);
}

/** What several commands came to, as one. */
function endOf(outcomes: readonly BatchOutcome[], isStopped: boolean): BatchEnd | undefined {
  if (outcomes.length === 0) return undefined;
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const undos = outcomes.flatMap(({ undo }) => undo ?? []).reverse();
  const undo = async (): Promise<readonly UndoOutcome[]> => {
    const came: UndoOutcome[] = [];
    for (const step of undos) came.push(await step());
    return came;
  };
  const isCut = isStopped && (failed.some(isAborted) || outcomes.some(({ error }) => error?.code === 'aborted'));
  const error = outcomes.find((outcome) => outcome.error && outcome.error.code !== 'aborted')?.error;
  return {
    done: outcomes.reduce((sum, { count, done }) => sum + (count ?? done.length), 0),
    failed: failed.filter((one) => !isAborted(one)),
    error,
    isStopped: isCut,
    undo: undos.length > 0 ? undo : undefined,
  };
}
