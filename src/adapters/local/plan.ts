import { matchesIteration, matchesSession, type Filter, type Iteration, type Session } from '../../model/index.js';
import { facet, type Shown } from './facets.js';
import type { Bound, Entry, Span, Transaction } from './storage.js';

/** How a list is read: the rows of some facets merged, those that do not match left out. */
export interface Plan<T extends 'sessions' | 'iterations'> {
  readonly table: T;
  /** No row is in two of them. */
  readonly spans: readonly Span[];
  /** Whether every row of the facets belongs to the list. */
  readonly exact: boolean;
  matches(entry: Entry<T>, tx: Transaction): boolean | Promise<boolean>;
}

const SHOWN: { readonly [archived in NonNullable<Filter['archived']>]: readonly Shown[] } = {
  exclude: ['e'],
  only: ['o'],
  include: ['e', 'o'],
};

const shownOf = (filter: Filter): readonly Shown[] => SHOWN[filter.archived ?? 'exclude'];

function times({ createdAfter, createdBefore }: Filter): Pick<Span, 'lower' | 'upper'> {
  const lower: Bound | undefined = createdAfter === undefined ? undefined : { at: createdAfter, id: '', open: false };
  const upper: Bound | undefined = createdBefore === undefined ? undefined : { at: createdBefore, id: '', open: true };
  return { lower, upper };
}

const unique = <V>(values: readonly V[]): readonly V[] => [...new Set(values)];

/** The filters that facets answer, narrowest first: the first one that is set is the one that is walked. */
const DRIVERS: readonly {
  readonly of: keyof Filter;
  names(filter: Filter, shown: Shown): readonly string[] | undefined;
}[] = [
  {
    of: 'sessionId',
    names: ({ sessionId }, of) => (sessionId === undefined ? undefined : [facet.session(of, sessionId)]),
  },
  { of: 'tags', names: ({ tags }, of) => tags?.slice(0, 1).map((tag) => facet.tag(of, tag)) },
  { of: 'projectId', names: ({ projectId }, of) => (projectId ? [facet.project(of, projectId)] : undefined) },
  { of: 'starred', names: ({ starred }, of) => (starred ? [facet.starred(of, true)] : undefined) },
  { of: 'flag', names: ({ flag }, of) => (flag && flag !== 'none' ? [facet.flag(of, flag)] : undefined) },
  {
    of: 'statuses',
    names: ({ statuses }, of) => statuses && unique(statuses).map((status) => facet.status(of, status)),
  },
  { of: 'model', names: ({ model }, of) => (model === undefined ? undefined : [facet.model(of, model)]) },
  {
    of: 'ratingAtLeast',
    names: ({ ratingAtLeast }, of) =>
      ratingAtLeast === undefined
        ? undefined
        : [0, 1, 2, 3, 4, 5].filter((rating) => rating >= ratingAtLeast).map((rating) => facet.rating(of, rating)),
  },
  { of: 'kinds', names: ({ kinds }, of) => kinds && unique(kinds).map((kind) => facet.kind(of, kind)) },
  { of: 'projectId', names: ({ projectId }, of) => (projectId === null ? [facet.project(of, null)] : undefined) },
  { of: 'flag', names: ({ flag }, of) => (flag === 'none' ? [facet.flag(of, 'none')] : undefined) },
  { of: 'starred', names: ({ starred }, of) => (starred === false ? [facet.starred(of, false)] : undefined) },
];

/** What every driver's facets and span already answer. */
const ANSWERED: readonly (keyof Filter)[] = ['archived', 'createdAfter', 'createdBefore'];

const wanted = (filter: Filter): readonly (keyof Filter)[] =>
  (Object.keys(filter) as (keyof Filter)[]).filter((name) => filter[name] !== undefined && !ANSWERED.includes(name));

function drive(filter: Filter): { readonly names: readonly string[]; readonly exact: boolean } {
  const rest = wanted(filter);
  // These two are not split by archive, for they are short: every row of theirs is looked at.
  if (filter.generationId !== undefined) return { names: [facet.generation(filter.generationId)], exact: false };
  if (filter.parentId !== undefined) return { names: [facet.parent(filter.parentId)], exact: false };
  for (const driver of DRIVERS) {
    const names = shownOf(filter).map((of) => driver.names(filter, of));
    if (!names.every((list) => list !== undefined)) continue;
    const exact = rest.length === 1 && !(driver.of === 'tags' && (filter.tags?.length ?? 0) !== 1);
    // No tag at all narrows nothing.
    if (driver.of === 'tags' && !filter.tags?.length) continue;
    return { names: names.flat(), exact };
  }
  return { names: shownOf(filter).map(facet.all), exact: rest.length === 0 };
}

const passesArchive = ({ value }: Entry<'iterations'>, filter: Filter): boolean => {
  const away = filter.sessionId === undefined ? value.hidden : Boolean(value.item.archivedAt);
  return filter.archived === 'include' || away === (filter.archived === 'only');
};

/** How to read a list of iterations. */
export function planIterations(filter: Filter = {}): Plan<'iterations'> {
  const { names, exact } = drive(filter);
  const rest: Filter = { ...filter, archived: 'include' };
  const sessions = new Map<string, Session | undefined>();
  const sessionOf = async (item: Iteration, tx: Transaction) => {
    if (!sessions.has(item.sessionId)) {
      sessions.set(item.sessionId, (await tx.get('sessions', item.sessionId))?.value.item);
    }
    return sessions.get(item.sessionId);
  };
  return {
    table: 'iterations',
    spans: names.map((name) => ({ facet: name, ...times(filter) })),
    exact,
    matches: async (entry, tx) =>
      passesArchive(entry, filter) &&
      // Only the text looks into the session.
      matchesIteration(
        entry.value.item,
        filter.text === undefined ? undefined : await sessionOf(entry.value.item, tx),
        rest,
      ),
  };
}

/** How to read a list of sessions; fields that speak of iterations alone do not apply. */
export function planSessions(filter: Filter = {}): Plan<'sessions'> {
  const { projectId, sessionId, text } = filter;
  const names = shownOf(filter).map((of) => (projectId === undefined ? facet.all(of) : facet.project(of, projectId)));
  return {
    table: 'sessions',
    spans: names.map((name) => ({ facet: name, ...times(filter) })),
    exact: sessionId === undefined && text === undefined,
    matches: ({ value }) => matchesSession(value.item, filter),
  };
}
