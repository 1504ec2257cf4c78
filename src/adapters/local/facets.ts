import { isFinal, isVisible, type Generation, type Iteration, type Session } from '../../model/index.js';
import type { Entry, Tables } from './storage.js';

/** Whether a row is shown (`e`) or put away (`o`): the first letter of most facets. */
export type Shown = 'e' | 'o';

const shown = (archived: boolean): Shown => (archived ? 'o' : 'e');

/** Names of the facets under which iterations are listed. */
export const facet = {
  all: (of: Shown) => of,
  kind: (of: Shown, kind: string) => `${of}k${kind}`,
  status: (of: Shown, status: string) => `${of}u${status}`,
  starred: (of: Shown, starred: boolean) => `${of}*${starred}`,
  rating: (of: Shown, rating: number) => `${of}r${rating}`,
  flag: (of: Shown, flag: string) => `${of}f${flag}`,
  tag: (of: Shown, tag: string) => `${of}t${tag}`,
  model: (of: Shown, model: string) => `${of}m${model}`,
  project: (of: Shown, id: string | null) => (id === null ? `${of}P` : `${of}p${id}`),
  /** By its own archive alone: a session's own page shows what it holds, also while the session is put away. */
  session: (of: Shown, id: string) => `${of}s${id}`,
  generation: (id: string) => `g${id}`,
  parent: (id: string) => `c${id}`,
  /** Generations that have not ended. */
  active: 'active',
  log: 'log',
  /** Rows that may be dropped with time, oldest first. */
  age: 'age',
  owner: (id: string) => `o${id}`,
} as const;

const projects = (of: Shown, ids: readonly string[] | undefined): readonly string[] =>
  ids?.length ? ids.map((id) => facet.project(of, id)) : [facet.project(of, null)];

/** The row of an iteration, listed under everything that an offered filter can ask for. */
export function iterationEntry(item: Iteration, session: Session | undefined, born: number): Entry<'iterations'> {
  const hidden = !isVisible(item, session);
  const of = shown(hidden);
  const facets = [
    facet.all(of),
    facet.kind(of, item.kind),
    facet.status(of, item.status),
    facet.starred(of, item.starred ?? false),
    facet.rating(of, item.rating ?? 0),
    facet.flag(of, item.flag ?? 'none'),
    ...(item.tags ?? []).map((tag) => facet.tag(of, tag)),
    ...(item.model === undefined ? [] : [facet.model(of, item.model)]),
    ...projects(of, item.projectIds),
    facet.session(shown(Boolean(item.archivedAt)), item.sessionId),
    ...(item.generationId === undefined ? [] : [facet.generation(item.generationId)]),
    ...(item.parents ?? []).flatMap(({ iterationId }) =>
      iterationId === undefined ? [] : [facet.parent(iterationId)],
    ),
  ];
  return { id: item.id, at: item.createdAt, facets: [...new Set(facets)], value: { item, born, hidden } };
}

/** The row of a session. */
export function sessionEntry(item: Session, born: number): Entry<'sessions'> {
  const of = shown(Boolean(item.archivedAt));
  const facets = [facet.all(of), ...projects(of, item.projectIds)];
  return { id: item.id, at: item.createdAt, facets: [...new Set(facets)], value: { item, born } };
}

/** The row of a generation. */
export function generationEntry(item: Generation, more: Omit<Tables['generations'], 'item'>): Entry<'generations'> {
  const facets = [facet.session('e', item.sessionId), ...(isFinal(item.status) ? [] : [facet.active])];
  return { id: item.id, at: item.createdAt, facets, value: { ...more, item } };
}
