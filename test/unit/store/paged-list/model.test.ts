import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { AdapterError } from '../../../../src/data/index.js';
import type { Query } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { FakeBackend } from '../../../support/fake-backend.js';
import { FakeClock, settle } from '../../../support/fake-clock.js';
import { instant, iteration, session } from '../../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

type Act =
  | { readonly do: 'more' | 'refresh' | 'hold' | 'hold writes' | 'release' | 'flush' }
  | { readonly do: 'insert'; readonly at: number; readonly into: number }
  | { readonly do: 'remove' | 'flip'; readonly row: number }
  | { readonly do: 'archive' | 'unarchive' | 'refuse'; readonly rows: readonly number[] }
  | { readonly do: 'elsewhere'; readonly row: number; readonly archived: boolean }
  | { readonly do: 'archive session' | 'session elsewhere'; readonly session: number; readonly archived: boolean };

const row = fc.nat({ max: 60 });
const rows = fc.array(row, { minLength: 1, maxLength: 6 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'more' } as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hold', 'hold writes', 'release', 'flush', 'refresh') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('insert'), at: fc.nat({ max: 80 }), into: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove', 'flip'), row }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('archive', 'unarchive', 'refuse'), rows }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere'), row, archived: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('archive session', 'session elsewhere'),
      session: fc.nat({ max: 2 }),
      archived: fc.boolean(),
    }),
  },
);

const QUERIES: readonly Query[] = [
  {},
  { order: 'oldest' },
  { filter: { archived: 'only' } },
  { filter: { archived: 'include' } },
  { filter: { kinds: ['image'] }, order: 'oldest' },
  { filter: { sessionId: 's1' } },
];

/** A store and a backend, and what a person and other people do to them. */
class Drama {
  readonly backend = new FakeBackend();
  readonly clock = new FakeClock();
  readonly store: ImaginationsStore;
  readonly #ids: string[] = [];
  #held: (() => void)[] = [];
  #holds = false;
  #holdsWrites = false;
  #refuses = false;

  constructor(withRev: boolean, count: number) {
    this.backend.withRev = withRev;
    this.backend.looksFirst = withRev;
    for (const id of ['s0', 's1', 's2']) this.backend.add(session(id));
    for (let i = 0; i < count; i++) this.#make(i, i % 3);
    this.backend.before = async (method) => {
      if (method === 'archive' && this.#refuses) throw new AdapterError('forbidden');
      if (this.#holdsWrites && method === 'archive') await new Promise<void>((open) => this.#held.push(open));
      if (this.#holds && method === 'listIterations') await new Promise<void>((open) => this.#held.push(open));
    };
    const limits = { pageSize: 5 };
    this.store = new ImaginationsStore(this.backend.adapter({ stream: true, limits }), { clock: this.clock });
    this.store.retain();
  }

  #make(at: number, into: number): string {
    const id = `i${String(this.#ids.length).padStart(3, '0')}`;
    this.#ids.push(id);
    this.backend.add(iteration(id, { createdAt: instant(at), sessionId: `s${into}` }));
    return id;
  }

  #tell(id: string): void {
    this.backend.send([{ type: 'iteration', item: this.backend.iterations.get(id) }]);
  }

  #id(index: number): string {
    return this.#ids[index % this.#ids.length] ?? '';
  }

