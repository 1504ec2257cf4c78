import type { Query } from '../model/index.js';
import type { Call } from './call.js';
import { AdapterError } from './errors.js';
import type { Page, PageRequest } from './page.js';

/** One of the two list methods of an adapter. */
export type ListMethod<T> = (request: PageRequest, call: Call) => Promise<Page<T>>;

const unsupported = (what: string): AdapterError =>
  new AdapterError('unsupported', `This list cannot be read by ${what}`);

const PLACE = /^offset:(\d{1,15})$/;

function startOf({ cursor, offset, around }: PageRequest): number {
  if (around !== undefined) throw unsupported('around');
  if (cursor === undefined) return offset ?? 0;
  const place = PLACE.exec(cursor)?.[1];
  if (place === undefined) throw new AdapterError('invalid', `'${cursor}' is no cursor of this list`);
  return Number(place);
}

/**
 * A list method from a backend that pages by offset and knows its total. Offer `limits.random: 'offset'` with it.
 * @param fetchPage answers rows `offset` to `offset + limit` of the list that the query asks for.
 */
export function offsetPages<T>(
  fetchPage: (
    offset: number,
    limit: number,
    query: Query,
    call: Call,
  ) => Promise<{ readonly items: readonly T[]; readonly total: number }>,
): ListMethod<T> {
  return async (request, call) => {
    const offset = startOf(request);
    const { items, total } = await fetchPage(offset, request.limit, request, call);
    const end = offset + items.length;
    return {
      items,
      total,
      offset,
      // An empty page is the end, whatever the total says: a walk must not go round for ever.
      nextCursor: items.length > 0 && end < total ? `offset:${end}` : null,
      prevCursor: offset > 0 ? `offset:${Math.max(0, offset - request.limit)}` : null,
    };
  };
}

/**
 * A list method from a backend that pages by cursor or token.
 * @param fetchPage answers at most `limit` rows behind `cursor` (`null`: from the start), and where to go on.
 */
export function cursorPages<T>(
  fetchPage: (
    cursor: string | null,
    limit: number,
    query: Query,
    call: Call,
  ) => Promise<{ readonly items: readonly T[]; readonly next?: string | null | undefined; readonly total?: number }>,
): ListMethod<T> {
  return async (request, call) => {
    if (request.around !== undefined) throw unsupported('around');
    if (request.offset !== undefined) throw unsupported('offset');
    const { items, next, total } = await fetchPage(request.cursor ?? null, request.limit, request, call);
    // A cursor that leads to itself would be a walk without an end.
    const nextCursor = next !== undefined && next !== '' && next !== request.cursor ? next : null;
    return { items, nextCursor, ...(total !== undefined && { total }) };
  };
}
