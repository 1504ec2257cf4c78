import { AdapterError, toFailure, type Call, type Page, type PageRequest } from '../../data/index.js';
import { matchesIteration, matchesSession, type Id, type Query } from '../../model/index.js';
import { offeredQuery } from '../capabilities.js';
import { askSegment } from '../indexed/ask-segment.js';
import { cleanManifest, cleanSegment } from '../indexed/clean-index.js';
import { ListWalk } from '../list-walk.js';
import { isIteration, isSession } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import type { Row, Sort } from './edit.js';
import type { BatchOptions } from './outcome.js';

/** Times that a list is read anew because it has changed meanwhile. */
const MOST_RESTARTS = 2;

/** What a query stands for. */
export interface Found {
  readonly ids: readonly Id[];
  /** The rows themselves, where they came with their ids; the store does not keep them. */
  readonly rows: ReadonlyMap<Id, Row>;
}

/** How it is followed and stopped. */
type Search = Pick<BatchOptions, 'signal' | 'finds'>;

/** Whether a row belongs to a query, as far as the store can tell. */
export function isMatch(core: StoreCore, on: Sort, row: Row, { filter }: Query): boolean {
  if (on === 'session') return isSession(row) && matchesSession(row, filter);
  return isIteration(row) && matchesIteration(row, core.sessions.get(row.sessionId), filter);
}

const stopIf = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new AdapterError('aborted');
};

async function readIndex(core: StoreCore, query: Query, { signal, finds }: Search): Promise<readonly Id[]> {
  const { adapter, caller } = core;
  const { index } = adapter;
  if (!index) throw new AdapterError('unsupported');
  const manifest = cleanManifest(await caller.read((call) => index.manifest(query, call)), query.order);
  const ids = new Set<Id>();
  for (const head of manifest.heads) {
    stopIf(signal);
    const answer = await askSegment(head, { index, query, caller });
    for (const id of cleanSegment(answer, head, query.order, (one) => ids.has(one)).ids) ids.add(id);
    finds?.(ids.size);
  }
  return [...ids];
}

async function readPages(core: StoreCore, on: Sort, query: Query, { signal, finds }: Search): Promise<Found> {
  const { adapter, caller, capabilities } = core;
  const { pageSize, random } = capabilities.limits;
  const isOther = offeredQuery(capabilities, query) !== query;
  const rows = new Map<Id, Row>();
  const walk = new ListWalk<Row>(
    {
      query: () => offeredQuery(capabilities, query),
      fetch: (request: PageRequest, call: Call): Promise<Page<Row>> =>
        on === 'session' ? adapter.listSessions(request, call) : adapter.listIterations(request, call),
      isRow: (value): value is Row => (on === 'session' ? isSession(value) : isIteration(value)),
      pageSize: () => pageSize,
      byOffset: () => random === 'offset',
    },
    caller,
  );
  do {
    stopIf(signal);
    for (const row of (await walk.step()).fresh) {
      // What the adapter cannot filter is filtered here.
      if (!isOther || isMatch(core, on, row, query)) rows.set(row.id, row);
    }
    finds?.(rows.size);
  } while (!walk.isDone);
  return { ids: [...rows.keys()], rows };
}

async function anew<T>(read: () => Promise<T>): Promise<T> {
  for (let restarts = 0; ; restarts++) {
    try {
      return await read();
    } catch (thrown) {
      if (toFailure(thrown).code !== 'cursor-expired' || restarts >= MOST_RESTARTS) throw thrown;
    }
  }
}

/**
 * Reads the ids of everything a query matches: by the segments of an index where there is one, else page by page.
 * @throws AdapterError when they cannot be read, and `aborted` when the signal says so.
 */
export async function findAll(core: StoreCore, on: Sort, query: Query, search: Search = {}): Promise<Found> {
  const { adapter, capabilities } = core;
  if (on === 'iteration' && adapter.index && offeredQuery(capabilities, query) === query) {
    try {
      return { ids: await anew(() => readIndex(core, query, search)), rows: new Map() };
    } catch (thrown) {
      // Pages may still tell.
      stopIf(search.signal);
      if (toFailure(thrown).code === 'unauthorized') throw thrown;
    }
  }
  return anew(() => readPages(core, on, query, search));
}
