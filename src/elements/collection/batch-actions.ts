import type { LitElement } from 'lit';
import type { ReassignTarget } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import type { Id, Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { StoreSelection } from '../../store/selection/selection-of.js';
import { archive, check, invert, move, star, unarchive } from '../../ui/icon-shapes.js';
import { compare } from '../../ui/icons/compare.js';
import { compareIterations } from '../intents/compare-intents.js';
import { FEWEST, MOST } from '../intents/compared.js';
import { annotateIterations, reassignIterations } from '../intents/edit-intents.js';
import { archiveIterations, unarchiveIterations } from '../intents/iteration-intents.js';
import { canReassign } from '../reassign/can-reassign.js';
import { openReassign } from '../reassign/open-reassign.js';
import type { BatchButton } from './batch-pieces.js';
import type { BatchCommand, BatchVerb } from './batch-runs.js';
import { downloadActions } from './download-action.js';
import { actOnSelected, actOnTargets } from './selected-actions.js';

/** What can be done with what is selected. */
export type BatchAction = BatchButton;

/** What actions are made of. */
export interface BatchActionContext {
  /** Where events come from, and dialogs stand. */
  readonly host: LitElement;
  readonly store: ImaginationsStore;
  readonly localizer: Localizer;
  readonly selection: StoreSelection;
  /** The query of what is shown. */
  readonly query: Query;
  readonly selectAll: () => void;
  readonly invert: () => void;
  /** Puts the focus where it belongs among the tiles. */
  readonly focusTiles: () => void;
}

/** Actions of one sort: only what the adapter offers, and what makes sense for what is shown. */
export type BatchActions = (context: BatchActionContext) => readonly BatchAction[];

/** Rows that are looked at to tell how a switch stands. */
const MOST_LOOKED_AT = 5000;

/** How many rows are selected; `null` where nobody has counted. */
const countOf = ({ selection, query }: Pick<BatchActionContext, 'selection' | 'query'>): number | null =>
  selection.tally(query).count;

function act(
  context: Pick<BatchActionContext, 'store' | 'selection' | 'query'>,
  verb: BatchVerb,
  command: BatchCommand,
  stays = false,
): void {
  const { store, selection } = context;
  // What of a range is still being taken counts.
  selection.finish();
  void actOnSelected(selection, { store, verb, command, count: countOf(context), stays });
}

/** Whether all that is selected has a star, none, or some, as far as the rows are known; where all have one, it is taken away. */
export function starred({ store, selection }: Pick<BatchActionContext, 'store' | 'selection'>): boolean | 'mixed' {
  const { core } = store;
  const ids = selection.everything ? core.iterations.known.keys() : selection.views.keys();
  const isAll = selection.everything !== undefined;
  let looked = 0;
  let known: boolean | undefined;
  for (const id of ids) {
    if (++looked > MOST_LOOKED_AT) break;
    if (isAll && !selection.has(id)) continue;
    const row = store.iteration(id);
    if (!row) continue;
    const is = Boolean(row.starred);
    if (known !== undefined && known !== is) return 'mixed';
    known = is;
  }
  return known ?? false;
}

/** A star for everything that is selected. */
const starActions: BatchActions = (context) => {
  const { host, store, localizer } = context;
  if (!store.capabilities.annotate) return [];
  const pressed = starred(context);
  const verb = pressed === true ? 'unstar' : 'star';
  const command: BatchCommand = (target, options) =>
    annotateIterations(host, store, target, { starred: verb === 'star' }, options);
  return [
    {
      id: 'star',
      label: localizer.t(`action.${verb}`),
      icon: star,
      pressed,
      run: () => act(context, verb, command, true),
    },
  ];
};

/** Moves rows to where they were asked to go; into a new session, all of them into the same, also what is tried again. */
function mover(
  host: LitElement,
  store: ImaginationsStore,
  to: ReassignTarget,
): { readonly verb: BatchVerb; readonly command: BatchCommand } {
  let made: Id | undefined;
  const command: BatchCommand = async (target, options) => {
    const place = made === undefined ? to : { sessionId: made };
    const outcome = await reassignIterations(host, store, target, place, options);
    made ??= outcome?.made;
    return outcome;
  };
  return { verb: 'projects' in to ? 'projects' : 'move', command };
}

/** Into another session, into projects and out of them. */
const moveActions: BatchActions = (context) => {
  const { host, store, localizer, selection, focusTiles } = context;
  if (!canReassign(store)) return [];
  const run = (): void => {
    selection.finish();
    // Behind the dialog, what a batch was refused comes back into the selection.
    const chosen = selection.selections();
    const count = countOf(context);
    void openReassign(host, store, chosen, {
      localizer,
      count,
      focusBack: focusTiles,
      shown: context.query,
      apply: (to, leaves) => {
        void actOnSelected(selection, { store, ...mover(host, store, to), count, stays: !leaves }, chosen);
      },
    });
  };
  return [{ id: 'move', label: localizer.t('action.move'), icon: move, run }];
};

/** Asks where one iteration goes; nothing where the adapter moves none. */
export function moveOne(
  { host, store, localizer }: Pick<BatchActionContext, 'host' | 'store' | 'localizer'>,
  id: Id,
): (() => void) | undefined {
  if (!canReassign(store)) return undefined;
  const targets = [{ ids: [id] }];
  const apply = (to: ReassignTarget): void => {
    void actOnTargets({ store, ...mover(host, store, to), count: 1 }, targets);
  };
  return () => void openReassign(host, store, targets, { localizer, count: 1, apply });
}

/** Puts what is selected away, or brings it back from there, as the list that is shown has it; nothing where nobody can. */
export function putSelected(
  context: Pick<BatchActionContext, 'host' | 'store' | 'selection' | 'query'>,
): { readonly put: 'archive' | 'unarchive'; readonly run: () => void } | undefined {
  const { host, store, query } = context;
  if (!store.capabilities.archive) return undefined;
  const put = query.filter?.archived === 'only' ? 'unarchive' : 'archive';
  const intent = put === 'archive' ? archiveIterations : unarchiveIterations;
  return { put, run: () => act(context, put, (target, options) => intent(host, store, target, options)) };
}

/** Away, or back from there. */
const archiveActions: BatchActions = (context) => {
  const { localizer, focusTiles } = context;
  const away = putSelected(context);
  if (!away) return [];
  const { put } = away;
  const run = (): void => {
    focusTiles();
    away.run();
  };
  return [{ id: put, label: localizer.t(`action.${put}`), icon: put === 'archive' ? archive : unarchive, run }];
};

/** Side by side, in the lightbox. */
const compareActions: BatchActions = ({ host, store, localizer, selection }) => {
  const run = compareSelected(host, store, selection);
  return run ? [{ id: 'compare', label: localizer.t('action.compare'), icon: compare, run }] : [];
};

/** Compares what is selected; nothing where that is too few or too many. */
export function compareSelected(
  host: LitElement,
  store: ImaginationsStore,
  selection: StoreSelection,
): (() => void) | undefined {
  const ids = (): readonly Id[] => (selection.everything ? [] : selection.value.ids);
  const fits = ({ length }: readonly Id[]): boolean => length >= FEWEST && length <= MOST;
  if (!fits(ids())) return undefined;
  return () => {
    selection.finish();
    if (fits(ids())) compareIterations(host, store, ids());
  };
}

/** To the disk, and what the host offers. */
const otherActions: BatchActions = ({ host, store, selection, localizer }) =>
  downloadActions(host, store, selection, localizer);

/** More of the list, or the rest of it. */
const selectActions: BatchActions = ({ localizer, selection, selectAll, invert: run }) => {
  if (selection.maximum < Infinity) return [];
  const all = { id: 'all', label: localizer.t('action.selectAll'), icon: check, run: selectAll };
  const other = { id: 'invert', label: localizer.t('action.invertSelection'), icon: invert, run };
  return selection.everything === undefined ? [all, other] : [other];
};

/** What the bar offers, in its order: what does not fit goes into a menu from the end on. */
export const batchActions: readonly BatchActions[] = [
  starActions,
  moveActions,
  archiveActions,
  compareActions,
  otherActions,
  selectActions,
];