  async act(act: Act, list: { more(): Promise<void>; refresh(): Promise<void> }): Promise<void> {
    const { backend, store } = this;
    switch (act.do) {
      case 'more':
        void list.more();
        break;
      case 'refresh':
        void list.refresh();
        break;
      case 'hold':
        this.#holds = true;
        break;
      case 'hold writes':
        this.#holdsWrites = true;
        break;
      case 'release':
        await this.release();
        break;
      case 'flush':
        await this.clock.advance(100);
        break;
      case 'insert':
        this.#tell(this.#make(act.at, act.into));
        break;
      case 'remove': {
        const id = this.#id(act.row);
        const rev = backend.iterations.get(id)?.rev;
        if (backend.iterations.delete(id)) {
          backend.send([{ type: 'removed', entity: 'iteration', id, ...(rev !== undefined && { rev: rev + 1 }) }]);
        }
        break;
      }
      case 'flip': {
        const known = backend.iterations.get(this.#id(act.row));
        if (!known) break;
        backend.change(known.id, { kind: known.kind === 'image' ? 'video' : 'image' });
        this.#tell(known.id);
        break;
      }
      case 'elsewhere': {
        const id = this.#id(act.row);
        const known = backend.iterations.get(id);
        if (!known || Boolean(known.archivedAt) === act.archived) break;
        backend.change(id, { archivedAt: act.archived ? instant(3000) : null });
        this.#tell(id);
        break;
      }
      case 'archive':
      case 'unarchive':
        {
          const ids = act.rows.map((index) => this.#id(index));
          const work = store[act.do]('iteration', ids).then(() => {
            for (const id of ids) if (backend.iterations.has(id)) this.#tell(id);
          });
          if (!this.#holdsWrites) await work;
        }
        break;
      case 'refuse':
        if (this.#holdsWrites) break;
        this.#refuses = true;
        await store.archive(
          'iteration',
          act.rows.map((index) => this.#id(index)),
        );
        this.#refuses = false;
        break;
      case 'archive session':
        {
          const work = store[act.archived ? 'archive' : 'unarchive']('session', [`s${act.session}`]);
          if (!this.#holdsWrites) await work;
        }
        break;
      case 'session elsewhere': {
        const archivedAt = act.archived ? instant(3000) : null;
        if (Boolean(backend.sessions.get(`s${act.session}`)?.archivedAt) === act.archived) break;
        backend.send([{ type: 'session', item: backend.changeSession(`s${act.session}`, { archivedAt }) }]);
        break;
      }
    }
    await settle();
  }

  async release(): Promise<void> {
    this.#holds = this.#holdsWrites = false;
    for (const open of this.#held.splice(0)) open();
    await settle();
  }

  /** Everything that is under way comes to its end, and everything that is to be read again is. */
  async rest(): Promise<void> {
    await this.release();
    await this.clock.advance(400);
    await this.clock.advance(15_000);
  }
}

const story = fc.record({
  count: fc.nat({ max: 30 }),
  query: fc.constantFrom(...QUERIES),
  acts: fc.array(act, { maxLength: 25 }),
});

/** Read while somebody else has put it away, and brought back here before either was heard of. */
const READ_WHILE_AWAY: { count: number; query: Query; acts: Act[] } = {
  count: 3,
  query: {},
  acts: [
    { do: 'hold' },
    { do: 'session elsewhere', session: 2, archived: true },
    { do: 'more' },
    { do: 'archive session', session: 2, archived: false },
  ],
};

/** Read while somebody else has put it away, and its answer comes while it is being brought back. */
const ANSWERED_WHILE_WRITING: { count: number; query: Query; acts: Act[] } = {
  count: 3,
  query: {},
  acts: [
    { do: 'session elsewhere', session: 2, archived: true },
    { do: 'hold writes' },
    { do: 'archive session', session: 2, archived: false },
    { do: 'more' },
  ],
};

/** Put away elsewhere after it was asked for to be brought back here, and before that was sent. */
const CROSSED: { count: number; query: Query; acts: Act[] } = {
  count: 4,
  query: {},
  acts: [
    { do: 'hold writes' },
    { do: 'archive', rows: [0] },
    { do: 'archive session', session: 0, archived: false },
    { do: 'more' },
    { do: 'session elsewhere', session: 0, archived: true },
  ],
};

describe('paged list: against a naive model', function () {
  this.timeout(60_000);

  for (const withRev of [true, false]) {
    it(`skips no row and doubles none, whatever happens, ${withRev ? 'with' : 'without'} revs`, async () => {
      await fc.assert(
        fc.asyncProperty(story, async ({ count, query, acts }) => {
          const drama = new Drama(withRev, count);
          const list = drama.store.iterationList(query);
          await drama.store.sessionList({ filter: { archived: 'include' } }).load();
          for (const one of acts) {
            await drama.act(one, list);
            const { ids, total } = list.value;
            expect(new Set(ids).size).to.equal(ids.length);
            if (total !== null) expect(total).to.be.at.least(ids.length);
          }
          await drama.rest();
          const { ids } = list.value;
          if (list.value.status !== 'idle') {
            expect(ids).to.deep.equal(drama.backend.listed(query).slice(0, ids.length));
          }
          for (let i = 0; i < 40 && !list.value.complete; i++) await list.more();
          expect(list.value.ids).to.deep.equal(drama.backend.listed(query));
          expect(list.value.total).to.equal(list.value.ids.length);
        }),
        { numRuns: 400, examples: [[READ_WHILE_AWAY], [ANSWERED_WHILE_WRITING], [CROSSED]] },
      );
    });
  }
});
