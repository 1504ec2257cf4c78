import { AdapterError, type Page, type PageRequest } from '../../data/index.js';
import { readCursor, writeCursor } from '../local/cursor.js';
import { checkNumber } from '../local/lists.js';
import type { Rows } from './rows.js';

/** What a page is made from. */
export interface Listing<T> {
  readonly name: 'sessions' | 'iterations';
  readonly rows: Rows;
  readonly pageSize: number;
  readonly streamPosition: string;
  /** The number of an entity; `undefined` for an id that is not known. */
  numberOf(id: string): number | undefined;
  make(number: number): T;
}

/** Places of the list, in its order: from the first to the last, exclusive. */
type Part = readonly [from: number, to: number];

/** The place of a number in the list, or the one where it would be. */
const placeOf = ({ rows }: Listing<unknown>, { order }: PageRequest, number: number): number =>
  order === 'oldest' ? rows.rank(number) : rows.length - rows.rank(number + 1);

function partAround(listing: Listing<unknown>, request: PageRequest, id: string, limit: number): Part {
  const number = listing.numberOf(id);
  if (number === undefined || !listing.rows.has(number)) {
    throw new AdapterError('not-found', `'${id}' is not in this list`);
  }
  const from = Math.max(0, placeOf(listing, request, number) - Math.floor((limit - 1) / 2));
  return [from, from + limit];
}

function partOf(listing: Listing<unknown>, request: PageRequest, limit: number): Part {
  const { cursor, offset = 0, around } = request;
  if (cursor !== undefined) {
    const { way, id } = readCursor(listing.name, request, cursor);
    const number = Number(id);
    checkNumber('cursor', number, 0);
    const place = placeOf(listing, request, number);
    if (way === 'prev') return [Math.max(0, place - limit), place];
    // The row itself may have left the list since.
    const from = listing.rows.has(number) ? place + 1 : place;
    return [from, from + limit];
  }
  if (around !== undefined) return partAround(listing, request, around, limit);
  checkNumber('offset', offset, 0);
  return [offset, offset + limit];
}

/** One page of a list. */
export function pageOf<T>(listing: Listing<T>, request: PageRequest): Page<T> {
  checkNumber('limit', request.limit, 1);
  const { rows, name } = listing;
  const { length } = rows;
  const [start, end] = partOf(listing, request, Math.min(request.limit, listing.pageSize));
  const [from, to] = [Math.min(length, start), Math.min(length, end)];
  const numbers =
    request.order === 'oldest' ? rows.slice(from, to) : rows.slice(length - to, length - from).toReversed();
  const cursor = (number: number | undefined, way: 'next' | 'prev', isWanted: boolean) =>
    number !== undefined && isWanted ? writeCursor(name, request, { way, at: '', id: String(number) }) : null;
  return {
    items: numbers.map((number) => listing.make(number)),
    nextCursor: cursor(numbers.at(-1), 'next', to < length),
    prevCursor: cursor(numbers[0], 'prev', from > 0),
    total: length,
    offset: from,
    streamPosition: listing.streamPosition,
  };
}
