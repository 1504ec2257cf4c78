import { AdapterError, type Change, type ImaginationsAdapter, type Subscription } from '../../../src/data/index.js';
import { FakeIndex } from '../../support/fake-index.js';
import { compareNewest, matchesIteration, NO_COUNTS, addToCounts, type Iteration } from '../../../src/model/index.js';

export const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const START = Date.UTC(2026, 10, 20, 12);
const RATIOS = [
  [1000, 1000],
  [1500, 1000],
  [800, 1200],
  [1600, 900],
] as const;

/** A finished image, the newer the higher its number; one every half hour. */
export function picture(number: number, fields: Partial<Iteration> = {}): Iteration {
  const [width, height] = RATIOS[number % RATIOS.length]!;
  return {
    id: `i${String(number).padStart(6, '0')}`,
    rev: 1,
    sessionId: `s${Math.floor(number / 5)}`,
    createdAt: new Date(START + number * 1_800_000).toISOString(),
    kind: 'image',
    status: 'succeeded',
    prompt: `Picture ${number}`,
    media: { url: PIXEL, mime: 'image/gif', width, height },
    ...fields,
  };
}

/** A backend that a test changes as it likes; everything is told at once. */
export class LiveLibrary {
  readonly #rows = new Map<string, Iteration>();
  #subscription: Subscription | undefined;
  /** Calls of `listIterations`. */
  reads = 0;
  /** Calls of `getIterations`. */
  rowReads = 0;
  /** The next reads fail with this. */
  failure: AdapterError | undefined;
  /** Reads wait for this. */
  gate: Promise<void> = Promise.resolve();
  readonly adapter: ImaginationsAdapter;

  constructor(rows: readonly Iteration[], parts: Partial<ImaginationsAdapter> = {}) {
    for (const row of rows) this.#rows.set(row.id, row);
    this.adapter = {
      contract: 1,
      name: 'live',
      limits: { pageSize: 60 },
      listSessions: () => Promise.resolve({ items: [], nextCursor: null, total: 0 }),
      listIterations: async ({ filter, cursor, limit }) => {
        this.reads++;
        await this.gate;
        if (this.failure) throw this.failure;
        const all = this.rows.filter((row) => matchesIteration(row, undefined, filter));
        const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
        const items = all.slice(start, start + limit);
        const nextCursor = start + limit < all.length ? (items.at(-1)?.id ?? null) : null;
        return { items, nextCursor, total: all.length };
      },
      getIterations: (ids) => {
        this.rowReads++;
        return Promise.resolve(ids.map((id) => this.#rows.get(id) ?? null));
      },
      counts: ({ filter }) =>
        Promise.resolve(
          this.rows
            .filter((row) => matchesIteration(row, undefined, filter))
            .reduce((sum, row) => addToCounts(sum, row), NO_COUNTS),
        ),
      subscribe: (subscription) => {
        this.#subscription = subscription;
        subscription.state('live');
      },
      ...parts,
    };
  }

  /** Newest first. */
  get rows(): Iteration[] {
    return [...this.#rows.values()].sort(compareNewest);
  }

  put(...rows: readonly Iteration[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    this.#subscription?.change(rows.map((item) => ({ type: 'iteration' as const, item })));
  }

  /** Changes fields of a row. */
  patch(id: string, fields: Partial<Iteration>): void {
    const row = this.#rows.get(id);
    if (row) this.put({ ...row, ...fields, rev: (row.rev ?? 0) + 1 });
  }

  remove(...ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#subscription?.change(
      ids.map((id) => ({ type: 'removed' as const, entity: 'iteration' as const, id, rev: 99 })),
    );
  }

  /** Tells of something else. */
  tell(...changes: readonly Change[]): void {
    this.#subscription?.change(changes);
  }

  say(state: 'live' | 'offline'): void {
    this.#subscription?.state(state);
  }
}

/** Half a day of pictures: 24 of them. */
const SEGMENT_MS = 12 * 3_600_000;

/** A library that can be read anywhere: what a grid does with it is the same. */
export class IndexedLibrary extends LiveLibrary {
  readonly index = new FakeIndex(
    ({ filter }) => this.rows.filter((row) => matchesIteration(row, undefined, filter)),
    SEGMENT_MS,
  );

  constructor(rows: readonly Iteration[]) {
    super(rows);
    Object.assign(this.adapter, { index: this.index });
  }
}

/** Finished images, `count` of them. */
export const pictures = (count: number): Iteration[] => Array.from({ length: count }, (_, number) => picture(number));

export { AdapterError };
