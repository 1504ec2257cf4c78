import {
  AdapterError,
  type BatchResult,
  type Change,
  type GenerationState,
  type ImaginationsAdapter,
  type ItemResult,
  type Limits,
  type Page,
  type PageRequest,
  type Subscription,
} from '../../src/data/index.js';
import {
  addToCounts,
  comparator,
  matchesIteration,
  matchesSession,
  NO_COUNTS,
  type Counts,
  type Generation,
  type Iteration,
  type Session,
} from '../../src/model/index.js';
import { generation, instant, running } from './rows.js';

type Method =
  | 'listSessions'
  | 'listIterations'
  | 'getSession'
  | 'getIterations'
  | 'counts'
  | 'archive'
  | 'updateSession'
  | 'start'
  | 'get'
  | 'cancel'
  | 'limits'
  | 'refreshMedia'
  | 'undo';

/** One call as it arrived. */
export interface Recorded {
  readonly method: Method;
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  readonly idempotencyKey: string | undefined;
}

/** Which parts an adapter has. */
export interface Parts {
  readonly stream?: boolean;
  readonly counts?: boolean;
  readonly lookup?: boolean;
  readonly generate?: boolean;
  readonly undo?: boolean;
  readonly limits?: Limits;
}

const bump = <T extends { readonly rev?: number }>(row: T, withRev: boolean): T =>
  withRev ? { ...row, rev: (row.rev ?? 0) + 1 } : row;

/** A tiny backend in memory that keeps to the contract, and an adapter to it whose every call a test can hold or break. */
export class FakeBackend {
  readonly sessions = new Map<string, Session>();
  readonly iterations = new Map<string, Iteration>();
  readonly generations = new Map<string, Generation>();
  readonly calls: Recorded[] = [];
  /** What happens before a call is answered; an error it throws is the answer. */
  before: (method: Method, args: readonly unknown[]) => unknown = () => undefined;
  /** Whether lists are read before `before` has let the answer go: what arrives is of the past then. */
  looksFirst = false;
  /** Whether rows carry revs. */
  withRev = true;
  subscription: Subscription | undefined;
  subscribed = 0;
  #made = 0;

  /** Puts rows in. */
  add(...rows: readonly (Session | Iteration)[]): this {
    for (const row of rows) {
      if ('brief' in row) this.sessions.set(row.id, this.withRev ? { rev: 1, ...row } : row);
      else this.iterations.set(row.id, this.withRev ? { rev: 1, ...row } : row);
    }
    return this;
  }

  change(id: string, more: Partial<Iteration>): Iteration {
    const row = this.iterations.get(id);
    if (!row) throw new Error(`No ${id}`);
    const next = bump({ ...row, ...more }, this.withRev);
    this.iterations.set(id, next);
    return next;
  }

  changeSession(id: string, more: Partial<Session>): Session {
    const row = this.sessions.get(id);
    if (!row) throw new Error(`No ${id}`);
    const next = bump({ ...row, ...more }, this.withRev);
    this.sessions.set(id, next);
    return next;
  }

  /** Sends changes on the stream. */
  send(changes: readonly unknown[], position?: string): void {
    this.subscription?.change(changes as readonly Change[], position);
  }

  /** How often a method was called. */
  count(method: Method): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  /** The first argument of the last call of a method. */
  last(method: Method): Recorded | undefined {
    return this.calls.filter((call) => call.method === method).at(-1);
  }

  /** The ids a list has, as the backend sees it now. */
  listed(request: Omit<PageRequest, 'limit'> = {}, ofSessions = false): string[] {
    return this.#rows(request, ofSessions).map(({ id }) => id);
  }

