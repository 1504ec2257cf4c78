import {
  DEFAULT_LIMITS,
  type Call,
  type Change,
  type GenerationState,
  type ImaginationsAdapter,
  type Limits,
  type Page,
  type PageRequest,
  type StreamState,
  type Write,
} from '../data/index.js';
import { isFinal, type Filter, type Id, type Iteration, type Query, type Session } from '../model/index.js';
import { hold, present } from './check.js';
import type { ConformanceOptions } from './conformance-options.js';
import type { SeedOptions } from './seeds.js';

type AllLimits = { readonly [name in keyof Limits]-?: NonNullable<Limits[name]> };

/** What a live subscription has brought so far. */
export interface Heard {
  readonly changes: Change[];
  readonly positions: string[];
  readonly states: StreamState[];
  stop(): void;
}

const MOST_PAGES = 2000;

let keys = 0;

/** One adapter on trial, with the means the checks share. */
export class Trial {
  readonly adapter: ImaginationsAdapter;
  readonly limits: AllLimits;
  readonly options: ConformanceOptions;

  constructor(adapter: ImaginationsAdapter, limits: Limits, options: ConformanceOptions) {
    this.adapter = adapter;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.options = options;
  }

  call(): Call {
    return { signal: new AbortController().signal };
  }

  write(idempotencyKey = `conformance-${Date.now()}-${keys++}`): Write {
    return { ...this.call(), idempotencyKey };
  }

  async fill(rows: number, look?: SeedOptions): Promise<void> {
    await this.options.seed?.(this.adapter, rows, look);
  }

  iterations(request: Partial<PageRequest> = {}): Promise<Page<Iteration>> {
    return this.adapter.listIterations({ limit: Math.min(100, this.limits.pageSize), ...request }, this.call());
  }

  sessions(request: Partial<PageRequest> = {}): Promise<Page<Session>> {
    return this.adapter.listSessions({ limit: Math.min(100, this.limits.pageSize), ...request }, this.call());
  }

  /** Every iteration of a list, page by page. */
  walk(query: Query = {}, limit?: number, between?: (page: number) => Promise<void>): Promise<readonly Iteration[]> {
    return walkPages(
      (cursor) => this.iterations({ ...query, ...cursor, ...(limit !== undefined && { limit }) }),
      between,
    );
  }

  walkSessions(query: Query = {}, limit?: number): Promise<readonly Session[]> {
    return walkPages((cursor) => this.sessions({ ...query, ...cursor, ...(limit !== undefined && { limit }) }));
  }

  /** The filter for everything there is, archived or not, where that can be asked for. */
  get everything(): Filter {
    return this.limits.filters.includes('archived') ? { archived: 'include' } : {};
  }

  async sessionsById(): Promise<ReadonlyMap<Id, Session>> {
    return new Map((await this.walkSessions({ filter: this.everything })).map((session) => [session.id, session]));
  }

  /** The first iterations of the list; the check fails when there are not enough. */
  async some(count: number): Promise<readonly Iteration[]> {
    const { items } = await this.iterations();
    hold(items.length >= count, `the check needs ${count} iterations to work with; does seed() fill the backend?`);
    return items.slice(0, count);
  }

  async one(): Promise<Iteration> {
    return present((await this.some(1))[0], 'an iteration');
  }

  /** An iteration as it is now: looked up, or else found in the list. */
  async now(id: Id): Promise<Iteration | undefined> {
    if (this.adapter.getIterations) return (await this.adapter.getIterations([id], this.call()))[0] ?? undefined;
    return (await this.walk({ filter: this.everything })).find((item) => item.id === id);
  }

  async sessionNow(id: Id): Promise<Session | undefined> {
    if (this.adapter.getSession) return (await this.adapter.getSession(id, this.call())) ?? undefined;
    return (await this.walkSessions({ filter: this.everything })).find((session) => session.id === id);
  }

  pause(ms: number): Promise<void> {
    return this.options.wait?.(ms) ?? new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Waits until something holds; the check fails when it does not within `patienceMs`. */
  async until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + (this.options.patienceMs ?? 4000);
    while (!(await condition())) {
      hold(Date.now() < end, `waited in vain: ${what}`);
      await this.pause(10);
    }
  }

  /** A generation at its end. */
  async ended(id: Id): Promise<GenerationState> {
    let state: GenerationState | null | undefined;
    await this.until(async () => {
      [state] = (await this.adapter.generate?.get([id], this.call())) ?? [];
      return state !== null && state !== undefined && isFinal(state.generation.status);
    }, 'the generation must come to an end');
    return present(state, 'the generation');
  }

  /** Subscribes, and waits until the stream is live. */
  async listen(since?: string): Promise<Heard> {
    const stop = new AbortController();
    const heard: Heard = { changes: [], positions: [], states: [], stop: () => stop.abort() };
    await this.adapter.subscribe?.({
      ...(since !== undefined && { since }),
      signal: stop.signal,
      change: (batch, position) => {
        heard.changes.push(...batch);
        if (position !== undefined) heard.positions.push(position);
      },
      state: (state) => heard.states.push(state),
    });
    await this.until(() => heard.states.includes('live'), 'a subscription must become live');
    return heard;
  }
}

async function walkPages<T>(
  read: (cursor: { cursor?: string }) => Promise<Page<T>>,
  between?: (page: number) => Promise<void>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, nextCursor } = await read(typeof cursor === 'string' ? { cursor } : {});
    rows.push(...items);
    if (nextCursor === null || nextCursor === undefined) return rows;
    hold(nextCursor !== cursor, 'nextCursor repeats itself: the walk would never end');
    cursor = nextCursor;
    await between?.(page);
  }
  throw new Error(`the walk has not ended after ${MOST_PAGES} pages`);
}
