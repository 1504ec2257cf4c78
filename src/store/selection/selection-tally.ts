import { queryKey, type Id, type Instant, type Query } from '../../model/index.js';
import { bothOf } from './both.js';
import type { SelectionWorld } from './selected-set.js';
import type { IterationSelection } from './selection.js';

/** How much is selected. */
export interface SelectionTally {
  /** `null`: everything that matches, and nobody has counted that. */
  readonly count: number | null;
  /** How many of them the list that is looked at does not show; `null` where that cannot be told. */
  readonly hidden: number | null;
}

/** What counting needs to know. */
export interface TallyWorld extends SelectionWorld {
  /** How many a query matches; `null` where that is not known. */
  total(query: Query): number | null;
  /** How many of those have come since a moment. */
  arrived(query: Query, until: string): number;
  /** The rows that are held: only of those more is known than the view they were selected in. */
  held?(): ReadonlyMap<Id, unknown>;
}

/** Of the ids that are selected, those whose rows may be held: however many are selected, few are. */
function heldOf(views: ReadonlyMap<Id, string>, world: TallyWorld): Iterable<Id> {
  const held = world.held?.();
  if (!held || held.size >= views.size) return views.keys();
  return [...held.keys()].filter((id) => views.has(id));
}

/** Whether a row has come since everything was selected: it is among those that have arrived, and does not count twice. */
const isLate = (id: Id, until: Instant, world: TallyWorld): boolean => (world.createdAt(id) ?? until) > until;

/**
 * Counts what is selected, and what of it is out of sight.
 * @param shown the query of the list that is looked at.
 */
export function tallySelection(selection: IterationSelection, shown: Query, world: TallyWorld): SelectionTally {
  const key = queryKey(shown);
  const { everything, views, except } = selection;
  let hidden = views.size - selection.sizeIn(key);
  for (const id of heldOf(views, world)) {
    const isHere = views.get(id) === key;
    const belongs = world.belongs(id, shown) ?? isHere;
    if (isHere !== belongs) hidden += isHere ? 1 : -1;
  }
  if (!everything) return { count: views.size, hidden };
  const { query, until } = everything;
  const total = world.total(query);
  if (total === null) return { count: null, hidden: everything.key === key ? hidden : null };
  let left = world.arrived(query, until);
  for (const id of except) if (!isLate(id, until, world) && world.belongs(id, query) !== false) left++;
  let beside = views.size;
  // What has come to be one of everything since it was selected is in the total already.
  for (const id of heldOf(views, world)) {
    const createdAt = world.createdAt(id);
    if (createdAt !== undefined && createdAt <= until && world.belongs(id, query)) beside--;
  }
  const all = Math.max(0, total - left);
  const seen = everything.key === key ? all : shownOf(selection, shown, world);
  return { count: all + beside, hidden: seen === null ? null : Math.max(0, all - seen) + hidden };
}

/** How many of everything another list shows; `null` where nobody has counted what belongs to both. */
function shownOf({ everything, except }: IterationSelection, shown: Query, world: TallyWorld): number | null {
  const both = everything && bothOf(everything.query, shown);
  if (both === null) return 0;
  const total = both ? world.total(both) : null;
  if (!everything || !both || total === null) return null;
  const { until } = everything;
  let left = world.arrived(both, until);
  for (const id of except) {
    const belongs = !isLate(id, until, world) && world.belongs(id, both);
    if (belongs === undefined) return null;
    if (belongs) left++;
  }
  return Math.max(0, total - left);
}