  adapter(parts: Parts = {}): ImaginationsAdapter {
    const { stream = false, counts = true, lookup = true, generate = true, undo = false, limits } = parts;
    const adapter: ImaginationsAdapter = {
      contract: 1,
      ...(limits && { limits }),
      listSessions: (request, call) => this.#answer('listSessions', [request], call, () => this.#page(request, true)),
      listIterations: (request, call) =>
        this.#answer('listIterations', [request], call, () => this.#page(request, false)),
      archive: (selection, on, archived, write) =>
        this.#answer('archive', [selection, on, archived], write, () =>
          this.#archive('ids' in selection ? selection.ids : [], on, archived),
        ),
      updateSession: (id, patch, ifRev, write) =>
        this.#answer('updateSession', [id, patch, ifRev], write, () => {
          const row = this.sessions.get(id);
          if (!row) throw new AdapterError('not-found');
          if (ifRev !== undefined && row.rev !== undefined && ifRev < row.rev) throw new AdapterError('conflict');
          return this.changeSession(id, patch.title === undefined ? {} : { title: patch.title });
        }),
      refreshMedia: (ids, call) =>
        this.#answer('refreshMedia', [ids], call, () =>
          ids.map((id) => ({ url: `https://media.test/${id}-fresh.webp`, mime: 'image/webp' })),
        ),
    };
    const more: readonly (Partial<ImaginationsAdapter> | false)[] = [
      counts && {
        counts: (...[query, call]: Parameters<NonNullable<ImaginationsAdapter['counts']>>) =>
          this.#answer('counts', [query], call, () =>
            this.#rows(query).reduce<Counts>((sum, row) => addToCounts(sum, row as Iteration), NO_COUNTS),
          ),
      },
      lookup && this.#lookup(),
      generate && { generate: this.#generate() },
      stream && {
        subscribe: (subscription: Subscription) => {
          this.subscription = subscription;
          this.subscribed++;
        },
      },
      undo && {
        undo: (...[token, write]: Parameters<NonNullable<ImaginationsAdapter['undo']>>) =>
          this.#answer('undo', [token], write, () => this.#archive(JSON.parse(token) as string[], 'iteration', false)),
      },
    ];
    return more.reduce<ImaginationsAdapter>((sum, part) => (part ? { ...sum, ...part } : sum), adapter);
  }

  #lookup(): Partial<ImaginationsAdapter> {
    return {
      getSession: (id, call) => this.#answer('getSession', [id], call, () => this.sessions.get(id) ?? null),
      getIterations: (ids, call) =>
        this.#answer('getIterations', [ids], call, () => ids.map((id) => this.iterations.get(id) ?? null)),
    };
  }

  #generate(): NonNullable<ImaginationsAdapter['generate']> {
    const stateOf = (id: string): GenerationState | null => {
      const row = this.generations.get(id);
      const iterations = (row?.iterationIds ?? []).flatMap((one) => this.iterations.get(one) ?? []);
      return row ? { generation: row, iterations } : null;
    };
    return {
      start: (request, write) =>
        this.#answer('start', [request], write, () => {
          const number = ++this.#made;
          const id = `gen${number}`;
          const at = 1000 + number;
          const into = 'id' in request.session ? request.session.id : `made${number}`;
          if ('create' in request.session)
            this.add({ id: into, createdAt: instant(at), brief: request.session.create });
          const home = this.sessions.get(into);
          if (!home) throw new AdapterError('not-found');
          const iterationIds = Array.from({ length: request.count }, (_, variant) => `${id}-${variant}`);
          iterationIds.forEach((one, variant) => {
            const more = { sessionId: into, kind: request.kind, createdAt: instant(at), variant } as const;
            this.add(running(one, id, { ...more, status: 'queued' }));
          });
          const made = { sessionId: into, iterationIds, requested: request.count, createdAt: instant(at), rev: 1 };
          this.generations.set(id, generation(id, { ...made, origin: request.origin, status: 'queued' }));
          const state = stateOf(id);
          if (!state) throw new Error('not made');
          return { session: home, ...state };
        }),
      get: (ids, call) => this.#answer('get', [ids], call, () => ids.map(stateOf)),
      cancel: (id, write) =>
        this.#answer('cancel', [id], write, () => {
          const row = this.generations.get(id);
          if (!row) throw new AdapterError('not-found');
          this.generations.set(id, bump({ ...row, status: 'canceled' }, this.withRev));
          for (const one of row.iterationIds) this.change(one, { status: 'canceled' });
          return this.generations.get(id) ?? row;
        }),
    };
  }

  async #answer<T>(
    method: Method,
    args: readonly unknown[],
    call: { readonly signal: AbortSignal; readonly idempotencyKey?: string },
    answer: () => T,
  ): Promise<T> {
    this.calls.push({ method, args, signal: call.signal, idempotencyKey: call.idempotencyKey });
    const isEarly = this.looksFirst && (method === 'listSessions' || method === 'listIterations');
    const early = isEarly ? answer() : undefined;
    await this.before(method, args);
    return early ?? answer();
  }

  #rows({ filter, order }: Omit<PageRequest, 'limit'>, ofSessions = false): (Session | Iteration)[] {
    const rows = ofSessions
      ? [...this.sessions.values()].filter((row) => matchesSession(row, filter))
      : [...this.iterations.values()].filter((row) => matchesIteration(row, this.sessions.get(row.sessionId), filter));
    return (rows as (Session | Iteration)[]).sort(comparator(order));
  }

  #page<T extends Session | Iteration>(request: PageRequest, ofSessions: boolean): Page<T> {
    const all = this.#rows(request, ofSessions);
    const compare = comparator(request.order);
    const [createdAt = '', id = ''] = request.cursor?.split('|') ?? [];
    const after =
      request.cursor === undefined
        ? all.slice(request.offset)
        : all.filter((row) => compare(row, { createdAt, id }) > 0);
    const items = after.slice(0, request.limit) as T[];
    const last = items.at(-1);
    const isEnd = !last || after.length <= request.limit;
    return { items, total: all.length, nextCursor: isEnd ? null : `${last.createdAt}|${last.id}` };
  }

  #archive(ids: readonly string[], on: 'iteration' | 'session', archived: boolean): BatchResult {
    const archivedAt = archived ? instant(2000) : null;
    const results = ids.map((id): ItemResult => {
      const rows: ReadonlyMap<string, Session | Iteration> = on === 'session' ? this.sessions : this.iterations;
      const row = rows.get(id);
      if (!row) return { id, ok: false, error: { code: 'not-found', message: id } };
      if (Boolean(row.archivedAt) === archived) return { id, ok: true, ...(row.rev !== undefined && { rev: row.rev }) };
      const { rev } = on === 'session' ? this.changeSession(id, { archivedAt }) : this.change(id, { archivedAt });
      return { id, ok: true, ...(rev !== undefined && { rev }) };
    });
    return { results, undo: JSON.stringify(ids) };
  }
}

/** An answer that a test gives when it wants to. */
export interface Gate {
  readonly promise: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}
