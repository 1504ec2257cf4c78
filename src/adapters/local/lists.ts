import { AdapterError, type Call, type Page, type PageRequest } from '../../data/index.js';
import { queryKey, type Filter, type Iteration, type Query, type Session } from '../../model/index.js';
import { readCursor, writeCursor } from './cursor.js';
import type { Local } from './local.js';
import { planIterations, planSessions, type Plan } from './plan.js';
import type { Entry, Tables, Transaction } from './storage.js';
import { writePosition } from './position.js';
import { countRows, walk, type Course } from './walk.js';

type Listed = 'sessions' | 'iterations';

const PLANS: { readonly [T in Listed]: (filter: Filter | undefined) => Plan<T> } = {
  sessions: planSessions,
  iterations: planIterations,
};

/** @throws AdapterError `unsupported` for a filter or an order that is not offered. */
export function checkQuery(local: Pick<Local, 'limits'>, { filter = {}, order = 'newest' }: Query): void {
  const names = (Object.keys(filter) as (keyof Filter)[]).filter((name) => filter[name] !== undefined);
  const unknown = names.find((name) => !local.limits.filters.includes(name));
  if (unknown !== undefined) throw new AdapterError('unsupported', `The filter '${unknown}' is not offered`);
  if (!local.limits.orders.includes(order))
    throw new AdapterError('unsupported', `The order '${order}' is not offered`);
}

/** @throws AdapterError `invalid` when it is no whole number of at least `least`. */
export function checkNumber(path: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  const message = `must be a whole number of at least ${least}`;
  throw new AdapterError('invalid', `${path} ${message}`, { fields: [{ path, message }] });
}

/** Part of a list that was read: the rows in list order, and whether there are more on either side. */
interface Part<T extends Listed> {
  readonly rows: readonly Entry<T>[];
  readonly before: boolean;
  readonly after: boolean;
  readonly offset?: number;
}

/** Reads one page of one list in one transaction. */
class ListReader<T extends Listed> {
  readonly #tx: Transaction;
  readonly #plan: Plan<T>;
  readonly #reverse: boolean;
  readonly #signal: AbortSignal;

  constructor(tx: Transaction, plan: Plan<T>, order: Query['order'], signal: AbortSignal) {
    this.#tx = tx;
    this.#plan = plan;
    this.#reverse = order !== 'oldest';
    this.#signal = signal;
  }

  async head(limit: number): Promise<Part<T>> {
    const { rows, more } = await this.#take(limit, { reverse: this.#reverse });
    return { rows, before: false, after: more };
  }

  async beside(
    at: { readonly at: string; readonly id: string },
    way: 'next' | 'prev',
    limit: number,
  ): Promise<Part<T>> {
    const from = { ...at, open: true };
    if (way === 'next') {
      const { rows, more } = await this.#take(limit, { reverse: this.#reverse, from });
      return { rows, before: true, after: more };
    }
    const { rows, more } = await this.#take(limit, { reverse: !this.#reverse, from });
    return { rows: rows.toReversed(), before: more, after: true };
  }

  async around(id: string, limit: number): Promise<Part<T>> {
    const entry = await this.#tx.get(this.#plan.table, id);
    if (!entry || !(await this.#plan.matches(entry, this.#tx))) {
      throw new AdapterError('not-found', `'${id}' is not in this list`);
    }
    const earlier = await this.beside(entry, 'prev', Math.floor((limit - 1) / 2));
    const later = await this.beside(entry, 'next', limit - 1 - earlier.rows.length);
    const rows = [...earlier.rows, entry, ...later.rows];
    const place = await this.#count({ reverse: !this.#reverse, from: { at: entry.at, id: entry.id, open: true } });
    return { rows, before: earlier.before, after: later.after, offset: place - earlier.rows.length };
  }

  async offset(offset: number, limit: number): Promise<Part<T>> {
    const [span, ...others] = this.#plan.spans;
    if (span && this.#plan.exact && others.length === 0) {
      const options = { limit: limit + 1, reverse: this.#reverse, skip: offset };
      const found = await this.#tx.page(this.#plan.table, span, options);
      return { rows: found.slice(0, limit), before: offset > 0, after: found.length > limit, offset };
    }
    const { rows, more } = await this.#take(limit, { reverse: this.#reverse }, offset);
    return { rows, before: offset > 0, after: more, offset };
  }

  total(): Promise<number> {
    return this.#count({ reverse: this.#reverse });
  }

  #count(course: Course): Promise<number> {
    return countRows(this.#tx, this.#plan, { ...course, signal: this.#signal });
  }

  async #take(limit: number, course: Course, skip = 0): Promise<{ rows: readonly Entry<T>[]; more: boolean }> {
    const rows: Entry<T>[] = [];
    let left = skip;
    for await (const row of walk(this.#tx, this.#plan, { ...course, expect: limit + 1, signal: this.#signal })) {
      if (left-- > 0) continue;
      if (rows.length === limit) return { rows, more: true };
      rows.push(row);
    }
    return { rows, more: false };
  }
}

function readPart<T extends Listed>(
  reader: ListReader<T>,
  table: T,
  request: PageRequest,
  limit: number,
): Promise<Part<T>> {
  const { cursor, offset, around } = request;
  if (cursor !== undefined) {
    const place = readCursor(table, request, cursor);
    return reader.beside(place, place.way, limit);
  }
  if (around !== undefined) return reader.around(around, limit);
  return offset === undefined ? reader.head(limit) : reader.offset(offset, limit);
}

async function list<T extends Listed>(
  local: Local,
  table: T,
  request: PageRequest,
  call: Call,
): Promise<Page<Tables[T]['item']>> {
  checkQuery(local, request);
  checkNumber('limit', request.limit, 1);
  if (request.offset !== undefined) checkNumber('offset', request.offset, 0);
  const limit = Math.min(request.limit, local.limits.pageSize);
  const plan = PLANS[table](request.filter);
  return local.read(async (tx) => {
    const reader = new ListReader(tx, plan, request.order, call.signal);
    const part = await readPart(reader, table, request, limit);
    const streamPosition = writePosition(await local.state(tx));
    const key = table + queryKey({ ...request, order: 'newest' });
    const total = await local.totals.get(streamPosition, key, () => reader.total());
    const cursor = (entry: Entry<T> | undefined, way: 'next' | 'prev', wanted: boolean) =>
      entry && wanted ? writeCursor(table, request, { way, at: entry.at, id: entry.id }) : null;
    return {
      items: part.rows.map((row) => row.value.item),
      nextCursor: cursor(part.rows.at(-1), 'next', part.after),
      prevCursor: cursor(part.rows[0], 'prev', part.before),
      total,
      streamPosition,
      ...(part.offset !== undefined && { offset: part.offset }),
    };
  });
}

export const listIterations = (local: Local, request: PageRequest, call: Call): Promise<Page<Iteration>> =>
  local.answer(call.signal, () => list(local, 'iterations', request, call));

export const listSessions = (local: Local, request: PageRequest, call: Call): Promise<Page<Session>> =>
  local.answer(call.signal, () => list(local, 'sessions', request, call));
