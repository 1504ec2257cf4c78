import type { Filter, Query } from '../../model/index.js';

type Fields = Record<string, unknown>;

/** Nothing can match both. */
const NONE = Symbol('none');

const later = (a: unknown, b: unknown): unknown => ((a as string) > (b as string) ? a : b);
const earlier = (a: unknown, b: unknown): unknown => ((a as string) < (b as string) ? a : b);

function inBoth(a: unknown, b: unknown): unknown {
  const shared = (a as readonly unknown[]).filter((one) => (b as readonly unknown[]).includes(one));
  return shared.length > 0 ? shared : NONE;
}

/** What two wishes for one field come to; of all others, one has to be as the other. */
const JOINED: Readonly<Partial<Record<keyof Filter, (a: unknown, b: unknown) => unknown>>> = {
  kinds: inBoth,
  statuses: inBoth,
  ratingAtLeast: later,
  createdAfter: later,
  createdBefore: earlier,
  tags: (a, b) => [...new Set([...(a as readonly unknown[]), ...(b as readonly unknown[])])],
  archived: (a, b) => (a === 'include' ? b : b === 'include' || a === b ? a : NONE),
};

/** The query of what two queries match both; `null` where nothing can, `undefined` where one query cannot say it. */
export function bothOf({ filter: a = {} }: Query, { filter: b = {} }: Query): Query | null | undefined {
  // Where a session is named, what it holds counts though it is put away itself.
  if ((a.sessionId === undefined) !== (b.sessionId === undefined)) return undefined;
  if (a.text !== undefined && b.text !== undefined && a.text !== b.text) return undefined;
  const [one, other]: readonly Fields[] = [a, b].map((filter) => ({
    ...filter,
    archived: filter.archived ?? 'exclude',
  }));
  const both: Fields = { ...one };
  for (const [field, value] of Object.entries(other ?? {})) {
    const before = both[field];
    if (value === undefined) continue;
    if (before === undefined) both[field] = value;
    else if (before !== value) both[field] = JOINED[field as keyof Filter]?.(before, value) ?? NONE;
    if (both[field] === NONE) return null;
  }
  // What is so anyway need not be asked for.
  if (both['archived'] === 'exclude') delete both['archived'];
  return { filter: both };
}
