import { isFinal, type Counts, type Iteration, type RunStatus, type Session } from './entities.js';
import type { Id, Instant, Kind } from './primitives.js';

/** Which iterations (or sessions) are wanted; fields combine with AND. Plain data: a host can store and share it. */
export interface Filter {
  readonly kinds?: readonly Kind[];
  readonly sessionId?: Id;
  /** `null`: in no project. */
  readonly projectId?: Id | null;
  readonly statuses?: readonly RunStatus[];
  readonly starred?: boolean;
  readonly ratingAtLeast?: number;
  readonly flag?: 'pick' | 'reject' | 'none';
  /** All of these. */
  readonly tags?: readonly string[];
  readonly model?: string;
  /** Default `exclude`, which also hides the members of archived sessions - except where `sessionId` names the session. */
  readonly archived?: 'exclude' | 'only' | 'include';
  readonly text?: string;
  /** Inclusive. */
  readonly createdAfter?: Instant;
  /** Exclusive. */
  readonly createdBefore?: Instant;
  readonly generationId?: Id;
  /** Made from this iteration. */
  readonly parentId?: Id;
}

/** A filter and an order: by `(createdAt, id)`, descending for `newest` (the default). */
export interface Query {
  readonly filter?: Filter;
  readonly order?: 'newest' | 'oldest';
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders rows as `newest` does: by `createdAt`, then `id`, both descending; total and stable. */
export const compareNewest = (
  a: { readonly createdAt: Instant; readonly id: Id },
  b: { readonly createdAt: Instant; readonly id: Id },
): number => compareText(b.createdAt, a.createdAt) || compareText(b.id, a.id);

/** The comparison for an order; `oldest` is the exact reverse of `newest`. */
export const comparator = (order: Query['order']): typeof compareNewest =>
  order === 'oldest' ? (a, b) => compareNewest(b, a) : compareNewest;

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en');

const hasText = (needle: string, ...fields: (string | undefined)[]): boolean => {
  const wanted = fold(needle.trim());
  return wanted === '' || fields.some((field) => field !== undefined && fold(field).includes(wanted));
};

const isIn = <T>(wanted: readonly T[] | undefined, value: T): boolean => wanted === undefined || wanted.includes(value);

const inProject = (projectIds: readonly Id[] | undefined, wanted: Id | null | undefined): boolean =>
  wanted === undefined || (wanted === null ? !projectIds?.length : (projectIds?.includes(wanted) ?? false));

const inTime = (createdAt: Instant, filter: Filter): boolean =>
  (filter.createdAfter === undefined || createdAt >= filter.createdAfter) &&
  (filter.createdBefore === undefined || createdAt < filter.createdBefore);

function passesArchive(iteration: Iteration, session: Session | undefined, filter: Filter): boolean {
  if (filter.archived === 'include') return true;
  // A session's own page shows what it holds, also while the session itself is put away.
  const hidden = Boolean(iteration.archivedAt) || (filter.sessionId === undefined && Boolean(session?.archivedAt));
  return hidden === (filter.archived === 'only');
}

/**
 * Whether an iteration belongs to a filter.
 * @param session the iteration's session, where known: its archive hides the iteration.
 */
export function matchesIteration(iteration: Iteration, session: Session | undefined, filter: Filter = {}): boolean {
  return (
    isIn(filter.kinds, iteration.kind) &&
    (filter.sessionId === undefined || iteration.sessionId === filter.sessionId) &&
    inProject(iteration.projectIds, filter.projectId) &&
    isIn(filter.statuses, iteration.status) &&
    (filter.starred === undefined || Boolean(iteration.starred) === filter.starred) &&
    (filter.ratingAtLeast === undefined || (iteration.rating ?? 0) >= filter.ratingAtLeast) &&
    (filter.flag === undefined || (iteration.flag ?? 'none') === filter.flag) &&
    (filter.tags === undefined || filter.tags.every((tag) => iteration.tags?.includes(tag) ?? false)) &&
    (filter.model === undefined || iteration.model === filter.model) &&
    (filter.generationId === undefined || iteration.generationId === filter.generationId) &&
    (filter.parentId === undefined ||
      (iteration.parents?.some((parent) => parent.iterationId === filter.parentId) ?? false)) &&
    inTime(iteration.createdAt, filter) &&
    (filter.text === undefined ||
      hasText(
        filter.text,
        iteration.prompt,
        iteration.revisedPrompt,
        iteration.note,
        session?.title,
        session?.brief.prompt,
        ...(iteration.tags ?? []),
      )) &&
    passesArchive(iteration, session, filter)
  );
}

/** Whether a session belongs to a filter; fields that speak of iterations alone do not apply to sessions. */
export function matchesSession(session: Session, filter: Filter = {}): boolean {
  const { archived = 'exclude' } = filter;
  return (
    (filter.sessionId === undefined || session.id === filter.sessionId) &&
    inProject(session.projectIds, filter.projectId) &&
    (archived === 'include' || Boolean(session.archivedAt) === (archived === 'only')) &&
    inTime(session.createdAt, filter) &&
    (filter.text === undefined || hasText(filter.text, session.title, session.brief.prompt))
  );
}

const atLeast0 = (value: number): number => Math.max(0, value);

/** Adds one iteration to counts (or takes it away with `by = -1`); no count falls below 0. */
export function addToCounts(counts: Counts, iteration: Pick<Iteration, 'kind' | 'status'>, by: 1 | -1 = 1): Counts {
  const { kind, status } = iteration;
  return {
    ...counts,
    total: atLeast0(counts.total + by),
    [kind]: atLeast0((counts[kind] ?? 0) + by),
    active: atLeast0((counts.active ?? 0) + (isFinal(status) ? 0 : by)),
    failed: atLeast0((counts.failed ?? 0) + (status === 'failed' ? by : 0)),
  };
}

/** Counts of nothing. */
export const NO_COUNTS: Counts = { total: 0, image: 0, video: 0, audio: 0, active: 0, failed: 0 };

/** Lists of a filter mean the same in any order, and with doubles. */
const normal = (value: unknown): unknown =>
  Array.isArray(value) ? [...new Set(value.map(String))].sort(compareText) : value;

/** A key that is equal for queries that mean the same, whatever the order of their fields. */
export function queryKey(query: Query): string {
  const entries = Object.entries(query.filter ?? {})
    .filter(([name, value]: [string, unknown]) => value !== undefined && !(name === 'archived' && value === 'exclude'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]: [string, unknown]) => [name, normal(value)]);
  return JSON.stringify([query.order ?? 'newest', entries]);
}
